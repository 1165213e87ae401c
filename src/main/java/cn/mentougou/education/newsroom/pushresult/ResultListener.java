package cn.mentougou.education.newsroom.pushresult;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.PushLedger;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

/**
 * Learns of results. A report may come before our own call has returned, twice, or of a
 * send that was made in the platform's console: it stands by itself in the book.
 */
class ResultListener implements PushListener {

	private static final int LONGEST_ID = 64;

	private static final int LONGEST_STATUS = 64;

	private static final int LONGEST_ARTICLE = 128;

	private static final int LONGEST_URL = 512;

	private final PushLedger book;

	ResultListener(PushLedger book) {
		this.book = book;
	}

	@Override
	public boolean concerns(InboundMessage message, @Nullable Turn turn) {
		return message instanceof InboundMessage.Event event && (event.event() instanceof InboundEvent.MassJobFinished
				|| event.event() instanceof InboundEvent.PublishJobFinished);
	}

	@Override
	public void learn(Push push) {
		String appId = push.message().appId();
		InboundEvent event = ((InboundMessage.Event) push.message()).event();
		if (event instanceof InboundEvent.MassJobFinished mass && isId(mass.msgId())) {
			this.book.report(new PushLedger.Report(appId, Verb.MASS, mass.msgId(), cut(mass.status(), LONGEST_STATUS),
					new PlanView.Counts(mass.total(), mass.filtered(), mass.sent(), mass.failed()), null,
					urls(mass.articleUrls()), at(push)));
		}
		else if (event instanceof InboundEvent.PublishJobFinished done && isId(done.publishId())) {
			String article = done.articleId();
			this.book.report(new PushLedger.Report(appId, Verb.PUBLISH, done.publishId(), "publish " + done.status(),
					new PlanView.Counts(0, 0, 0, 0), (article != null) ? cut(article, LONGEST_ARTICLE) : null,
					urls(done.articleUrls()), at(push)));
		}
	}

	private static Instant at(Push push) {
		return push.receivedAt();
	}

	private static boolean isId(String id) {
		return !id.isEmpty() && id.length() <= LONGEST_ID;
	}

	private static List<String> urls(List<String> urls) {
		return urls.stream().filter((url) -> url.length() <= LONGEST_URL).toList();
	}

	private static String cut(String text, int most) {
		return (text.length() > most) ? text.substring(0, most) : text;
	}

}
