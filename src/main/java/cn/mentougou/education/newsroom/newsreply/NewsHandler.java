package cn.mentougou.education.newsroom.newsreply;

import java.util.Optional;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Answers in one of three turns: {@link Turn#COMMAND_WORD} (新闻),
 * {@link Turn#WHOLE_KEYWORD} (国家, 北京, 我区) or {@link Turn#MENU_KEY}.
 */
class NewsHandler implements MessageHandler {

	private final Turn turn;

	private final NewsAnswers answers;

	NewsHandler(Turn turn, NewsAnswers answers) {
		this.turn = turn;
		this.answers = answers;
	}

	@Override
	public Turn turn() {
		return this.turn;
	}

	@Override
	public boolean accepts(InboundMessage message) {
		return wish(message).isPresent();
	}

	@Override
	public Optional<Reply> handle(InboundMessage message) {
		return wish(message)
			.map((wish) -> (this.turn == Turn.MENU_KEY) ? this.answers.toTap(wish) : this.answers.toText(wish));
	}

	private Optional<NewsWish> wish(InboundMessage message) {
		if (this.turn == Turn.MENU_KEY) {
			return (message instanceof InboundMessage.Event pushed
					&& pushed.event() instanceof InboundEvent.MenuTapped tapped) ? NewsWish.ofKey(tapped.key())
							: Optional.empty();
		}
		return message.words().flatMap((this.turn == Turn.COMMAND_WORD) ? NewsWish::ofCommand : NewsWish::ofWord);
	}

}
