package cn.mentougou.education.wechat.bridge;

import java.util.List;
import java.util.Optional;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Shows the way when somebody taps 找服务号 or writes one of the words for what only the
 * service account can do.
 */
class BridgeHandler implements MessageHandler {

	private final Turn turn;

	private final Bridge bridge;

	private final String page;

	/**
	 * In one of two turns: {@link Turn#MENU_KEY} or {@link Turn#WHOLE_KEYWORD}.
	 * @param page the address of the public page, empty if nobody said where this site is
	 */
	BridgeHandler(Turn turn, Bridge bridge, String page) {
		this.turn = turn;
		this.bridge = bridge;
		this.page = page;
	}

	@Override
	public Turn turn() {
		return this.turn;
	}

	@Override
	public boolean accepts(InboundMessage message) {
		if (!this.bridge.isSubscription(message.appId())) {
			return false;
		}
		return (this.turn == Turn.MENU_KEY) ? isOurEntry(message)
				: message.words().filter(BridgeWords::asks).isPresent();
	}

	/** A picture, or a card that leads to it, or words: whatever there is. */
	@Override
	public Optional<Reply> handle(InboundMessage message) {
		Optional<String> picture = this.bridge.picture(message.appId());
		if (picture.isPresent()) {
			return Optional.of(new Reply.Image(picture.get()));
		}
		if (this.page.isEmpty()) {
			return Optional.of(new Reply.Text(BridgeWords.WHY + "\n" + BridgeWords.SEARCH));
		}
		return Optional.of(new Reply.News(List.of(new Reply.Article(BridgeWords.TITLE, BridgeWords.WHY + "点开就能看到二维码。",
				this.page + "/code.png", this.page))));
	}

	private static boolean isOurEntry(InboundMessage message) {
		return message instanceof InboundMessage.Event pushed
				&& pushed.event() instanceof InboundEvent.MenuTapped tapped
				&& tapped.key().equals(BridgeWords.MENU_KEY);
	}

}
