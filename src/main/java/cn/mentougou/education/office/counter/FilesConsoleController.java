package cn.mentougou.education.office.counter;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.attachment.InspectionReports;
import cn.mentougou.education.office.attachment.ReportedFinding;
import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** The pages of the files: hand one in, read its report, answer it. */
@Controller
@RequestMapping(FilesConsoleController.PATH)
class FilesConsoleController {

	static final String PATH = "/console/files";

	private final Attachments attachments;

	private final InspectionReports reports;

	private final Units units;

	private final MessageSource sentences;

	FilesConsoleController(Attachments attachments, InspectionReports reports, Units units, MessageSource sentences) {
		this.attachments = attachments;
		this.reports = reports;
		this.units = units;
		this.sentences = sentences;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "false") boolean open, Model model) {
		Long before = Cursor.byId(after).map(Cursor::id).orElse(null);
		Map<UnitId, String> names = unitNames(actor);
		List<Attachment> read = this.attachments.list(actor, before, open, KeyPage.ROWS + 1);
		KeyPage<Attachment> page = KeyPage.of(read, KeyPage.ROWS, (one) -> Cursor.of(one.id().value()));
		model.addAttribute("page",
				new KeyPage<>(page.rows().stream().map((one) -> FileView.of(one, names)).toList(), page.next()));
		model.addAttribute("units", names);
		model.addAttribute("open", open);
		model.addAttribute("most", this.attachments.mostMegabytes());
		return "counter/list";
	}

	@PostMapping
	String keep(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(required = false) @Nullable Long unit, RedirectAttributes flash) throws IOException {
		try {
			Attachment kept = keep(actor, unit(actor, unit), file);
			flash.addFlashAttribute("done", "文件已检查并保存。");
			return "redirect:" + PATH + "/" + kept.id().value();
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			flash.addFlashAttribute("problem", sentence(ex));
			return "redirect:" + PATH;
		}
	}

	private String sentence(Refusal refusal) {
		return this.sentences.getMessage(refusal.code(), refusal.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
	}

	private Attachment keep(Actor actor, UnitId unit, @Nullable MultipartFile file) throws IOException {
		if (file == null || file.isEmpty()) {
			throw new Refusal.Invalid("attachment.none-chosen");
		}
		try (InputStream content = file.getInputStream()) {
			return this.attachments.keep(actor, unit, file.getOriginalFilename(), content);
		}
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		Attachment attachment = this.attachments.visibleTo(actor, new AttachmentId(id));
		Map<FindingCode, List<ReportedFinding>> findings = new LinkedHashMap<>();
		this.reports.of(attachment.id())
			.forEach((finding) -> findings.computeIfAbsent(finding.code(), (code) -> new ArrayList<>()).add(finding));
		boolean mayAnswer = actor.mayApprove(Role.REVIEWER, attachment.unit(), attachment.uploadedBy());
		model.addAttribute("file", FileView.of(attachment, unitNames(actor)));
		model.addAttribute("findings", findings);
		model.addAttribute("mayAnswer", mayAnswer);
		model.addAttribute("mayReplace", mayAnswer || actor.id() == attachment.uploadedBy().value());
		return "counter/show";
	}

	@GetMapping("/{id}/content")
	void content(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
		Attachment attachment = this.attachments.visibleTo(actor, new AttachmentId(id));
		FileAnswer.describe(attachment, response);
		FileAnswer.write(attachment, this.attachments.open(attachment.id()), response);
	}

	@PostMapping("/{id}/answer")
	String answer(Actor actor, @PathVariable long id, @RequestParam FindingCode code,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
		Attachment attachment = this.attachments.visibleTo(actor, new AttachmentId(id));
		try {
			this.reports.answer(actor, attachment, code, reason);
			flash.addFlashAttribute("done", "已记录您的答复。");
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			flash.addFlashAttribute("problem", sentence(ex));
		}
		return "redirect:" + PATH + "/" + id;
	}

	@PostMapping("/{id}/replacement")
	String replace(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file,
			RedirectAttributes flash) throws IOException {
		Attachment old = this.attachments.visibleTo(actor, new AttachmentId(id));
		try {
			Attachment kept = keep(actor, old.unit(), file);
			if (old.openFindings() > 0) {
				this.reports.replace(actor, old);
			}
			flash.addFlashAttribute("done", "新文件已检查并保存，原来的文件记为“已换新文件”。");
			return "redirect:" + PATH + "/" + kept.id().value();
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			flash.addFlashAttribute("problem", sentence(ex));
			return "redirect:" + PATH + "/" + id;
		}
	}

	@GetMapping("/{id}/delete")
	ModelAndView askToDelete(Actor actor, @PathVariable long id) {
		Attachment attachment = this.attachments.visibleTo(actor, new AttachmentId(id));
		return new Confirmation("删除“" + attachment.name() + "”？", "文件和检查结果都会删除，不能恢复。正在使用的文件不会被删除。", "删除",
				PATH + "/" + id + "/delete", Map.of(), PATH + "/" + id)
			.page();
	}

	@PostMapping("/{id}/delete")
	String delete(Actor actor, @PathVariable long id, RedirectAttributes flash) {
		Attachment attachment = this.attachments.visibleTo(actor, new AttachmentId(id));
		if (actor.id() != attachment.uploadedBy().value() && !actor.holds(Role.REVIEWER, attachment.unit())) {
			throw new Refusal.Forbidden("attachment.not-your-file");
		}
		try {
			this.attachments.delete(actor, attachment.id());
			flash.addFlashAttribute("done", "文件已删除。");
			return "redirect:" + PATH;
		}
		catch (Refusal.Conflict ex) {
			flash.addFlashAttribute("problem", sentence(ex));
			return "redirect:" + PATH + "/" + id;
		}
	}

	/** The chosen unit, or the only one; a unit of others does not exist. */
	private static UnitId unit(Actor actor, @Nullable Long chosen) {
		Set<UnitId> reach = Attachments.reach(actor);
		Optional<UnitId> unit = (chosen == null) ? own(actor) : Optional.of(new UnitId(chosen));
		return unit.filter(reach::contains).orElseThrow(() -> new Refusal.Invalid("attachment.unit"));
	}

	private static Optional<UnitId> own(Actor actor) {
		return actor.grants()
			.stream()
			.filter((grant) -> Attachments.ROLES.contains(grant.role()))
			.map((grant) -> grant.unit())
			.findFirst();
	}

	/** The units the actor was given a role for come first. */
	private Map<UnitId, String> unitNames(Actor actor) {
		Set<UnitId> reach = Attachments.reach(actor);
		Map<UnitId, String> names = new LinkedHashMap<>();
		own(actor).flatMap(this.units::find).ifPresent((unit) -> names.put(unit.id(), unit.name()));
		for (Unit unit : this.units.all()) {
			if (reach.contains(unit.id())) {
				names.putIfAbsent(unit.id(), unit.name());
			}
		}
		return names;
	}

}
