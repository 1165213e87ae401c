package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.time.Instant;

/**
 * How many customer-service messages the platform allows after what a person did, and for
 * how long (48 小时窗口). The numbers hold since 2023.
 */
public enum ReplyWindow {

	/** The person wrote or said something. */
	MESSAGE(5, Duration.ofHours(48)),

	/** The person tapped a menu button that sends an event, or scanned from the menu. */
	TAP(3, Duration.ofMinutes(1)),

	/** The person followed the account. */
	FOLLOW(3, Duration.ofMinutes(1)),

	/** A follower scanned a QR code with parameters. */
	SCAN(3, Duration.ofMinutes(1)),

	/** Whatever else happened: it opens no window. */
	NONE(0, Duration.ZERO);

	private final int messages;

	private final Duration length;

	ReplyWindow(int messages, Duration length) {
		this.messages = messages;
		this.length = length;
	}

	/**
	 * The window that a push opens.
	 * @param kind the kind in the message's header: {@code MsgType}, or {@code event:}
	 * and the event's name
	 */
	public static ReplyWindow of(String kind) {
		if (!kind.startsWith("event:")) {
			return MESSAGE;
		}
		return switch (kind.substring("event:".length())) {
			case "CLICK", "scancode_push", "scancode_waitmsg" -> TAP;
			case "subscribe" -> FOLLOW;
			case "SCAN" -> SCAN;
			default -> NONE;
		};
	}

	/** How many messages it allows. */
	public int messages() {
		return this.messages;
	}

	/** When it closes, if it opened at this moment. */
	public Instant endsAt(Instant openedAt) {
		return openedAt.plus(this.length);
	}

}
