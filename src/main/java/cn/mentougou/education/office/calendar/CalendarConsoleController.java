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
import org.springframework.web.bind.annotation.ModelAttribute;
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

	private static final int LONGEST_SOURCE = 200;

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

	@GetMapping("/{year:[0-9]+}")
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
		model.addAttribute("form", new ImportForm((year != null) ? year : next, "", "", 0, false));
		model.addAttribute("faults", List.of());
		return "calendar/import";
	}

	/** What was pasted wins over the file: it is what can be seen. */
	@PostMapping("/import/preview")
	String preview(@ModelAttribute("form") ImportForm form,
			@RequestParam(required = false) @Nullable MultipartFile file, Model model) throws IOException {
		checkYear(form.year());
		String text = (form.text().isBlank() && file != null) ? decoded(file.getBytes()) : form.text();
		CalendarFile.Reading reading = CalendarFile.read(form.year(), shortened(form.source()), text);
		if (!reading.faults().isEmpty()) {
			model.addAttribute("form", new ImportForm(form.year(), form.source(), text, 0, false));
			model.addAttribute("faults", reading.faults());
			return "calendar/import";
		}
		return shown(this.desk.preview(reading.list()), false, model);
	}

	@PostMapping("/import")
	String importList(Actor actor, @ModelAttribute("form") ImportForm form, Model model, RedirectAttributes flash) {
		checkYear(form.year());
		CalendarFile.Reading reading = CalendarFile.read(form.year(), shortened(form.source()), form.text());
		if (!reading.faults().isEmpty()) {
			model.addAttribute("faults", reading.faults());
			return "calendar/import";
		}
		Preview preview = this.desk.preview(reading.list());
		if (!form.pastConfirmed() && preview.version() == form.version() && !preview.pastChanges().isEmpty()) {
			return shown(preview, true, model);
		}
		Preview done = this.desk.importList(actor, reading.list(), form.version(), form.pastConfirmed());
		flash.addFlashAttribute("done",
				"已导入 " + form.year() + " 年的放假安排，" + done.changes().size() + " 天有变化。未办结事项的期限会自动重新计算。");
		return "redirect:" + PATH + "/" + form.year();
	}

	/** The way back: what was imported once is previewed like any other list. */
	@GetMapping("/{year:[0-9]+}/imports/{version:[0-9]+}")
	String restore(@PathVariable int year, @PathVariable int version, Model model) {
		return shown(this.desk.preview(this.desk.imported(year, version)), false, model);
	}

	@GetMapping("/{year:[0-9]+}/export")
	ResponseEntity<byte[]> export(@PathVariable int year, @RequestParam(defaultValue = "csv") String format) {
		YearList list = this.desk.list(year);
		boolean isJson = format.equals("json");
		String name = "work-calendar-" + year + (isJson ? ".json" : ".csv");
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.contentType(isJson ? MediaType.APPLICATION_JSON : new MediaType("text", "csv", StandardCharsets.UTF_8))
			.body((isJson ? list.json() : list.csv()).getBytes(StandardCharsets.UTF_8));
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

	private static String shortened(String source) {
		return (source.length() <= LONGEST_SOURCE) ? source : source.substring(0, LONGEST_SOURCE);
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
	 * What is posted: the year, the notice, the list, and with the import the version
	 * that was previewed and whether past days may change.
	 */
	record ImportForm(int year, String source, String text, int version, boolean pastConfirmed) {

		/** A field that is missing is empty. */
		@SuppressWarnings("NullAway")
		ImportForm {
			source = (source != null) ? source : "";
			text = (text != null) ? text : "";
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
