package cn.mentougou.education.newsroom.articledesk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.article.ArticleForDraft;
import cn.mentougou.education.newsroom.article.ConvertedArticle;
import cn.mentougou.education.newsroom.article.HostedPictures;
import cn.mentougou.education.newsroom.article.HostingOutcome;
import cn.mentougou.education.newsroom.articledesk.PreviewMapper.Row;
import cn.mentougou.education.newsroom.articledesk.PreviewMapper.State;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.call.Called;

/**
 * Sends an article to the registered phones before anybody else sees it. It says on top
 * that it is a preview: what is not approved must not be taken for news.
 */
@Component
class Previews {

	/** What an account may send a day (mass/preview). */
	static final int DAILY = 100;

	private static final String MARK = "<p style=\"margin:0 0 16px;color:#b3261e;font-weight:bold\">"
			+ "预览稿，仅供内部查看，请勿转发。</p>";

	private final PreviewMapper mapper;

	private final Testers testers;

	private final HostedPictures pictures;

	private final WxMpPreviews platform;

	private final Audit audit;

	private final Clock clock;

	Previews(PreviewMapper mapper, Testers testers, HostedPictures pictures, WxMpPreviews platform, Audit audit,
			Clock clock) {
		this.mapper = mapper;
		this.testers = testers;
		this.pictures = pictures;
		this.platform = platform;
		this.audit = audit;
		this.clock = clock;
	}

	/** How many are left today. */
	int left(String appId) {
		return Math.max(0, DAILY - this.mapper.count(appId, LocalDate.now(this.clock)));
	}

	/** The latest of an item. */
	List<Row> of(long news) {
		return this.mapper.listOf(news);
	}

	/**
	 * Sends it to these phones; it calls outside and must not be called in a transaction.
	 * @param news the item and its version
	 * @param ids the phones
	 * @return how many the platform took
	 * @throws Refusal.Conflict if it cannot be sent; the sentence says why
	 */
	int send(Actor actor, Subject news, ConvertedArticle article, Set<Long> ids) {
		List<TesterMapper.Row> chosen = this.testers.all()
			.stream()
			.filter((tester) -> tester.appId().equals(news.appId()) && ids.contains(tester.id()))
			.toList();
		if (chosen.isEmpty()) {
			throw new Refusal.Invalid("articledesk.no-tester");
		}
		if (chosen.size() > left(news.appId())) {
			throw new Refusal.Conflict("articledesk.no-quota", left(news.appId()));
		}
		for (HostedPictures.Missing missing : this.pictures.missing(news.appId(), article)) {
			if (!(this.pictures.upload(news.appId(), missing) instanceof HostingOutcome.Done)) {
				throw new Refusal.Conflict("articledesk.picture-not-there");
			}
		}
		String draft = draft(news.appId(), marked(this.pictures.hosted(news.appId(), article)));
		try {
			this.audit.recordAlone(AuditEntry.done(actor, "article.previewed", "news", news.newsId())
				.with("account", news.appId())
				.with("phones", chosen.size()));
			return (int) chosen.stream().filter((tester) -> send(actor, news, draft, tester)).count();
		}
		finally {
			this.platform.deleteDraft(news.appId(), draft);
		}
	}

	private String draft(String appId, ArticleForDraft article) {
		Called<String> called = this.platform.draft(appId, article);
		if (called instanceof Called.Answered<String> answered) {
			return answered.value();
		}
		throw new Refusal.Conflict("articledesk.draft-refused", called.reason());
	}

	private boolean send(Actor actor, Subject news, String draft, TesterMapper.Row tester) {
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(
				new Row(0, news.appId(), news.newsId(), news.version(), tester.staffId(), State.SENDING, "", "",
						actor.id(), LocalDate.now(this.clock), this.clock.instant().truncatedTo(ChronoUnit.MILLIS)),
				key);
		Optional<String> openId = this.testers.openId(tester);
		if (openId.isEmpty()) {
			this.mapper.settle(key.getValue(), State.NOT_SENT, "UNFOLLOWED", "");
			return false;
		}
		Called<Boolean> called = this.platform.send(news.appId(), draft, openId.get());
		this.mapper.settle(key.getValue(), state(called), called.reason(), called.rid());
		return called instanceof Called.Answered;
	}

	private static State state(Called<?> called) {
		if (called instanceof Called.Answered) {
			return State.SENT;
		}
		if (called instanceof Called.Refused || called instanceof Called.Forbidden) {
			return State.REFUSED;
		}
		return (called instanceof Called.NotSent) ? State.NOT_SENT : State.UNKNOWN;
	}

	private static ArticleForDraft marked(ArticleForDraft article) {
		return new ArticleForDraft(article.title(), article.author(), article.digest(),
				article.html().replaceFirst(">", ">" + MARK), article.sourceUrl(), article.thumbMediaId());
	}

	/**
	 * What is previewed.
	 *
	 * @param appId the account
	 * @param newsId the item
	 * @param version which version of it
	 */
	record Subject(String appId, long newsId, int version) {
	}

}
