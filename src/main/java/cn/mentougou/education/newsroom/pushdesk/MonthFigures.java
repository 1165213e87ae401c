package cn.mentougou.education.newsroom.pushdesk;

import java.util.List;
import java.util.Set;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;

/**
 * The pushes of a month in figures; pushes and items are counted apart.
 *
 * @param name which month
 * @param plans how many pushes were planned
 * @param sent how many went out
 * @param byHand how many were sent in WeChat's own console
 * @param failed how many did not go, or nobody knows
 * @param leftOut how many were called off or left out
 * @param items how many items went out
 * @param delivered how many deliveries the platform counted
 */
record MonthFigures(String name, int plans, int sent, int byHand, int failed, int leftOut, int items, long delivered) {

	static MonthFigures of(String name, List<PlanView> plans) {
		List<PlanView> out = plans.stream().filter((plan) -> plan.state() == PlanState.SENT).toList();
		return new MonthFigures(name, plans.size(), out.size(), count(plans, PlanState.TAKEN_OVER),
				count(plans, PlanState.REFUSED, PlanState.UNKNOWN, PlanState.MISSED, PlanState.BLOCKED),
				count(plans, PlanState.CANCELLED, PlanState.SKIPPED),
				out.stream().mapToInt((plan) -> plan.items().size()).sum(),
				out.stream().mapToLong(MonthFigures::delivered).sum());
	}

	private static int count(List<PlanView> plans, PlanState... states) {
		Set<PlanState> wanted = Set.of(states);
		return (int) plans.stream().filter((plan) -> wanted.contains(plan.state())).count();
	}

	private static long delivered(PlanView plan) {
		PlanView.Counts counts = plan.counts();
		return (counts != null) ? counts.sent() : 0;
	}

}
