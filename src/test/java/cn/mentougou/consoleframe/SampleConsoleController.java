package cn.mentougou.consoleframe;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The pages of the sample desk: a list, a form, a confirmation, and every way to end. */
@Controller
class SampleConsoleController {

	private static final List<Row> ROWS = LongStream.rangeClosed(1, 120)
		.mapToObj((id) -> new Row(id, "2026-" + String.format("%03d", id), "关于第 " + id + " 小学划片范围的信息",
				(id % 3 == 0) ? "已答复" : "办理中", id % 20))
		.toList();

	@GetMapping("/console/sample")
	String list(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String state,
			@RequestParam(required = false) String after, Model model) {
		model.addAttribute("title", title).addAttribute("state", state);
		model.addAttribute("page", page(title, state, after, KeyPage.ROWS));
		return "sample/list";
	}

	@GetMapping("/console/sample/export")
	void export(@RequestParam String title, @RequestParam String state, HttpServletResponse response)
			throws IOException {
		CsvExport.<Row>named("依申请公开")
			.column("编号", Row::number)
			.column("申请内容", Row::title)
			.write(response, (after) -> page(title, state, after, CsvExport.ROWS));
	}

	private static KeyPage<Row> page(String title, String state, String after, int size) {
		long from = Cursor.byId(after).map(Cursor::id).orElse(0L);
		List<Row> read = ROWS.stream()
			.filter((row) -> row.id() > from && row.title().contains(title) && row.state().contains(state))
			.limit(size + 1L)
			.toList();
		return KeyPage.of(read, size, (row) -> Cursor.of(row.id()));
	}

	@ModelAttribute("channels")
	Map<String, String> channels() {
		Map<String, String> channels = new LinkedHashMap<>();
		channels.put("LETTER", "信函");
		channels.put("COUNTER", "当面");
		return channels;
	}

	@GetMapping("/console/sample/new")
	String empty(Model model) {
		model.addAttribute(new SampleForm("", null, null, "", false));
		return "sample/form";
	}

	@PostMapping("/console/sample/new")
	String add(@Valid SampleForm form, BindingResult errors, RedirectAttributes next) {
		if (errors.hasErrors()) {
			return "sample/form";
		}
		try {
			if (form.title().contains("重复")) {
				throw new Refusal.Invalid("reply.phrase-twice", "重复");
			}
		}
		catch (Refusal.Invalid ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return "sample/form";
		}
		next.addFlashAttribute("done", "已登记。");
		return "redirect:/console/sample";
	}

	@GetMapping("/console/sample/{id}")
	ModelAndView show(@PathVariable long id) {
		return new Confirmation("作废第 " + id + " 号登记？", "作废后不能恢复，编号不再使用。", "作废", "/console/sample/" + id,
				Map.of("version", "3"), "/console/sample")
			.page();
	}

	@PostMapping("/console/sample/{id}")
	String remove(@PathVariable long id, @RequestParam int version, RedirectAttributes next) {
		next.addFlashAttribute("done", "第 " + id + " 号已作废（版本 " + version + "）。");
		return "redirect:/console";
	}

	@GetMapping("/console/sample/refused/{kind}")
	String refuse(@PathVariable String kind, Actor actor) {
		throw switch (kind) {
			case "not-found" -> new Refusal.NotFound("console.no-such-thing");
			case "forbidden" -> new Refusal.Forbidden("console.not-your-role");
			case "invalid" -> new Refusal.Invalid("reply.too-many-phrases", 20);
			case "conflict" -> new Refusal.Conflict("nobody.wrote-a-sentence");
			case "database" -> new DataAccessResourceFailureException("jdbc:secret");
			default -> new IllegalStateException("secret of " + actor.name());
		};
	}

	@GetMapping("/console/sample/status/{status}")
	void status(@PathVariable int status, HttpServletResponse response) throws IOException {
		response.sendError(status);
	}

	@GetMapping("/console/sample/old")
	void old(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_FORBIDDEN, "console.form-too-old");
	}

	@GetMapping("/console/sample/prose")
	void prose(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_FORBIDDEN, "Access is denied <b>");
	}

	@GetMapping("/api/v1/sample/{id}")
	String api(@PathVariable long id) {
		throw new Refusal.NotFound("console.no-such-thing");
	}

	record Row(long id, String number, String title, String state, long left) {
	}

	record SampleForm(@NotBlank @Size(max = 40) String title, @NotBlank @Nullable String channel,
			@NotNull @Nullable LocalDate receivedOn, @Nullable String remark, boolean paper) {
	}

}
