package cn.mentougou.education.wechat.replywindow;

import java.util.Optional;

import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

/** What a person did that lets the account write to the person for a while. */
public enum WindowKind {

	/** Wrote or said something. */
	MESSAGE("留言"),

	/**
	 * Tapped a menu button that sends an event or scans, or an entry of a choice message:
	 * that is a tap too, although it comes as a text.
	 */
	TAP("点击菜单或选项"),

	/** Followed the account. */
	FOLLOW("关注"),

	/** Scanned a QR code with parameters, being a follower. */
	SCAN("扫描二维码"),

	/** Unfollowed: whatever was opened before is closed. */
	UNFOLLOWED("取消关注");

	private final String title;

	WindowKind(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** What a push opens or closes, if it does either. */
	static Optional<WindowKind> of(InboundMessage message) {
		if (message instanceof InboundMessage.Text text) {
			return Optional.of((text.choiceId() != null) ? TAP : MESSAGE);
		}
		if (message instanceof InboundMessage.Event event) {
			return of(event.event());
		}
		return Optional.of(MESSAGE);
	}

	private static Optional<WindowKind> of(InboundEvent event) {
		if (event instanceof InboundEvent.MenuTapped || event instanceof InboundEvent.CodeScanned) {
			return Optional.of(TAP);
		}
		if (event instanceof InboundEvent.Followed) {
			return Optional.of(FOLLOW);
		}
		if (event instanceof InboundEvent.Scanned) {
			return Optional.of(SCAN);
		}
		return (event instanceof InboundEvent.Unfollowed) ? Optional.of(UNFOLLOWED) : Optional.empty();
	}

}
