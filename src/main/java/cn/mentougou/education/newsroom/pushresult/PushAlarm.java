package cn.mentougou.education.newsroom.pushresult;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.Slots;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/**
 * Says that a push needs a person, that a day had none by its hour, and that an account
 * was silent too long (官方规范: 两周没有更新 may cost it its rights): on 今日, and as a metric.
 */
class PushAlarm implements TodaySource {

	private static final String PATH = "/console/pushes";

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final Duration TROUBLE_FOR = Duration.ofDays(7);

	private final Plans plans;

	private final Slots slots;

	private final Standstill standstill;

	private final WeChatAccounts accounts;

	private final Settings settings;

	private final Clock clock;

	PushAlarm(Plans plans, Slots slots, Standstill standstill, WeChatAccounts accounts, Settings settings,
			Clock clock) {
		this.plans = plans;
		this.slots = slots;
		this.standstill = standstill;
		this.accounts = accounts;
		this.settings = settings;
		this.clock = clock;
	}

	void measureBy(MeterRegistry meters) {
		Gauge.builder("push.in.trouble", this, PushAlarm::count)
			.description("pushes that need a person, and accounts without today's push by its hour")
			.register(meters);
	}

	@Override
	public List<TodayEntry> entriesFor(Actor actor, LocalDate today) {
		if (!actor.holds(Role.EDITOR) && !actor.holds(Role.LEADER)) {
			return List.of();
		}
		List<TodayEntry> entries = new ArrayList<>();
		if (this.standstill.isOn()) {
			entries.add(TodayEntry.alarm("全部推送已暂停：到点的推送都不会发出", PATH));
		}
		troubled().forEach((plan) -> entries.add(entry(plan)));
		silent(today).forEach((appId) -> entries.add(TodayEntry
			.alarm("今天 " + this.settings.dailyBy() + " 前没有推送（" + this.accounts.label(appId) + "）", PATH)));
		this.accounts.all()
			.forEach((account) -> daysSilent(account.appId(), today).ifPresent((days) -> entries.add(TodayEntry
				.alarm(this.accounts.label(account.appId()) + "已经 " + days + " 天没有更新；两周没有更新，微信可能限制公众号", PATH))));
		return entries;
	}

	private List<PlanView> troubled() {
		Instant from = this.clock.instant().minus(TROUBLE_FOR);
		return this.plans.inTrouble().stream().filter((plan) -> plan.slot().isAfter(from)).toList();
	}

	private static TodayEntry entry(PlanView plan) {
		String why = (plan.reason() != null) ? "：" + plan.reason().meaning() : "";
		String title = plan.slot().atZone(BEIJING).toLocalDate() + " 的推送" + plan.state().title() + why;
		String href = PATH + "/" + plan.id().value();
		return (plan.state() == PlanState.CONFIRMING) ? TodayEntry.waiting(title, href) : TodayEntry.alarm(title, href);
	}

	/** Subscription accounts that had no push today although its hour is past. */
	private List<String> silent(LocalDate today) {
		Instant hour = today.atTime(this.settings.dailyBy()).atZone(BEIJING).toInstant();
		if (this.clock.instant().isBefore(hour)) {
			return List.of();
		}
		Instant start = today.atStartOfDay(BEIJING).toInstant();
		Instant end = today.plusDays(1).atStartOfDay(BEIJING).toInstant();
		List<PlanView> planned = this.plans.between(start, end);
		return this.accounts.all()
			.stream()
			.filter((account) -> account.kind() == AccountKind.SUBSCRIPTION)
			.map((account) -> account.appId())
			.filter((appId) -> planned.stream()
				.noneMatch((plan) -> plan.appId().equals(appId) && (plan.state() == PlanState.SENT
						|| plan.state() == PlanState.SENDING || plan.state() == PlanState.CONFIRMING)))
			.filter((appId) -> this.slots.foreign(appId, start, end)
				.stream()
				.noneMatch((foreign) -> foreign.verb() == Verb.MASS))
			.toList();
	}

	/** How long an account was silent, if that is long. */
	private Optional<Long> daysSilent(String appId, LocalDate today) {
		Instant now = this.clock.instant();
		Instant from = now.minus(this.settings.longestSilence());
		return this.plans.lastSent(appId)
			.filter((last) -> last.isBefore(from))
			.filter((last) -> this.slots.foreign(appId, from, now.plus(Duration.ofDays(1))).isEmpty())
			.map((last) -> today.toEpochDay() - LocalDate.ofInstant(last, BEIJING).toEpochDay());
	}

	/** Without the database nobody knows. */
	private double count() {
		try {
			return troubled().size() + silent(LocalDate.ofInstant(this.clock.instant(), BEIJING)).size();
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

	/**
	 * When there is an alarm.
	 *
	 * @param dailyBy the hour by which a day has its push
	 * @param longestSilence how long an account may be silent
	 */
	record Settings(LocalTime dailyBy, Duration longestSilence) {
	}

}
