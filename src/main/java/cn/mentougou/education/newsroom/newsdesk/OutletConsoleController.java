package cn.mentougou.education.newsroom.newsdesk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.outlet.Contact;
import cn.mentougou.education.newsroom.outlet.Outlet;
import cn.mentougou.education.newsroom.outlet.OutletDetails;
import cn.mentougou.education.newsroom.outlet.OutletId;
import cn.mentougou.education.newsroom.outlet.OutletKind;
import cn.mentougou.education.newsroom.outlet.Outlets;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The register of outlets at the console. */
@Controller
@RequestMapping(OutletConsoleController.PATH)
class OutletConsoleController {

	static final String PATH = "/console/outlets";

	private static final String SHOW = "newsdesk/outlet";

	private final Outlets outlets;

	private final ItemLines lines;

	private final MessageSource sentences;

	OutletConsoleController(Outlets outlets, ItemLines lines, MessageSource sentences) {
		this.outlets = outlets;
		this.lines = lines;
		this.sentences = sentences;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("outlets", this.outlets.all());
		return "newsdesk/outlets";
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("outletForm", new OutletForm(0, "", OutletKind.NEWSPAPER, "", null, "", "", true));
		return shown(0, model);
	}

	@PostMapping
	String add(Actor actor, @ModelAttribute OutletForm outletForm, BindingResult errors, Model model,
			RedirectAttributes flash) {
		if (errors.hasErrors()) {
			return shown(0, model);
		}
		try {
			OutletId id = this.outlets.add(actor, outletForm.details());
			flash.addFlashAttribute("done", "已登记。");
			return "redirect:" + PATH + "/" + id.value();
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return shown(0, model);
		}
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		Outlet outlet = found(id);
		model.addAttribute("outletForm", new OutletForm(outlet.revision(), outlet.name(), outlet.kind(), outlet.site(),
				outlet.listedOn(), outlet.listedPlace(), outlet.permission(), outlet.isUsed()));
		return shown(actor, outlet, model);
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable long id, @ModelAttribute OutletForm outletForm, BindingResult errors,
			Model model, RedirectAttributes flash) {
		Outlet outlet = found(id);
		if (errors.hasErrors()) {
			return shown(actor, outlet, model);
		}
		try {
			this.outlets.change(actor, new OutletId(id), outletForm.revision(), outletForm.details());
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return shown(actor, outlet, model);
		}
		flash.addFlashAttribute("done", "已保存。");
		return "redirect:" + PATH + "/" + id;
	}

	@PostMapping("/{id}/contacts")
	String addContact(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String mail,
			RedirectAttributes flash) {
		found(id);
		try {
			this.outlets.addContact(actor, new OutletId(id), new Contact(0, name, phone, mail, ""));
			flash.addFlashAttribute("done", "已添加联系人。");
		}
		catch (Refusal.Invalid ex) {
			flash.addFlashAttribute("problem",
					this.sentences.getMessage(ex.code(), ex.arguments().toArray(), Locale.SIMPLIFIED_CHINESE));
		}
		return "redirect:" + PATH + "/" + id;
	}

	@PostMapping("/{id}/contacts/{note}/remove")
	String removeContact(Actor actor, @PathVariable long id, @PathVariable long note, RedirectAttributes flash) {
		this.outlets.removeContact(actor, new OutletId(id), note);
		flash.addFlashAttribute("done", "已删除联系人。");
		return "redirect:" + PATH + "/" + id;
	}

	private Outlet found(long id) {
		return this.outlets.find(new OutletId(id)).orElseThrow(() -> new Refusal.NotFound("outlet.no-such-outlet"));
	}

	private String shown(Actor actor, Outlet outlet, Model model) {
		Long looked = outlet.listedBy();
		model.addAttribute("lookedBy", (looked != null) ? this.lines.person(looked) : "");
		model.addAttribute("lookedAt",
				(outlet.listedAt() != null) ? ItemLine.time(Objects.requireNonNull(outlet.listedAt())) : "");
		model.addAttribute("contacts", this.outlets.contacts(actor, new OutletId(outlet.id())));
		return shown(outlet.id(), model);
	}

	private static String shown(long id, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("kinds", OutletKind.values());
		return SHOW;
	}

	/** What is typed about an outlet. */
	record OutletForm(int revision, @Nullable String name, @Nullable OutletKind kind, @Nullable String site,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate listedOn, @Nullable String listedPlace,
			@Nullable String permission, boolean used) {

		OutletDetails details() {
			return new OutletDetails(text(this.name), Objects.requireNonNullElse(this.kind, OutletKind.NEWSPAPER),
					text(this.site), this.listedOn, text(this.listedPlace), text(this.permission), this.used);
		}

		private static String text(@Nullable String text) {
			return (text != null) ? text : "";
		}

	}

}
