package cn.mentougou.education.wechat.menueditor;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.DefaultMenus;
import cn.mentougou.education.wechat.menu.MenuChecks;
import cn.mentougou.education.wechat.menu.MenuFault;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.menupublishing.MenuVersion;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;

/**
 * The editor: the whole menu stands in the form, each button sends it and gets it back
 * changed, and nothing is kept before it is saved.
 */
@Controller
@RequestMapping(MenusConsoleController.PATH + "/of/{account}")
class MenuEditConsoleController {

	private static final String PAGE = "menueditor/edit";

	private final WeChatAccounts accounts;

	private final MenuVersions versions;

	private final MenuChecks checks;

	private final MenuWords words;

	MenuEditConsoleController(WeChatAccounts accounts, MenuVersions versions, MenuChecks checks, MenuWords words) {
		this.accounts = accounts;
		this.versions = versions;
		this.checks = checks;
		this.words = words;
	}

	/** Begins with that version, or the latest, or the default menu. */
	@GetMapping("/edit")
	String edit(@PathVariable String account, @RequestParam @Nullable Long from, Model model) {
		WeChatAccount one = MenusConsoleController.account(this.accounts, account);
		MenuVersion latest = this.versions.latest(account).orElse(null);
		MenuVersion begun = (from != null) ? this.versions.find(from) : latest;
		if (begun != null && !begun.appId().equals(account)) {
			throw new Refusal.NotFound("menu.no-such-version");
		}
		MenuSet set = (begun != null) ? begun.set() : DefaultMenus.of(one.kind());
		return page(one, new MenuForm(set, "", (latest != null) ? latest.id() : 0), List.of(), model);
	}

	@PostMapping("/edit")
	String act(Actor actor, @PathVariable String account, @RequestParam Map<String, String> fields,
			@RequestHeader(name = "HX-Trigger", required = false) @Nullable String changed, Model model,
			RedirectAttributes redirect) {
		WeChatAccount one = MenusConsoleController.account(this.accounts, account);
		String button = fields.getOrDefault("act", "");
		MenuForm before = MenuForm.of(fields);
		MenuForm form = before.after(button);
		if (!button.equals("save")) {
			model.addAttribute("focus", button.isEmpty() ? changed : before.focusAfter(button));
			return page(one, form, List.of(), model);
		}
		List<MenuFault> faults = this.checks.faults(one, form.set());
		if (!faults.stream().allMatch(MenuFault::isWarning)) {
			return page(one, form, faults, model);
		}
		try {
			MenuVersion saved = this.versions.save(actor, account, form.set(), form.note(), form.based());
			redirect.addFlashAttribute("done", "已保存为第 " + saved.number() + " 版，还没有发布。请看看预览，再点“发布”。");
			return "redirect:" + MenusConsoleController.PATH + "/versions/" + saved.id();
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			model.addAttribute("problem", this.words.sentence(ex));
			boolean isMeanwhile = ex instanceof Refusal.Conflict;
			model.addAttribute("newer", isMeanwhile ? this.versions.latest(account).orElse(null) : null);
			return page(one, isMeanwhile ? new MenuForm(form.set(), form.note(),
					this.versions.latest(account).map(MenuVersion::id).orElse(0L)) : form, faults, model);
		}
	}

	/** What is in the form, as a phone would show it, for the frame beside it. */
	@PostMapping("/preview")
	String preview(@PathVariable String account, @RequestParam Map<String, String> fields, HttpServletResponse response,
			Model model) {
		WeChatAccount one = MenusConsoleController.account(this.accounts, account);
		return PhoneView.page(one, MenuForm.of(fields).set(), this.words, response, model);
	}

	private String page(WeChatAccount account, MenuForm form, List<MenuFault> faults, Model model) {
		model.addAttribute("appId", account.appId());
		model.addAttribute("kind", account.kind().label());
		model.addAttribute("form", form);
		model.addAttribute("editor",
				EditorView.of(form, this.checks.targets(account), EditorView.byPlace(faults, this.words)));
		model.addAttribute("refused", this.words.lines(faults, false));
		model.addAttribute("mayAddMenu", form.set().conditional().size() < MenuSet.MAX_CONDITIONAL);
		return PAGE;
	}

}
