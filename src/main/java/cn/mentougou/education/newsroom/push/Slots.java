package cn.mentougou.education.newsroom.push;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
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
		return left(appId, day, 0);
	}

	/** Whether the platform will take this push today, as far as is known here. */
	public boolean isFree(PushLedger.Plan plan, LocalDate today) {
		boolean isBounded = plan.verb() == Verb.MASS
				&& (plan.target().isEverybody() || kind(plan.appId()) == AccountKind.SUBSCRIPTION);
		return !isBounded || left(plan.appId(), today, plan.id()) > 0;
	}

	/** Mass sends of an account that were made elsewhere in this time. */
	public List<Foreign> foreign(String appId, Instant from, Instant to) {
		return this.ledger.results(appId, from, to)
			.stream()
			.filter((result) -> this.plans.findTied(appId, result.verb(), result.platformId()).isEmpty())
			.map((result) -> new Foreign(result.platformId(), result.verb(), result.status(), result.isGood(),
					result.reportedAt(), this.ledger.urls(appId, result.verb(), result.platformId())))
			.toList();
	}

	private int left(String appId, LocalDate day, long except) {
		int today = 1 - spent(appId, day, day.plusDays(1), except);
		if (kind(appId) == AccountKind.SUBSCRIPTION) {
			return Math.max(0, today);
		}
		LocalDate first = day.withDayOfMonth(1);
		return Math.max(0, Math.min(today, A_MONTH - spent(appId, first, first.plusMonths(1), except)));
	}

	private @Nullable AccountKind kind(String appId) {
		return this.accounts.find(appId).map((account) -> account.kind()).orElse(null);
	}

	/**
	 * A report that is nobody's may belong to a push of ours whose number is not known
	 * yet: the two count once.
	 */
	private int spent(String appId, LocalDate from, LocalDate to, long except) {
		Instant start = start(from);
		Instant end = start(to);
		List<PushLedger.Plan> ours = this.plans.spending(appId, start(from.minusDays(8)), start(to.plusDays(1)))
			.stream()
			.filter((plan) -> plan.verb() == Verb.MASS && plan.id() != except && isSpent(plan))
			.filter((plan) -> isIn(Objects.requireNonNullElse(plan.acceptedAt(), plan.slotAt()), start, end))
			.filter((plan) -> plan.target().isEverybody() || kind(appId) == AccountKind.SUBSCRIPTION)
			.toList();
		long known = ours.stream().filter((plan) -> plan.platformId() != null).count();
		long foreign = foreign(appId, start, end).stream()
			.filter((one) -> one.verb() == Verb.MASS && one.isGood())
			.count();
		return (int) (known + Math.max(foreign, ours.size() - known));
	}

	private static boolean isSpent(PushLedger.Plan plan) {
		return plan.state() == PlanState.SENDING ? plan.platformId() != null
				: plan.state().maySpend() || plan.state() == PlanState.REFUSED && PushReason.of(plan.reason())
					.filter((reason) -> reason.slot() == PushReason.Slot.SPENT && plan.platformId() != null)
					.isPresent();
	}

	private static boolean isIn(Instant at, Instant from, Instant to) {
		return !at.isBefore(from) && at.isBefore(to);
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(BEIJING).toInstant();
	}

	/**
	 * A mass send or publication that no plan made.
	 *
	 * @param platformId the platform's number
	 * @param verb which of the two
	 * @param status the platform's words
	 * @param isGood whether it went out
	 * @param reportedAt when the platform reported it
	 * @param urls addresses of the articles
	 */
	public record Foreign(String platformId, Verb verb, String status, boolean isGood, Instant reportedAt,
			List<String> urls) {
	}

}
