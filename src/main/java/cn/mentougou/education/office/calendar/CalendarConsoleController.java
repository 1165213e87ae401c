package cn.mentougou.education.office.calendar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/**
 * The page of the calendar: a year, the import with its preview, and what was imported.
 */
@Controller
@RequestMapping(CalendarConsoleController.PATH)
class CalendarConsoleController {

	static final String PATH = "/console/calendar";

	private static final int FIRST = 2008;

	private static final int LAST = 2100;

	private final CalendarDesk desk;

	private final CurrentCalendar current;

	private final Clock clock;

	CalendarConsoleController(CalendarDesk desk, CurrentCalendar current, Clock clock) {
		this.desk = desk;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping
	String thisYear(Model model) {
		return year(LocalDate.now(this.clock).getYear(), model);
	}

	@GetMapping("/{year:[0-9]{4}}")
	String year(@PathVariable int year, Model model) {
		checkYear(year);
		List<CalendarMapper.ListRow> lists = this.desk.lists();
		model.addAttribute("lists", lists);
		model.addAttribute("list", lists.stream().filter((row) -> row.listYear() == year).findFirst().orElse(null));
		model.addAttribute("view", YearView.of(this.current.get(), year, LocalDate.now(this.clock)));
		model.addAttribute("imports", this.desk.imports(year).stream().map(ImportLine::of).toList());
		return "calendar/year";
	}

	@GetMapping("/import")
	String form(@RequestParam(required = false) @Nullable Integer year, Model model) {
		int next = LocalDate.now(this.clock).getYear() + 1;
		return asked((year != null) ? year : next, "", "", List.of(), model);
	}

	/** What was pasted wins over the file: it is what can be seen. */
	@PostMapping("/import/preview")
	String preview(@RequestParam int year, @RequestParam(defaultValue = "") String source, Pasted pasted, Model model)
			throws IOException {
		checkYear(year);
		String text = pasted.words();
		CalendarFile.Reading reading = CalendarFile.read(year, source, text);
		if (!reading.faults().isEmpty()) {
			return asked(year, source, text, reading.faults(), model);
		}
		return shown(this.desk.preview(reading.list()), false, model);
	}

	@PostMapping("/import")
	String importList(Actor actor, Confirmed confirmed, Model model, RedirectAttributes flash) {
		int year = confirmed.year();
		checkYear(year);
		String source = confirmed.source();
		CalendarFile.Reading reading = CalendarFile.read(year, source, confirmed.text());
		if (!reading.faults().isEmpty()) {
			return asked(year, source, confirmed.text(), reading.faults(), model);
		}
		Preview preview = this.desk.preview(reading.list());
		if (!confirmed.past() && preview.version() == confirmed.version() && !preview.pastChanges().isEmpty()) {
			return shown(preview, true, model);
		}
		Preview done = this.desk.importList(actor, reading.list(), confirmed.version(), confirmed.past());
		flash.addFlashAttribute("done", "已导入 " + year + " 年的放假安排，" + done.changes().size() + " 天有变化。未办结事项的期限会自动重新计算。");
		return "redirect:" + PATH + "/" + year;
	}

	/** The way back: what was imported once is previewed like any other list. */
	@GetMapping("/{year:[0-9]{4}}/imports/{version:[0-9]{1,6}}")
	String restore(@PathVariable int year, @PathVariable int version, Model model) {
		return shown(this.desk.preview(this.desk.imported(year, version)), false, model);
	}

	@GetMapping("/{year:[0-9]{4}}/export")
	ResponseEntity<byte[]> export(@PathVariable int year, @RequestParam(defaultValue = "csv") String format) {
		YearList list = this.desk.list(year);
		boolean isJson = format.equals("json");
		String name = "work-calendar-" + year + (isJson ? ".json" : ".csv");
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.contentType(isJson ? MediaType.APPLICATION_JSON : new MediaType("text", "csv", StandardCharsets.UTF_8))
			.body((isJson ? list.json() : list.csv()).getBytes(StandardCharsets.UTF_8));
	}

	private static String asked(int year, String source, String text, List<CalendarFile.Fault> faults, Model model) {
		model.addAttribute("year", year);
		model.addAttribute("source", source);
		model.addAttribute("text", text);
		model.addAttribute("faults", faults);
		return "calendar/import";
	}

	private static String shown(Preview preview, boolean asked, Model model) {
		model.addAttribute("preview", preview);
		model.addAttribute("text", preview.list().text());
		model.addAttribute("asked", asked);
		return "calendar/preview";
	}

	private static void checkYear(int year) {
		if (year < FIRST || year > LAST) {
			throw new Refusal.NotFound("calendar.no-such-year", String.valueOf(FIRST), String.valueOf(LAST));
		}
	}

	/** Excel saves CSV in GB 18030 on Chinese machines. */
	private static String decoded(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(bytes, Charset.forName("GB18030"));
		}
	}

	/**
	 * What was pasted, or else the file.
	 *
	 * @param text what was pasted
	 * @param file the file
	 */
	record Pasted(@Nullable String text, @Nullable MultipartFile file) {

		String words() throws IOException {
			if (this.text != null && !this.text.isBlank()) {
				return this.text;
			}
			return (this.file != null) ? decoded(this.file.getBytes()) : "";
		}

	}

	/**
	 * What was previewed and is to be imported.
	 *
	 * @param year the year
	 * @param source the notice
	 * @param text the list
	 * @param version the version of the year's list that was previewed
	 * @param pastConfirmed ticked if past days may change, else absent
	 */
	record Confirmed(int year, @Nullable String source, @Nullable String text, int version,
			@Nullable Boolean pastConfirmed) {

		@Override
		public String source() {
			return (this.source != null) ? this.source : "";
		}

		@Override
		public String text() {
			return (this.text != null) ? this.text : "";
		}

		boolean past() {
			return Boolean.TRUE.equals(this.pastConfirmed);
		}

	}

	/** An earlier import as a line of the page. */
	record ImportLine(int version, String at, String by, String source, int changed, int past) {

		private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
			.withZone(ZoneId.of("Asia/Shanghai"));

		static ImportLine of(CalendarMapper.ImportRow row) {
			String by = row.actorKind().equals(Actor.Kind.STAFF.name()) ? "工作人员 " + row.actorId() + " 号" : "系统自带";
			return new ImportLine(row.version(), MOMENT.format(row.importedAt()), by, row.sourceDoc(),
					row.changedDays(), row.pastDays());
		}

	}

}
