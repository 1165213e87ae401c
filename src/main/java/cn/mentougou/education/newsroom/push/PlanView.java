package cn.mentougou.education.newsroom.push;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.NewsId;

/**
 * A push as people see it.
 *
 * @param id its number
 * @param appId the account
 * @param slot when it goes
 * @param verb mass send or publication
 * @param target to whom
 * @param late what becomes of it when its time has passed
 * @param series the series it belongs to, or null
 * @param state how it stands
 * @param reason why, explained; null if there is nothing to explain
 * @param reasonCode the same as a code, or empty
 * @param revision to be handed back with a change
 * @param generation counts how often a person decided to send it
 * @param items what goes
 * @param counts what the platform counted; null before its report
 * @param platformId the platform's number of the mass send or publication, or null
 * @param dataId the platform's number that statistics go by (msg_data_id), or null
 * @param isStuck whether the system asked all it could and still does not know
 * @param moderator who answers for comments; null if comments are off
 * @param steps what was called, in order; empty in lists
 */
public record PlanView(PushPlanId id, String appId, Instant slot, Verb verb, Target target, LatePolicy late,
		@Nullable String series, PlanState state, @Nullable PushReason reason, String reasonCode, int revision,
		int generation, List<Item> items, @Nullable Counts counts, @Nullable String platformId, @Nullable String dataId,
		boolean isStuck, @Nullable Long moderator, List<Step> steps) {

	/** Whether every item is approved just as it stands. */
	public boolean isApproved() {
		return this.items.stream().allMatch(Item::isApproved);
	}

	static PlanView of(PushLedger.Plan plan, List<PushPlanMapper.Item> items,
			Map<NewsId, PushContent.Standing> standing) {
		List<Item> shown = items.stream().map((item) -> {
			NewsId id = new NewsId(item.newsId());
			PushContent.Standing how = standing.get(id);
			return new Item(id, (how != null) ? how.title() : "", how != null && how.approvedHash() != null,
					item.url());
		}).toList();
		Long total = plan.totalCount();
		Counts counts = (total != null)
				? new Counts(total, zero(plan.filteredCount()), zero(plan.sentCount()), zero(plan.failedCount()))
				: null;
		return new PlanView(new PushPlanId(plan.id()), plan.appId(), plan.slotAt(), plan.verb(), plan.target(),
				new LatePolicy(plan.late(), plan.lateUntil()), plan.series(), plan.state(),
				PushReason.of(plan.reason()).orElse(null), plan.reason(), plan.revision(), plan.generation(), shown,
				counts, plan.platformId(), plan.msgDataId(), plan.isStuck(), plan.moderatorId(), List.of());
	}

	PlanView with(List<PushLedger.Step> calls) {
		List<Step> shown = calls.stream()
			.map((step) -> new Step(step.kind().title(), step.state().title(),
					PushReason.of(step.reason()).orElse(null), step.reason(), step.rid(), step.begunAt(),
					step.endedAt()))
			.toList();
		return new PlanView(this.id, this.appId, this.slot, this.verb, this.target, this.late, this.series, this.state,
				this.reason, this.reasonCode, this.revision, this.generation, this.items, this.counts, this.platformId,
				this.dataId, this.isStuck, this.moderator, shown);
	}

	private static long zero(@Nullable Long count) {
		return Objects.requireNonNullElse(count, 0L);
	}

	/**
	 * One item of a push.
	 *
	 * @param id the item
	 * @param title its title now
	 * @param isApproved whether it is approved just as it stands
	 * @param url the article's address once it went out, or null
	 */
	public record Item(NewsId id, String title, boolean isApproved, @Nullable String url) {
	}

	/**
	 * What the platform counted.
	 *
	 * @param total followers addressed
	 * @param filtered those left after the platform's filters
	 * @param sent delivered
	 * @param failed not delivered
	 */
	public record Counts(long total, long filtered, long sent, long failed) {
	}

	/**
	 * One outside call.
	 *
	 * @param title what was called
	 * @param state what it came to
	 * @param reason why, explained; null if there is nothing to explain
	 * @param reasonCode the same as a code, or empty
	 * @param rid the platform's number of the call, or empty
	 * @param begunAt when it was decided
	 * @param endedAt when its outcome was recorded, or null
	 */
	public record Step(String title, String state, @Nullable PushReason reason, String reasonCode, String rid,
			Instant begunAt, @Nullable Instant endedAt) {
	}

	/** What is called. */
	public enum StepKind {

		/** The articles are put into the draft box. */
		DRAFT("放进草稿箱"),

		/** The draft is sent to followers. */
		SEND("群发"),

		/** The draft is published. */
		SUBMIT("发布"),

		/** An article is deleted at the platform. */
		DELETE("删除微信上的文章");

		private final String title;

		StepKind(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

	/** What a call came to. */
	public enum StepState {

		/** Decided, and perhaps made. */
		CALLING("正在调用"),

		/** The platform took it; final. */
		SENT("成功"),

		/** The platform refused it; final. */
		REFUSED("被拒绝"),

		/** Surely nothing reached the platform; it may be made again. */
		NOT_SENT("没有发出"),

		/** Nobody here knows. */
		UNKNOWN("结果不明");

		private final String title;

		StepState(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
