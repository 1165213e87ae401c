package cn.mentougou.education.office.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The list of one year as the State Council's office published it. It may name days of
 * the December before, which its New Year's holiday began in.
 *
 * @param year the year
 * @param source the notice
 * @param days the days, in their order
 */
record YearList(int year, String source, List<CalendarDay> days) {

	private static final JsonMapper mapper = JsonMapper.builder().build();

	/** Sorts the days. */
	YearList {
		days = days.stream().sorted(Comparator.comparing(CalendarDay::on)).toList();
	}

	/** Reads what {@link #text()} wrote. */
	static YearList of(int year, String source, String text) {
		return new YearList(year, source, text.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> line.split(",", 3))
			.map((cells) -> new CalendarDay(LocalDate.parse(cells[0]), CalendarDay.Kind.valueOf(cells[1]), cells[2]))
			.toList());
	}

	/** The days as lines of date, kind and name. */
	String text() {
		return this.days.stream()
			.map((day) -> day.on() + "," + day.kind() + "," + day.name() + "\n")
			.collect(Collectors.joining());
	}

	/**
	 * The list as a file that a spreadsheet opens and that can be imported again; names
	 * hold nothing that a spreadsheet would calculate.
	 */
	String csv() {
		return "\uFEFFdate,kind,name\r\n" + text().replace("\n", "\r\n");
	}

	/** The list as JSON that can be imported again. */
	String json() {
		List<Map<String, String>> named = this.days.stream()
			.map((day) -> Map.<String, String>of("date", day.on().toString(), "kind", day.kind().name(), "name",
					day.name()))
			.toList();
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("year", this.year);
		file.put("source", this.source);
		file.put("days", named);
		return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(file);
	}

	/**
	 * The fixed holidays (元旦, 劳动节, 国庆节) that it does not free although they fall on a
	 * weekday: then it is probably not complete.
	 */
	public List<String> missingHolidays() {
		List<String> missing = new ArrayList<>();
		Stream.of("元旦 01-01", "劳动节 05-01", "国庆节 10-01").map((holiday) -> holiday.split(" ")).forEach((holiday) -> {
			LocalDate date = LocalDate.parse(this.year + "-" + holiday[1]);
			boolean free = find(this.days, date).filter((day) -> day.kind() == CalendarDay.Kind.OFF).isPresent();
			if (CalendarDay.isWeekday(date) && !free) {
				missing.add(holiday[0]);
			}
		});
		return missing;
	}

	private static Optional<CalendarDay> find(Collection<CalendarDay> days, LocalDate date) {
		return days.stream().filter((day) -> day.on().equals(date)).findFirst();
	}

}
