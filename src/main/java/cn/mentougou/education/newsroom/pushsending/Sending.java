package cn.mentougou.education.newsroom.pushsending;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PushContent;
import cn.mentougou.education.newsroom.push.PushLedger.Plan;
import cn.mentougou.education.newsroom.push.Verb;

/**
 * Goes on with a plan, step by step: a decision in a transaction, the call that it wrote
 * down outside of any, the outcome in the next transaction.
 */
class Sending {

	/** A push takes three; more would be a loop. */
	private static final int MOST_STEPS = 12;

	private final Deciding deciding;

	private final Outcomes outcomes;

	private final WxMpPublishing platform;

	private final PushMaterial material;

	private final PushContent content;

	private final TransactionTemplate transaction;

	Sending(Deciding deciding, Outcomes outcomes, WxMpPublishing platform, PushMaterial material, PushContent content,
			PlatformTransactionManager transactions) {
		this.deciding = deciding;
		this.outcomes = outcomes;
		this.platform = platform;
		this.material = material;
		this.content = content;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Does what can be done now. */
	void goOn(long id) {
		boolean isMore = true;
		for (int i = 0; isMore && i < MOST_STEPS; i++) {
			isMore = perform(id, in(() -> this.deciding.next(id)));
		}
	}

	private boolean perform(long id, Next next) {
		if (next instanceof Next.Prepare prepare) {
			return prepare(id, prepare);
		}
		if (next instanceof Next.Call call) {
			Answer answer = (call.plan().verb() == Verb.MASS) ? this.platform.send(call.plan().appId(), call.draft(),
					call.plan().target(), call.step().clientKey())
					: this.platform.submit(call.plan().appId(), call.draft());
			return in(() -> this.outcomes.called(id, call.step(), answer));
		}
		if (next instanceof Next.FindDraft find) {
			Look look = this.platform.findDraft(find.plan().appId(), isDraft(find));
			return in(() -> this.outcomes.foundDraft(id, find.step(), look));
		}
		if (next instanceof Next.AskDraft ask) {
			Look look = this.platform.draft(ask.plan().appId(), Objects.requireNonNullElse(ask.plan().draftId(), ""));
			Next then = in(() -> this.deciding.asked(id, look));
			return !(then instanceof Next.Nothing) && perform(id, then);
		}
		if (next instanceof Next.FindPublished find) {
			Look look = this.platform.findPublished(find.plan().appId(), isMarked(find.plan()));
			in(() -> {
				this.outcomes.foundPublished(id, look);
				return true;
			});
		}
		return false;
	}

	private boolean prepare(long id, Next.Prepare prepare) {
		PushMaterial.Prepared prepared = this.material.prepare(prepare.plan().appId(), prepare.items());
		if (prepared instanceof PushMaterial.Ready ready) {
			if (in(() -> this.deciding.drafting(id, prepare.contentHash())) instanceof Next.Call call) {
				String body = DraftBody.of(ready.articles(), call.step().clientKey(),
						call.plan().moderatorId() != null);
				Answer answer = this.platform.addDraft(call.plan().appId(), body);
				return in(() -> this.outcomes.called(id, call.step(), answer));
			}
			return false;
		}
		in(() -> {
			this.outcomes.notYet(id, (PushMaterial.NotYet) prepared);
			return true;
		});
		return false;
	}

	/** Ours has our marker, or where no page is linked, our titles and no older date. */
	private Predicate<JsonNode> isDraft(Next.FindDraft find) {
		Map<NewsId, PushContent.Standing> standing = this.content.standing(find.items());
		List<String> titles = find.items().stream().map((item) -> title(standing.get(item))).toList();
		long since = find.step().begunAt().getEpochSecond() - 300;
		return (item) -> DraftBody.isMarked(item, find.step().clientKey()) || DraftBody.isUnmarked(item)
				&& DraftBody.titles(item).equals(titles) && item.path("update_time").asLong(0) >= since;
	}

	private static String title(PushContent.@Nullable Standing standing) {
		return (standing != null) ? standing.title() : "";
	}

	private static Predicate<JsonNode> isMarked(Plan plan) {
		String hash = Objects.requireNonNullElse(plan.contentHash(), "");
		return (item) -> DraftBody.isMarked(item, SendKeys.marker(plan, hash));
	}

	private <T> T in(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

}
