package cn.mentougou.education.newsroom.pushdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.Slots;

/**
 * What is likely wrong with a push that is planned: a day that is spent, another push on
 * it, an item that goes twice, is not approved or is missing, a time that is past. They
 * warn; what goes is decided at its time.
 */
@Component
class PushWarnings {

	/** Readers remember what they got a month ago. */
	private static final Duration MEMORY = Duration.ofDays(31);

	private final Plans plans;

	private final Slots slots;

	private final Clock clock;

	PushWarnings(Plans plans, Slots slots, Clock clock) {
		this.plans = plans;
		this.slots = slots;
		this.clock = clock;
	}

	/** Of a push that stands in the book and did not go yet. */
	List<String> of(PlanView plan) {
		if (!plan.state().isOpen()) {
			return List.of();
		}
		PlanForm form = new PlanForm(plan.appId(), plan.slot(), plan.verb(), plan.target(),
				plan.items().stream().map(PlanView.Item::id).toList(), plan.late(), plan.series());
		List<String> warnings = of(form, plan.id().value());
		plan.items()
			.stream()
			.filter((item) -> !item.isApproved())
			.forEach((item) -> warnings.add("“" + PushWords.title(item) + "”没有批准，或批准后又改过：重新批准之前，这次推送不会发出。"));
		return warnings;
	}

	/**
	 * Of a push as it is typed.
	 * @param self its number if it stands in the book, otherwise 0
	 */
	List<String> of(PlanForm form, long self) {
		List<String> warnings = new ArrayList<>();
		if (!form.slot().isAfter(this.clock.instant())) {
			warnings.add("这个时间已经过去了。请改一个将来的时间。");
		}
		if (form.items().isEmpty()) {
			warnings.add("还没有稿件：到时间仍然没有，就不会发出。");
		}
		if (new HashSet<>(form.items()).size() < form.items().size()) {
			warnings.add("同一篇稿件在这次推送里排了两遍。");
		}
		List<PlanView> others = this.plans.between(form.slot().minus(MEMORY), form.slot().plus(MEMORY))
			.stream()
			.filter((other) -> other.id().value() != self && other.appId().equals(form.appId()))
			.filter((other) -> counts(other.state()))
			.toList();
		addTwice(warnings, form, others);
		if (this.slots.isBounded(form.appId(), form.verb(), form.target())) {
			addQuota(warnings, form, others);
		}
		return warnings;
	}

	private static void addTwice(List<String> warnings, PlanForm form, List<PlanView> others) {
		Set<NewsId> ours = new HashSet<>(form.items());
		for (PlanView other : others) {
			other.items()
				.stream()
				.filter((item) -> ours.contains(item.id()))
				.forEach((item) -> warnings.add("“" + PushWords.title(item) + "”在 " + PushWords.time(other.slot())
						+ " 的推送里" + ((other.state() == PlanState.SENT) ? "已经发过。" : "也排了。")));
		}
	}

	private void addQuota(List<String> warnings, PlanForm form, List<PlanView> others) {
		LocalDate day = PushWords.day(form.slot());
		others.stream()
			.filter((other) -> this.slots.isBounded(other.appId(), other.verb(), other.target()))
			.filter((other) -> PushWords.day(other.slot()).equals(day))
			.forEach((other) -> warnings
				.add("这一天 " + PushWords.time(other.slot()) + " 已经有一次群发（" + other.state().title() + "）；一天只能群发一次。"));
		if (this.slots.left(form.appId(), day) == 0) {
			warnings.add("这一天（或这个月）的群发次数已经用完，包括在公众平台手工发的。请改到别的日子，或改成“发布”。");
		}
	}

	/** What was called off or left out stands in nobody's way. */
	private static boolean counts(PlanState state) {
		return state != PlanState.CANCELLED && state != PlanState.SKIPPED && state != PlanState.MISSED
				&& state != PlanState.REFUSED;
	}

	/** Whether anything of it must be approved anew or for the first time. */
	static boolean isUnapproved(PlanView plan, Instant soon) {
		return plan.state() == PlanState.PLANNED && !plan.isApproved() && plan.slot().isBefore(soon);
	}

}
