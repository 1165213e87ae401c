package cn.mentougou.education.newsroom.push;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/**
 * What is left of the platform's mass sends: a subscription account has one a day; a
 * service account reaches everybody once a day and four times a month (群发接口和原创校验). What
 * people send in the platform's own console is known by its events.
 */
@Component
public class Slots {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final int A_MONTH = 4;

	private final PushPlanMapper plans;

	private final PushLedgerMapper ledger;

	private final WeChatAccounts accounts;

	Slots(PushPlanMapper plans, PushLedgerMapper ledger, WeChatAccounts accounts) {
		this.plans = plans;
		this.ledger = ledger;
		this.accounts = accounts;
	}

	/** How many mass sends to everybody are left on this day. */
	public int left(String appId, LocalDate day) {
		return uses(appId, day, day.plusDays(1), 0).left(day);
	}

	/** The same of each of these days. */
	public SortedMap<LocalDate, Integer> left(String appId, LocalDate from, LocalDate until) {
		Uses uses = uses(appId, from, until, 0);
		SortedMap<LocalDate, Integer> left = new TreeMap<>();
		from.datesUntil(until).forEach((day) -> left.put(day, uses.left(day)));
		return left;
	}

	/** Whether the platform will take this push today, as far as is known here. */
	public boolean isFree(PushLedger.Plan plan, LocalDate today) {
		return !isBounded(plan.appId(), plan.verb(), plan.target())
				|| uses(plan.appId(), today, today.plusDays(1), plan.id()).left(today) > 0;
	}

	/** Whether a push like that spends one of the mass sends that are counted here. */
	public boolean isBounded(String appId, Verb verb, Target target) {
		return verb == Verb.MASS && (target.isEverybody() || isSubscription(appId));
	}

	/** What went out of an account in this time and was made elsewhere. */
	public List<Foreign> foreign(String appId, Instant from, Instant to) {
		return this.ledger.foreign(appId, from, to)
			.stream()
			.filter(PushLedgerMapper.Result::isGood)
			.map((result) -> new Foreign(result.verb(), result.reportedAt()))
			.toList();
	}

	private boolean isSubscription(String appId) {
		return this.accounts.find(appId).filter((account) -> account.kind() == AccountKind.SUBSCRIPTION).isPresent();
	}

	/** What these days, and the months that count with them, have spent. */
	private Uses uses(String appId, LocalDate from, LocalDate until, long except) {
		boolean isMonthly = !isSubscription(appId);
		LocalDate first = isMonthly ? from.withDayOfMonth(1) : from;
		LocalDate end = isMonthly ? until.minusDays(1).withDayOfMonth(1).plusMonths(1) : until;
		List<PushLedger.Plan> ours = this.plans.spending(appId, start(first.minusDays(8)), start(end.plusDays(1)))
			.stream()
			.filter((plan) -> plan.id() != except && isSpent(plan))
			.filter((plan) -> isBounded(appId, plan.verb(), plan.target()))
			.toList();
		List<Foreign> foreign = foreign(appId, start(first), start(end)).stream()
			.filter((one) -> one.verb() == Verb.MASS)
			.toList();
		return new Uses(isMonthly, ours, foreign);
	}

	private static boolean isSpent(PushLedger.Plan plan) {
		return plan.state() == PlanState.SENDING ? plan.platformId() != null
				: plan.state().maySpend() || plan.state() == PlanState.REFUSED && PushReason.of(plan.reason())
					.filter((reason) -> reason.slot() == PushReason.Slot.SPENT && plan.platformId() != null)
					.isPresent();
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(BEIJING).toInstant();
	}

	/**
	 * A mass send or publication that went out and that no plan made.
	 *
	 * @param verb which of the two
	 * @param reportedAt when the platform reported it
	 */
	public record Foreign(Verb verb, Instant reportedAt) {
	}

	/** The mass sends of an account, ours and foreign ones. */
	private record Uses(boolean isMonthly, List<PushLedger.Plan> ours, List<Foreign> foreign) {

		int left(LocalDate day) {
			int today = 1 - spent(day, day.plusDays(1));
			LocalDate first = day.withDayOfMonth(1);
			int left = this.isMonthly ? Math.min(today, A_MONTH - spent(first, first.plusMonths(1))) : today;
			return Math.max(0, left);
		}

		/**
		 * A report that is nobody's may belong to a push of ours whose number is not
		 * known yet: the two count once.
		 */
		private int spent(LocalDate from, LocalDate to) {
			List<PushLedger.Plan> then = this.ours.stream()
				.filter((plan) -> isIn(Objects.requireNonNullElse(plan.acceptedAt(), plan.slotAt()), from, to))
				.toList();
			long known = then.stream().filter((plan) -> plan.platformId() != null).count();
			long others = this.foreign.stream().filter((one) -> isIn(one.reportedAt(), from, to)).count();
			return (int) (known + Math.max(others, then.size() - known));
		}

		private static boolean isIn(Instant at, LocalDate from, LocalDate to) {
			return !at.isBefore(start(from)) && at.isBefore(start(to));
		}

	}

}
