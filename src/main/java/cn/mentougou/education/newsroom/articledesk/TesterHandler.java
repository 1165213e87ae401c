package cn.mentougou.education.newsroom.articledesk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/** Registers the phone from which somebody sends 预览 and the code of the console. */
class TesterHandler implements MessageHandler {

	static final String DONE = "登记好了：以后编辑发预览时，这部手机会收到。\n预览稿还没有批准，请不要转发。不想再收到，请在工作台“微信预览”里取消。";

	static final String WRONG = "这个号码不对，或者已经过了十分钟。\n请在工作台“微信预览”里重新取一个号码，再发到这里。";

	private static final Pattern WORDS = Pattern.compile("预览\\s*([0-9]{8})");

	private final Testers testers;

	TesterHandler(Testers testers) {
		this.testers = testers;
	}

	@Override
	public Turn turn() {
		return Turn.COMMAND_WORD;
	}

	@Override
	public boolean accepts(InboundMessage message) {
		return message instanceof InboundMessage.Text text && words(text).matches();
	}

	@Override
	public Optional<Reply> handle(InboundMessage message) {
		Matcher words = words((InboundMessage.Text) message);
		boolean isGood = words.matches() && this.testers.register(message.appId(), message.openId(), words.group(1));
		return Optional.of(new Reply.Text(isGood ? DONE : WRONG));
	}

	private static Matcher words(InboundMessage.Text text) {
		return WORDS.matcher(text.content().strip());
	}

}
