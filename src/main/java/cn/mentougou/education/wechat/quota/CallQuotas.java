package cn.mentougou.education.wechat.quota;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * The desk of the calls that the platform allows an account in a day, or in a month, of
 * Beijing. Calls are reserved in blocks, so that each does not cost a statement; what a
 * dead instance had reserved and not used is lost for that day.
 */
public class CallQuotas {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/** A block is a hundredth of the limit, and never more than this. */
	private static final int LARGEST_BLOCK = 200;

	private final CallQuotaMapper mapper;

	private final CallRules rules;

	private final QuotaSettings settings;

	private final Clock clock;

	private final TransactionTemplate alone;

	/** What is reserved and not used, by account, API and period. */
	private final Map<String, Integer> left = new HashMap<>();

	CallQuotas(CallQuotaMapper mapper, QuotaSettings settings, Clock clock, TransactionTemplate alone) {
		this.mapper = mapper;
		this.rules = new CallRules(settings.calls());
		this.settings = settings;
		this.clock = clock;
		this.alone = alone;
	}

	/**
	 * Takes one call. Near midnight it counts for both days, since nobody knows in which
	 * the platform counts it.
	 * @param api the path of the call
	 * @return {@code false} if the platform allows no more: nothing must be called
	 */
	public synchronized boolean take(String appId, String api) {
		Instant now = this.clock.instant();
		TreeSet<LocalDate> days = new TreeSet<>(
				List.of(day(now.minus(this.settings.margin())), day(now.plus(this.settings.margin()))));
		for (LocalDate day : days) {
			CallRules.Limit limit = this.rules.of(appId, api, day);
			if (limit.isBounded() && !has(appId, api, limit.period(day), limit.calls())) {
				return false;
			}
		}
		for (LocalDate day : days) {
			CallRules.Limit limit = this.rules.of(appId, api, day);
			if (limit.isBounded()) {
				this.left.merge(key(appId, api, limit.period(day)), -1, Integer::sum);
			}
		}
		return true;
	}

	/** The platform says that no more is allowed (45009): it is believed. */
	public synchronized void exhausted(String appId, String api) {
		LocalDate day = day(this.clock.instant());
		CallRules.Limit limit = this.rules.of(appId, api, day);
		String period = limit.period(day);
		this.left.put(key(appId, api, period), 0);
		if (limit.isBounded()) {
			this.alone.executeWithoutResult((status) -> {
				this.mapper.insertNothing(appId, api, period);
				this.mapper.exhaust(appId, api, period, limit.calls());
			});
		}
	}

	/** When calls are allowed again at the latest, if none is left. */
	public Instant nextChance(String appId, String api) {
		LocalDate day = day(this.clock.instant());
		LocalDate next = this.rules.of(appId, api, day).isMonthly() ? YearMonth.from(day).plusMonths(1).atDay(1)
				: day.plusDays(1);
		return next.atStartOfDay(BEIJING).toInstant().plus(this.settings.margin());
	}

	/** How much of each bounded call an account has used in this day or month. */
	public List<CallUsage> usage(String appId) {
		LocalDate day = day(this.clock.instant());
		return this.rules.apis().stream().map((api) -> {
			CallRules.Limit limit = this.rules.of(appId, api, day);
			int reserved = this.mapper.findReserved(appId, api, limit.period(day)).orElse(0);
			return new CallUsage(api, Math.max(0, reserved - unused(appId, api, limit.period(day))), limit.calls(),
					limit.isMonthly());
		}).toList();
	}

	private synchronized int unused(String appId, String api, String period) {
		return this.left.getOrDefault(key(appId, api, period), 0);
	}

	private boolean has(String appId, String api, String period, int limit) {
		if (unused(appId, api, period) > 0) {
			return true;
		}
		this.left.keySet().removeIf((key) -> isPast(key));
		int block = Math.max(1, Math.min(LARGEST_BLOCK, limit / 100));
		int got = reserved(appId, api, period, new int[] { block, limit });
		this.left.put(key(appId, api, period), got);
		return got > 0;
	}

	/** As much of a block as is left. */
	private int reserved(String appId, String api, String period, int[] blockAndLimit) {
		Integer got = this.alone.execute((status) -> {
			this.mapper.insertNothing(appId, api, period);
			int reserved = this.mapper.lockReserved(appId, api, period);
			int some = Math.max(0, Math.min(blockAndLimit[0], blockAndLimit[1] - reserved));
			if (some > 0) {
				this.mapper.reserve(appId, api, period, some);
			}
			return some;
		});
		return (got != null) ? got : 0;
	}

	/** Periods sort as words; yesterday's blocks are of no use. */
	private boolean isPast(String key) {
		String period = key.substring(key.lastIndexOf(' ') + 1);
		String today = day(this.clock.instant().minus(this.settings.margin())).toString();
		return period.compareTo(today.substring(0, period.length())) < 0;
	}

	private static String key(String appId, String api, String period) {
		return appId + " " + api + " " + period;
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, BEIJING);
	}

	/** Forgets the counters of days long past. */
	public int forgetBefore(LocalDate day, int limit) {
		return this.mapper.deleteBefore(day.toString(), limit);
	}

}
