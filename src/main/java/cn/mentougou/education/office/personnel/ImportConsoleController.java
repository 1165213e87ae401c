package cn.mentougou.education.office.personnel;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** People from a file, in two steps: look at what would be done, then do it. */
@Controller
class ImportConsoleController {

	private final RollImport imports;

	private final MessageSource sentences;

	ImportConsoleController(RollImport imports, MessageSource sentences) {
		this.imports = imports;
		this.sentences = sentences;
	}

	@GetMapping("/console/people/import")
	String blank() {
		return "personnel/import";
	}

	@PostMapping("/console/people/import")
	String preview(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String text, Model model) throws IOException {
		try {
			String content = (file != null && !file.isEmpty()) ? RollFile.text(file.getBytes()) : text;
			List<RollLine> lines = this.imports.preview(actor, content);
			model.addAttribute("text", content);
			shown(lines, model);
			return "personnel/preview";
		}
		catch (Refusal.Invalid ex) {
			return refused(ex, text, model);
		}
	}

	@PostMapping("/console/people/import/run")
	String run(Actor actor, @RequestParam(defaultValue = "") String text, Model model) {
		try {
			shown(this.imports.run(actor, text), model);
			return "personnel/imported";
		}
		catch (Refusal.Invalid ex) {
			return refused(ex, text, model);
		}
	}

	private void shown(List<RollLine> lines, Model model) {
		model.addAttribute("good", lines.stream().filter(RollLine::isGood).toList());
		model.addAttribute("bad", lines.stream().filter((line) -> !line.isGood()).map(this::bad).toList());
	}

	private BadLine bad(RollLine line) {
		return new BadLine(line.number(), line.name(), sentence(String.valueOf(line.problem()), line.arguments()));
	}

	private String refused(Refusal refusal, String text, Model model) {
		model.addAttribute("problem", sentence(refusal.code(), refusal.arguments()));
		model.addAttribute("text", text);
		return "personnel/import";
	}

	private String sentence(String code, List<Object> arguments) {
		return String.valueOf(this.sentences.getMessage(code, arguments.toArray(), code, Locale.SIMPLIFIED_CHINESE));
	}

	/**
	 * A line that is not entered.
	 *
	 * @param number its number
	 * @param name the name in it
	 * @param reason why not
	 */
	record BadLine(int number, String name, String reason) {
	}

}
