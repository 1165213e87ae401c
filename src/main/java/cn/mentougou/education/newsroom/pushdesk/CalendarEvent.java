package cn.mentougou.education.newsroom.pushdesk;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;

/**
 * What the calendar draws, in the words of its library. Times are Beijing's without an
 * offset, since the library knows no zones.
 *
 * @param id its number; none for what is left of a quota
 * @param title what it says
 * @param start when it goes
 * @param allDay whether it belongs to the day
 * @param url its page, or null
 * @param editable whether it may be dragged
 * @param classNames how it looks
 * @param extendedProps what dragging needs
 */
record CalendarEvent(@Nullable String id, String title, String start, boolean allDay, @Nullable String url,
		boolean editable, List<String> classNames, Props extendedProps) {

	static CalendarEvent of(PlanView plan, String account) {
		String page = PushCalendarConsoleController.PATH + "/" + plan.id().value();
		String state = PushWords.state(plan);
		String title = state + "｜" + account + "｜" + PushWords.title(plan);
		return new CalendarEvent(plan.id().toString(), title, PushWords.local(plan.slot()).toString(), false, page,
				plan.state().isOpen() || plan.state() == PlanState.MISSED, List.of("plan", look(plan)),
				new Props(page + "/slot", plan.revision(), title));
	}

	static CalendarEvent quota(LocalDate day, String words, boolean isSpent) {
		return new CalendarEvent(null, words, day.toString(), true, null, false,
				isSpent ? List.of("quota", "spent") : List.of("quota"), new Props("", 0, words));
	}

	static CalendarEvent place(PushCalendar.Place place, String account) {
		String title = "待排｜" + account + "｜" + place.series().title();
		return new CalendarEvent(null, title, place.day().atTime(place.series().at()).toString(), false, place.href(),
				false, List.of("plan", "place"), new Props("", 0, title + "：点开选稿排期"));
	}

	private static String look(PlanView plan) {
		return switch (plan.state()) {
			case BLOCKED, REFUSED, UNKNOWN, MISSED, CONFIRMING -> "alarm";
			case SENT, TAKEN_OVER -> "sent";
			case SKIPPED, CANCELLED -> "over";
			case SENDING -> "planned";
			case PLANNED -> plan.isApproved() ? "planned" : "warned";
		};
	}

	/**
	 * What dragging needs.
	 *
	 * @param move where the form that moves it is sent
	 * @param revision which state of it was seen
	 * @param words all of it, for the pointer that rests on it
	 */
	record Props(String move, int revision, String words) {
	}

}
