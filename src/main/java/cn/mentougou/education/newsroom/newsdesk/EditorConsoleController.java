package cn.mentougou.education.newsroom.newsdesk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.markup.PasteReport;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.outlet.Outlet;
import cn.mentougou.education.newsroom.outlet.OutletId;
import cn.mentougou.education.newsroom.outlet.Outlets;
import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/**
 * The editor. Its script saves every few seconds and keeps a copy in the browser until
 * the server has it; without scripts it is a form with a button.
 */
@Controller
@RequestMapping(NewsConsoleController.PATH + "/{id}")
class EditorConsoleController {

	private static final String EDIT = "newsdesk/edit";

	private final Drafts drafts;

	private final EditorPage page;

	private final Outlets outlets;

	private final Presence presence;

	private final Attachments attachments;

	private final MessageSource sentences;

	EditorConsoleController(Drafts drafts, EditorPage page, Outlets outlets, Presence presence, Attachments attachments,
			MessageSource sentences) {
		this.drafts = drafts;
		this.page = page;
		this.outlets = outlets;
		this.presence = presence;
		this.attachments = attachments;
		this.sentences = sentences;
	}

	@GetMapping("/edit")
	String edit(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
		NewsItem item = writable(actor, id);
		NewsForm form = NewsForm.of(item.id(), item.revision(), this.drafts.working(item));
		this.page.fill(item, form, this.presence.enter(actor, item), model);
		EditorPage.allowStyleAttributes(response);
		return EDIT;
	}

	@PostMapping("/edit")
	String save(Actor actor, @PathVariable long id, @ModelAttribute NewsForm newsForm, BindingResult errors,
			Model model, RedirectAttributes flash, HttpServletResponse response) {
		NewsItem item = writable(actor, id);
		try {
			if (errors.hasErrors()) {
				throw new Refusal.Invalid("draft.unreadable");
			}
			write(actor, item, newsForm);
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.NotFound ex) {
			model.addAttribute("refused", sentence(ex));
			this.page.fill(item, newsForm, this.presence.enter(actor, item), model);
			EditorPage.allowStyleAttributes(response);
			return EDIT;
		}
		flash.addFlashAttribute("done", "已保存。");
		return "redirect:" + NewsConsoleController.PATH + "/" + id;
	}

	/**
	 * Saves what was typed meanwhile; a day that is half typed is left as it was typed.
	 */
	@PostMapping("/autosave")
	ResponseEntity<Saved> autosave(Actor actor, @PathVariable long id, @ModelAttribute NewsForm newsForm,
			BindingResult errors, HttpServletRequest request) {
		NewsItem item = writable(actor, id);
		try {
			NewsItem saved = write(actor, item, newsForm);
			return ResponseEntity.ok(answer(actor, saved, request, ""));
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.NotFound ex) {
			HttpStatus status = (ex instanceof Refusal.Conflict) ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
			return ResponseEntity.status(status).body(answer(actor, item, request, sentence(ex)));
		}
	}

	/** Who else is there, and the word against forgery of the session as it is now. */
	@GetMapping("/presence")
	ResponseEntity<Saved> presence(Actor actor, @PathVariable long id, HttpServletRequest request) {
		return ResponseEntity.ok(answer(actor, writable(actor, id), request, ""));
	}

	/** Cleans what somebody pasted and says what of it went. */
	@PostMapping("/paste")
	ResponseEntity<Pasted> paste(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String html) {
		writable(actor, id);
		try {
			PasteReport report = NewsMarkup.paste(html);
			return ResponseEntity.ok(new Pasted(report.html(), report.origin().title(), report.sentences()));
		}
		catch (Refusal.Invalid ex) {
			return ResponseEntity.badRequest().body(new Pasted("", "", List.of(sentence(ex))));
		}
	}

	/** Takes a picture or a file; the report on what it hides stands on its own page. */
	@PostMapping("/files")
	ResponseEntity<Map<String, Object>> keep(Actor actor, @PathVariable long id,
			@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
		NewsItem item = writable(actor, id);
		try {
			if (file == null || file.isEmpty()) {
				throw new Refusal.Invalid("attachment.none-chosen");
			}
			try (InputStream content = file.getInputStream()) {
				Attachment kept = this.attachments.keep(actor, new UnitId(item.unitId()), file.getOriginalFilename(),
						content);
				return ResponseEntity.ok(Map.of("id", kept.id().value(), "name", kept.name(), "picture",
						kept.kind().isPicture(), "open", kept.openFindings(), "url",
						NewsConsoleController.PATH + "/" + id + "/pictures/" + kept.id().value()));
			}
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			return ResponseEntity.badRequest().body(Map.of("problem", sentence(ex)));
		}
	}

	/** A picture of the item as those who work on it see it. */
	@GetMapping("/pictures/{code}")
	void picture(Actor actor, @PathVariable long id, @PathVariable long code, HttpServletResponse response)
			throws IOException {
		NewsItem item = this.drafts.visibleTo(actor, new NewsId(id));
		Attachment picture = this.attachments.find(new AttachmentId(code))
			.filter((one) -> one.kind().isPicture())
			.filter((one) -> one.unit().value() == item.unitId() || this.drafts.refersTo(item, one.id()))
			.orElseThrow(() -> new Refusal.NotFound("attachment.no-such-file"));
		response.setContentType(picture.kind().mediaType());
		response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		response.setContentLengthLong(picture.size());
		try (InputStream content = this.attachments.open(picture.id())) {
			content.transferTo(response.getOutputStream());
		}
	}

	private NewsItem writable(Actor actor, long id) {
		NewsItem item = this.drafts.visibleTo(actor, new NewsId(id));
		if (!Drafts.mayWrite(actor, item.unitId())) {
			throw new Refusal.NotFound("draft.no-such-item");
		}
		return item;
	}

	private NewsItem write(Actor actor, NewsItem item, NewsForm form) {
		String outlet = Optional.ofNullable(form.outlet())
			.flatMap((number) -> this.outlets.find(new OutletId(number)))
			.map(Outlet::name)
			.orElse(null);
		return this.drafts.save(actor, new NewsId(item.id()), form.revision(), form.draft(outlet));
	}

	private Saved answer(Actor actor, NewsItem item, HttpServletRequest request, String problem) {
		Object token = request.getAttribute(CsrfToken.class.getName());
		return new Saved(item.revision(), item.version(), item.stage().title(), ItemLine.time(item.changedAt()),
				this.presence.enter(actor, item), problem, (token instanceof CsrfToken word) ? word.getToken() : "");
	}

	private String sentence(Refusal refusal) {
		return Objects.requireNonNull(
				this.sentences.getMessage(refusal.code(), refusal.arguments().toArray(), Locale.SIMPLIFIED_CHINESE));
	}

	/**
	 * What the editor's script reads.
	 *
	 * @param revision the one that stands in the database
	 * @param version the version that people work on
	 * @param stage how far the item is
	 * @param time when it was saved
	 * @param others who else has it open
	 * @param problem why it was not saved; empty if it was
	 * @param token the word against forgery
	 */
	record Saved(int revision, int version, String stage, String time, List<String> others, String problem,
			String token) {
	}

	/**
	 * What became of a paste.
	 *
	 * @param html what is left
	 * @param origin where it came from
	 * @param gone what went
	 */
	record Pasted(String html, String origin, List<String> gone) {
	}

}
