package cn.mentougou.education.office.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the list of a year from a file or from what was pasted: CSV or JSON. It finds all
 * faults of a file at once and names their lines.
 */
final class CalendarFile {

	/** Far more than a list has. */
	static final int LONGEST = 100_000;

	private static final int LONGEST_SOURCE = 200;

	private static final int MOST_FAULTS = 20;

	private static final int LONGEST_NAME = 40;

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

	private static final DateTimeFormatter STRICT = DateTimeFormatter.ISO_LOCAL_DATE
		.withResolverStyle(ResolverStyle.STRICT);

	/** A name is shown, exported and compared; more than this no holiday needs. */
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} 、，·（）()“”《》—-]*");

	private static final Map<String, CalendarDay.Kind> KINDS = Map.of("OFF", CalendarDay.Kind.OFF, "休",
			CalendarDay.Kind.OFF, "休息", CalendarDay.Kind.OFF, "放假", CalendarDay.Kind.OFF, "WORK", CalendarDay.Kind.WORK,
			"班", CalendarDay.Kind.WORK, "上班", CalendarDay.Kind.WORK, "调休上班", CalendarDay.Kind.WORK);

	private final int year;

	private final List<Fault> faults = new ArrayList<>();

	private final Map<LocalDate, Integer> lines = new HashMap<>();

	private final List<CalendarDay> days = new ArrayList<>();

	private CalendarFile(int year) {
		this.year = year;
	}

	/**
	 * Reads the list of that year.
	 * @param source the notice; if empty, what the file itself says
	 */
	static Reading read(int year, String source, String text) {
		CalendarFile file = new CalendarFile(year);
		Entries entries = file.entries(text.startsWith("\uFEFF") ? text.substring(1) : text);
		entries.days().forEach(file::check);
		if (file.faults.isEmpty() && file.days.isEmpty()) {
			file.fault(1, "calendar.file-empty", String.valueOf(year));
		}
		String notice = (source.isBlank() ? entries.source() : source).strip().replaceAll("\\p{Cntrl}", " ");
		return new Reading(
				new YearList(year, notice.substring(0, Math.min(LONGEST_SOURCE, notice.length())), file.days),
				file.faults.subList(0, Math.min(MOST_FAULTS, file.faults.size())));
	}

	private Entries entries(String text) {
		if (text.length() > LONGEST) {
			fault(1, "calendar.file-too-long");
			return Entries.NONE;
		}
		String start = text.stripLeading();
		if (!start.startsWith("{") && !start.startsWith("[")) {
			return new Entries(csv(text), "");
		}
		CalendarJson json = new CalendarJson(this.year);
		try {
			return json.read(text);
		}
		catch (CalendarJson.Unreadable ex) {
			fault(ex.line(), ex.code(), ex.detail());
			return Entries.NONE;
		}
	}

	private static List<Entry> csv(String text) {
		List<Entry> entries = new ArrayList<>();
		int line = 0;
		for (String row : text.split("\r\n|\r|\n", -1)) {
			line++;
			String[] cells = row.split("[,，;\t]", -1);
			String first = cell(cells, 0);
			boolean isHeader = first.equalsIgnoreCase("date") || first.equals("日期");
			if (!row.isBlank() && !row.startsWith("#") && !(isHeader && entries.isEmpty())) {
				entries.add(new Entry(line, first, cell(cells, 1), cell(cells, 2), false));
			}
		}
		return entries;
	}

	private static String cell(String[] cells, int place) {
		String cell = (place < cells.length) ? cells[place].strip() : "";
		boolean isQuoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
		return isQuoted ? cell.substring(1, cell.length() - 1).strip() : cell;
	}

	private void check(Entry entry) {
		LocalDate date = date(entry);
		CalendarDay.Kind kind = KINDS.get(entry.kind().toUpperCase(Locale.ROOT));
		if (date == null) {
			return;
		}
		Integer earlier = this.lines.putIfAbsent(date, entry.line());
		if (kind == null) {
			fault(entry.line(), "calendar.unknown-kind", shown(entry.kind()));
		}
		else if (!belongs(date)) {
			fault(entry.line(), "calendar.wrong-year", date.toString(), String.valueOf(this.year));
		}
		else if (earlier != null) {
			fault(entry.line(), "calendar.twice", date.toString(), String.valueOf(earlier));
		}
		else if (entry.name().length() > LONGEST_NAME || !NAME.matcher(entry.name()).matches()) {
			fault(entry.line(), "calendar.bad-name", LONGEST_NAME);
		}
		else {
			keep(entry, new CalendarDay(date, kind, entry.name()));
		}
	}

	/**
	 * A weekday is worked anyway. The shape of holiday-cn says so of 3 February 2020, an
	 * own file that does has most likely the wrong date.
	 */
	private void keep(Entry entry, CalendarDay day) {
		if (day.kind() == CalendarDay.Kind.OFF || !CalendarDay.isWeekday(day.on())) {
			this.days.add(day);
		}
		else if (!entry.mayBeNeedless()) {
			fault(entry.line(), "calendar.weekday-worked", day.on().toString());
		}
	}

	private @Nullable LocalDate date(Entry entry) {
		Matcher parts = DATE.matcher(entry.date());
		try {
			if (parts.matches()) {
				return LocalDate.parse("%s-%02d-%02d".formatted(parts.group(1), Integer.parseInt(parts.group(2)),
						Integer.parseInt(parts.group(3))), STRICT);
			}
		}
		catch (DateTimeParseException ex) {
			// 30 February: named below as any other fault.
		}
		fault(entry.line(), "calendar.bad-date", shown(entry.date()));
		return null;
	}

	/** New Year's holiday may begin in the December before. */
	private boolean belongs(LocalDate date) {
		return date.getYear() == this.year || (date.getYear() == this.year - 1 && date.getMonthValue() == 12);
	}

	private void fault(int line, String code, Object... arguments) {
		this.faults.add(new Fault(line, code, List.of(arguments)));
	}

	private static String shown(String words) {
		return (words.length() <= 20) ? words : words.substring(0, 20) + "…";
	}

	/**
	 * What was read.
	 *
	 * @param list the list, as far as it could be read
	 * @param faults what is wrong; nothing may be imported unless it is empty
	 */
	record Reading(YearList list, List<Fault> faults) {

		/** Copies the faults. */
		Reading {
			faults = List.copyOf(faults);
		}

	}

	/** What is wrong in a line, as a code with arguments. */
	record Fault(int line, String code, List<Object> arguments) {
	}

	/** A day as the file names it. */
	record Entry(int line, String date, String kind, String name, boolean mayBeNeedless) {
	}

	/** All days of a file, and the notice it names. */
	record Entries(List<Entry> days, String source) {

		static final Entries NONE = new Entries(List.of(), "");

	}

}
