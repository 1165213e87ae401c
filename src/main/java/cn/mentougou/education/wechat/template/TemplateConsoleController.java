package cn.mentougou.education.wechat.template;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The templates in the console: what there is, and which serves what. */
@Controller
class TemplateConsoleController {

	private static final String LIST = "redirect:/console/templates";

	private final Templates templates;

	private final TemplatePages pages;

	private final TemplateReader reader;

	private final Audit audit;

	TemplateConsoleController(Templates templates, TemplatePages pages, TemplateReader reader, Audit audit) {
		this.templates = templates;
		this.pages = pages;
		this.reader = reader;
		this.audit = audit;
	}

	@GetMapping("/console/templates")
	String list(Model model) {
		model.addAttribute("accounts", this.pages.accounts());
		return "template/list";
	}

	@PostMapping("/console/templates/read")
	String read(Actor actor, @RequestParam(defaultValue = "") String account, RedirectAttributes redirect) {
		String appId = this.pages.able(account);
		boolean isRead = this.reader.read(appId);
		this.audit.record(AuditEntry.done(actor, "template.read", "account", appId));
		redirect.addFlashAttribute(isRead ? "done" : "problem", isRead ? "已从公众平台读取。" : "没有全部读到，原因写在下面。");
		return LIST;
	}

	/** Which template for a purpose, and, once one is named, what fills its fields. */
	@GetMapping("/console/templates/purposes/{code}")
	String purpose(@PathVariable String code, @RequestParam(defaultValue = "") String account,
			@RequestParam @Nullable String template, Model model) {
		TemplatePurpose purpose = this.templates.purpose(code);
		String appId = this.pages.able(account);
		String wanted = (template != null) ? template : this.templates.chosen(appId).getOrDefault(code, "");
		this.templates.find(appId, wanted)
			.filter((found) -> !found.isGone())
			.ifPresent((found) -> show(purpose, found, this.pages.choice(appId, purpose, found), model));
		return filled(purpose, appId, model);
	}

	@PostMapping("/console/templates/purposes/{code}")
	String choose(Actor actor, @PathVariable String code, @RequestParam Map<String, String> form, Model model,
			RedirectAttributes redirect) {
		TemplatePurpose purpose = this.templates.purpose(code);
		String appId = this.pages.able(form.getOrDefault("account", ""));
		Templates.Choice choice = new Templates.Choice(appId, code, form.getOrDefault("template", ""),
				starting("value-", form), starting("words-", form));
		try {
			this.templates.choose(actor, choice);
		}
		catch (Refusal.Invalid ex) {
			model.addAttribute("refusal", ex);
			show(purpose, this.templates.find(appId, choice.templateId()).orElseThrow(), choice, model);
			return filled(purpose, appId, model);
		}
		redirect.addFlashAttribute("done", "已保存，以后发送的消息使用这个模板。");
		return LIST;
	}

	private static void show(TemplatePurpose purpose, MessageTemplate template, Templates.Choice choice, Model model) {
		model.addAttribute("template", template);
		model.addAttribute("lines", TemplatePages.lines(purpose, template, choice));
	}

	private String filled(TemplatePurpose purpose, String appId, Model model) {
		model.addAttribute("purpose", purpose);
		model.addAttribute("account", appId);
		model.addAttribute("templates", this.templates.of(appId));
		return "template/purpose";
	}

	private static Map<String, String> starting(String prefix, Map<String, String> form) {
		Map<String, String> some = new LinkedHashMap<>();
		form.forEach((name, value) -> {
			if (name.startsWith(prefix)) {
				some.put(name.substring(prefix.length()), value);
			}
		});
		return some;
	}

}
