package cn.mentougou.education.newsroom.pushdesk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/**
 * The calendar of pushes: drawn by scripts, and the same as a list for those who have
 * none; and the page of all codes.
 */
@Controller
@RequestMapping(PushCalendarConsoleController.PATH)
class PushCalendarConsoleController {

	static final String PATH = "/console/pushes";

	private static final String POLICY = "Content-Security-Policy";

	private static final String WEEK = "timeGridWeek";

	private static final int YEARS = 20;

	private final PushCalendar calendar;

	private final PushWords words;

	private final Standstill standstill;

	private final Clock clock;

	PushCalendarConsoleController(PushCalendar calendar, PushWords words, Standstill standstill, Clock clock) {
		this.calendar = calendar;
		this.words = words;
		this.standstill = standstill;
		this.clock = clock;
	}

	@GetMapping
	String calendar(Actor actor, @RequestParam(defaultValue = "") String date,
			@RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String account,
			HttpServletResponse response, Model model) {
		// The library's sheet brings a font of icons as data.
		response.setHeader(POLICY, response.getHeader(POLICY) + "; font-src 'self' data:");
		LocalDate day = date.isEmpty() ? LocalDate.now(this.clock) : day(date);
		YearMonth month = YearMonth.from(day);
		List<PlanView> plans = this.calendar.plans(month.atDay(1), month.plusMonths(1).atDay(1), known(account));
		model.addAttribute("lines", plans.stream().map((plan) -> PlanLine.of(plan, this.words)).toList());
		model.addAttribute("voided",
				plans.stream().filter((plan) -> PushWarnings.isUnapproved(plan, PushToday.soon(this.clock))).count());
		model.addAttribute("places", this.calendar.places(month.atDay(1), month.plusMonths(1).atDay(1), plans));
		model.addAttribute("month", month);
		model.addAttribute("day", day);
		model.addAttribute("now", LocalDateTime.now(this.clock).truncatedTo(ChronoUnit.SECONDS).toString());
		model.addAttribute("view", view.equals(WEEK) ? WEEK : "dayGridMonth");
		model.addAttribute("account", account);
		model.addAttribute("accounts", this.words.accounts());
		model.addAttribute("left", this.calendar.leftToday());
		model.addAttribute("isEditor", actor.holds(Role.EDITOR));
		model.addAttribute("isLeader", actor.holds(Role.LEADER));
		model.addAttribute("standstill", this.standstill.isOn());
		return "pushdesk/calendar";
	}

	/** The pushes of what the calendar shows. */
	@GetMapping("/events")
	@ResponseBody
	List<CalendarEvent> events(@RequestParam String start, @RequestParam String end,
			@RequestParam(defaultValue = "") String account) {
		return this.calendar.events(day(start), day(end), known(account));
	}

	/** What is left of the quotas on the days that the calendar shows. */
	@GetMapping("/days")
	@ResponseBody
	List<CalendarEvent> days(@RequestParam String start, @RequestParam String end,
			@RequestParam(defaultValue = "") String account) {
		return this.calendar.quotas(day(start), day(end), known(account));
	}

	@GetMapping("/codes")
	String codes(Model model) {
		model.addAttribute("reasons", PushReason.all());
		return "pushdesk/codes";
	}

	@GetMapping("/figures")
	String figures(@RequestParam @Nullable Integer year, Model model) {
		int now = LocalDate.now(this.clock).getYear();
		int shown = (year != null && year > now - YEARS && year <= now + 1) ? year : now;
		List<MonthFigures> months = new ArrayList<>();
		for (int number = 1; number <= 12; number++) {
			LocalDate first = LocalDate.of(shown, number, 1);
			months.add(MonthFigures.of(number + " 月", this.calendar.plans(first, first.plusMonths(1), null)));
		}
		model.addAttribute("year", shown);
		model.addAttribute("years", IntStream.rangeClosed(now - 4, now + 1).boxed().toList());
		model.addAttribute("months", months);
		return "pushdesk/figures";
	}

	private static @Nullable String known(String account) {
		return account.isEmpty() ? null : account;
	}

	/** The library sends a time with its days. */
	private static LocalDate day(String text) {
		try {
			return LocalDate.parse((text.length() > 10) ? text.substring(0, 10) : text);
		}
		catch (DateTimeException ex) {
			throw new Refusal.Invalid("pushdesk.no-such-day");
		}
	}

}
