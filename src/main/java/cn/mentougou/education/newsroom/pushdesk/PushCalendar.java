package cn.mentougou.education.newsroom.pushdesk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.Slots;
import cn.mentougou.education.newsroom.pushseries.PushSeries;
import cn.mentougou.education.newsroom.pushseries.SeriesBook;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** What the calendar shows of a month or a week. */
@Component
class PushCalendar {

	/** More than the six weeks of a month's sheet. */
	private static final int MOST_DAYS = 62;

	private final Plans plans;

	private final Slots slots;

	private final SeriesBook series;

	private final WeChatAccounts accounts;

	private final PushWords words;

	private final Clock clock;

	PushCalendar(Plans plans, Slots slots, SeriesBook series, WeChatAccounts accounts, PushWords words, Clock clock) {
		this.plans = plans;
		this.slots = slots;
		this.series = series;
		this.accounts = accounts;
		this.words = words;
		this.clock = clock;
	}

	/** The pushes of these days, of one account or all. */
	List<PlanView> plans(LocalDate from, LocalDate until, @Nullable String appId) {
		Instant end = PushWords.start(bounded(from, until));
		return this.plans.between(PushWords.start(from), end)
			.stream()
			.filter((plan) -> appId == null || plan.appId().equals(appId))
			.toList();
	}

	/** The same as the calendar draws them, with the places that series keep. */
	List<CalendarEvent> events(LocalDate from, LocalDate until, @Nullable String appId) {
		List<PlanView> plans = plans(from, until, appId);
		List<CalendarEvent> events = new ArrayList<>();
		plans.forEach((plan) -> events.add(CalendarEvent.of(plan, this.words.account(plan.appId()))));
		places(from, until, plans).stream()
			.filter((place) -> appId == null || place.series().appId().equals(appId))
			.forEach((place) -> events.add(CalendarEvent.place(place, this.words.account(place.series().appId()))));
		return events;
	}

	/** The places of series, from now on, for which nothing is planned yet. */
	List<Place> places(LocalDate from, LocalDate until, List<PlanView> plans) {
		Set<String> filled = plans.stream()
			.filter((plan) -> plan.state() != PlanState.CANCELLED)
			.map((plan) -> key(plan.appId(), plan.series(), PushWords.day(plan.slot())))
			.collect(Collectors.toSet());
		LocalDateTime now = LocalDateTime.now(this.clock);
		LocalDate first = from.isBefore(now.toLocalDate()) ? now.toLocalDate() : from;
		List<Place> places = new ArrayList<>();
		for (PushSeries one : this.series.all()) {
			for (LocalDate day = first; day.isBefore(bounded(from, until)); day = day.plusDays(1)) {
				boolean isOpen = one.isOn(day) && day.atTime(one.at()).isAfter(now)
						&& !filled.contains(key(one.appId(), one.title(), day));
				if (isOpen) {
					places.add(Place.of(one, day));
				}
			}
		}
		return places;
	}

	private static String key(String appId, @Nullable String series, LocalDate day) {
		return appId + " " + day + " " + series;
	}

	/** What is left of the quotas from today on. */
	List<CalendarEvent> quotas(LocalDate from, LocalDate until, @Nullable String appId) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate first = from.isBefore(today) ? today : from;
		LocalDate end = bounded(from, until);
		if (!first.isBefore(end)) {
			return List.of();
		}
		return this.accounts.all()
			.stream()
			.filter((account) -> appId == null || account.appId().equals(appId))
			.flatMap((account) -> quotas(account, this.slots.left(account.appId(), first, end)))
			.toList();
	}

	private Stream<CalendarEvent> quotas(WeChatAccount account, SortedMap<LocalDate, Integer> left) {
		String name = this.words.account(account.appId());
		return left.entrySet()
			.stream()
			.map((day) -> CalendarEvent.quota(day.getKey(),
					name + ((day.getValue() > 0) ? "可群发 " + day.getValue() + " 次" : "没有群发次数"), day.getValue() == 0));
	}

	/** What is left today, said in a sentence for each account. */
	List<String> leftToday() {
		LocalDate today = LocalDate.now(this.clock);
		return this.accounts.all().stream().map((account) -> left(account, today)).toList();
	}

	private String left(WeChatAccount account, LocalDate today) {
		String rule = (account.kind() == AccountKind.SUBSCRIPTION) ? "每天 1 次" : "每天 1 次、每月 4 次";
		return this.words.account(account.appId()) + "（" + rule + "）：今天还可群发 " + this.slots.left(account.appId(), today)
				+ " 次";
	}

	private static LocalDate bounded(LocalDate from, LocalDate until) {
		LocalDate last = from.plusDays(MOST_DAYS);
		return until.isAfter(last) ? last : until;
	}

	/**
	 * A day on which a push of a series is expected.
	 *
	 * @param series the series
	 * @param day the day
	 * @param href where it is filled
	 * @param time when its push is expected, in words
	 */
	record Place(PushSeries series, LocalDate day, String href, String time) {

		static Place of(PushSeries series, LocalDate day) {
			return new Place(series, day,
					PushCalendarConsoleController.PATH + "/new?series=" + series.id() + "&day=" + day,
					PushWords.time(PushWords.instant(day.atTime(series.at()))));
		}

	}

}
