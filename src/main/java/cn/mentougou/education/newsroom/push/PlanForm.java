package cn.mentougou.education.newsroom.push;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.shared.Refusal;

/**
 * A push as a person plans it.
 *
 * @param appId the account
 * @param slot when it goes
 * @param verb mass send or publication
 * @param target to whom a mass send goes
 * @param items what goes, in this order, at most {@link #MOST_ITEMS}
 * @param late what becomes of it when its time has passed
 * @param series the series it belongs to, or null
 */
public record PlanForm(String appId, Instant slot, Verb verb, Target target, List<NewsId> items, LatePolicy late,
		@Nullable String series) {

	/** The platform takes eight articles a draft. */
	public static final int MOST_ITEMS = 8;

	private static final Duration FURTHEST = Duration.ofDays(400);

	private static final Duration LONGEST_LATE = Duration.ofDays(7);

	private static final int LONGEST_SERIES = 64;

	/** Copies the items. */
	public PlanForm {
		items = List.copyOf(items);
	}

	/** Refuses what can never go. */
	void check(Instant now) {
		if (this.items.isEmpty() || this.items.size() > MOST_ITEMS) {
			throw new Refusal.Invalid("push.number-of-items", MOST_ITEMS);
		}
		if (new HashSet<>(this.items).size() < this.items.size()) {
			throw new Refusal.Invalid("push.item-twice");
		}
		if (this.slot.isBefore(now.minus(Duration.ofMinutes(1)))) {
			throw new Refusal.Invalid("push.slot-past");
		}
		if (this.slot.isAfter(now.plus(FURTHEST))) {
			throw new Refusal.Invalid("push.slot-too-far");
		}
		Instant until = this.late.until();
		if (until != null && (!until.isAfter(this.slot) || until.isAfter(this.slot.plus(LONGEST_LATE)))) {
			throw new Refusal.Invalid("push.late-until");
		}
		if (this.verb == Verb.PUBLISH && !this.target.isEverybody()) {
			throw new Refusal.Invalid("push.publish-to-tag");
		}
		if (this.series != null && this.series.length() > LONGEST_SERIES) {
			throw new Refusal.Invalid("push.series-too-long", LONGEST_SERIES);
		}
	}

}
