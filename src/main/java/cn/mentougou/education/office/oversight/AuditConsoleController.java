package cn.mentougou.education.office.oversight;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.audit.Anchor;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.audit.AuditTrail;
import cn.mentougou.education.office.audit.AuditTrail.SealedAct;
import cn.mentougou.education.office.audit.AuditTrail.Search;
import cn.mentougou.education.office.audit.Verdict;
import cn.mentougou.education.office.audit.Verification;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The pages of the audit, for the audit administrator alone. */
@Controller
@RequestMapping(AuditConsoleController.PATH)
class AuditConsoleController {

	static final String PATH = "/console/audit";

	private static final int MOST_ANCHORS = 400;

	private final AuditTrail trail;

	private final Verification verification;

	private final Audit audit;

	private final ActWords words;

	AuditConsoleController(AuditTrail trail, Verification verification, Audit audit, ActWords words) {
		this.trail = trail;
		this.verification = verification;
		this.audit = audit;
		this.words = words;
	}

	@GetMapping
	String list(Actor actor, @ModelAttribute("search") SearchForm form, @RequestParam @Nullable String after,
			Model model) {
		Optional<Search> search = form.search();
		KeyPage<SealedAct> page = search.map((found) -> page(found, after, KeyPage.ROWS))
			.orElse(new KeyPage<>(List.of(), Optional.empty()));
		search.ifPresent((found) -> this.audit.recordAlone(form.recorded(look(actor, "audit.looked"))));
		model.addAttribute("page", page);
		model.addAttribute("acts", this.words.of(page.rows()));
		model.addAttribute("isUnreadable", search.isEmpty());
		this.verification.last().ifPresent((verdict) -> {
			model.addAttribute("verdict", verdict);
			model.addAttribute("verifiedAt", ActWords.when(verdict.verifiedAt()));
		});
		return "oversight/list";
	}

	@GetMapping("/export.csv")
	void csv(Actor actor, @ModelAttribute("search") SearchForm form, HttpServletResponse response) throws IOException {
		Search search = recorded(actor, form, "csv");
		AuditExport.csv(this.words).write(response, (after) -> page(search, after, AuditExport.ROWS));
	}

	@GetMapping("/export.jsonl")
	void jsonLines(Actor actor, @ModelAttribute("search") SearchForm form, HttpServletResponse response)
			throws IOException {
		Search search = recorded(actor, form, "jsonl");
		AuditExport.jsonLines(response, (after) -> page(search, after, AuditExport.ROWS));
	}

	@GetMapping("/anchors")
	String anchors(Model model) {
		List<Anchor> anchors = this.verification.anchors();
		model.addAttribute("anchors", anchors.subList(Math.max(0, anchors.size() - MOST_ANCHORS), anchors.size()));
		return "oversight/anchors";
	}

	@PostMapping("/verify")
	String verify(Actor actor, RedirectAttributes flash) {
		Verdict verdict = this.verification.verifyNow();
		Verdict.Fault fault = verdict.fault();
		this.audit.recordAlone(look(actor, "audit.verified").with("position", verdict.position())
			.with("found", (fault != null) ? fault.kind() : "nothing"));
		flash.addFlashAttribute(verdict.ok() ? "done" : "problem", verdict.sentence());
		return "redirect:" + PATH;
	}

	private Search recorded(Actor actor, SearchForm form, String format) {
		Search search = form.search().orElseThrow(() -> new Refusal.Invalid("audit.unreadable-filter"));
		this.audit.recordAlone(form.recorded(look(actor, "audit.exported")).with("format", format));
		return search;
	}

	private static AuditEntry look(Actor actor, String action) {
		return AuditEntry.done(actor, action, "audit", "all");
	}

	private KeyPage<SealedAct> page(Search search, @Nullable String after, int rows) {
		return AuditExport.page(this.trail, search, after, rows);
	}

}
