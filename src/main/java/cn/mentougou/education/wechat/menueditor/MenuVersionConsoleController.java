package cn.mentougou.education.wechat.menueditor;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuChecks;
import cn.mentougou.education.wechat.menu.MenuFault;
import cn.mentougou.education.wechat.menupublishing.MenuPlan;
import cn.mentougou.education.wechat.menupublishing.MenuPlans;
import cn.mentougou.education.wechat.menupublishing.MenuVersion;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;
import cn.mentougou.education.wechat.menupublishing.Publication;
import cn.mentougou.education.wechat.menupublishing.Publications;

/** One version: how it looks, what differs from another, and what can be done with it. */
@Controller
@RequestMapping(MenusConsoleController.PATH)
class MenuVersionConsoleController {

	private static final String VERSION = MenusConsoleController.PATH + "/versions/";

	private static final String ACCOUNT = MenusConsoleController.PATH + "/of/";

	private static final int CHOICES = 20;

	private final WeChatAccounts accounts;

	private final MenuVersions versions;

	private final Publications publications;

	private final MenuPlans plans;

	private final MenuChecks checks;

	private final MenuWords words;

	MenuVersionConsoleController(WeChatAccounts accounts, MenuVersions versions, Publications publications,
			MenuPlans plans, MenuChecks checks, MenuWords words) {
		this.accounts = accounts;
		this.versions = versions;
		this.publications = publications;
		this.plans = plans;
		this.checks = checks;
		this.words = words;
	}

	@GetMapping("/versions/{id}")
	String show(@PathVariable long id, Model model) {
		MenuVersion version = this.versions.find(id);
		WeChatAccount account = this.accounts.of(version.appId());
		List<MenuFault> faults = this.checks.faults(account, version.set());
		Optional<Publication> live = this.publications.live(version.appId());
		long latest = this.versions.latest(version.appId()).map(MenuVersion::id).orElse(0L);
		model.addAttribute("version", version);
		model.addAttribute("kind", account.kind().label());
		model.addAttribute("time", MenuWords.time(version.createdAt()));
		model.addAttribute("author", this.words.names(Set.of(version.authorId())).get(version.authorId()));
		model.addAttribute("faults", this.words.lines(faults, false));
		model.addAttribute("warnings", this.words.lines(faults, true));
		model.addAttribute("isLive", live.filter((one) -> one.versionId() == id).isPresent());
		model.addAttribute("isLatest", latest == id);
		model.addAttribute("liveId", live.map(Publication::versionId).orElse(0L));
		model.addAttribute("others", this.versions.before(version.appId(), Long.MAX_VALUE, CHOICES));
		model.addAttribute("outline", MenuDifference.outline(version.set(), leads(account)));
		return "menueditor/version";
	}

	@GetMapping("/versions/{id}/preview")
	String preview(@PathVariable long id, HttpServletResponse response, Model model) {
		MenuVersion version = this.versions.find(id);
		return PhoneView.page(this.accounts.of(version.appId()), version.set(), this.words, response, model);
	}

	/** From the other version to this one. */
	@GetMapping("/versions/{id}/difference")
	String difference(@PathVariable long id, @RequestParam @Nullable Long with, Model model) {
		MenuVersion after = this.versions.find(id);
		MenuVersion before = this.versions.find((with != null) ? with : id);
		if (!before.appId().equals(after.appId())) {
			throw new Refusal.NotFound("menu.no-such-version");
		}
		Function<MenuButton, String> leads = leads(this.accounts.of(after.appId()));
		model.addAttribute("before", before);
		model.addAttribute("after", after);
		model.addAttribute("words", MenuDifference.words(before.set(), after.set(), leads));
		model.addAttribute("lines", MenuDifference.sideBySide(MenuDifference.outline(before.set(), leads),
				MenuDifference.outline(after.set(), leads)));
		return "menueditor/difference";
	}

	@GetMapping("/versions/{id}/publish")
	ModelAndView askToPublish(@PathVariable long id) {
		MenuVersion version = this.versions.find(id);
		return new Confirmation("把" + label(version) + "的菜单换成第 " + version.number() + " 版？",
				"微信会马上收到新菜单，关注的人五分钟内看到。原来的菜单留在版本里，可以回退。", "发布", VERSION + id + "/publish", Map.of(), VERSION + id)
			.page();
	}

	@PostMapping("/versions/{id}/publish")
	String publish(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		MenuVersion version = this.versions.find(id);
		try {
			say(redirect, this.publications.publish(actor, id));
		}
		catch (Refusal.Invalid ex) {
			redirect.addFlashAttribute("problem", "这一版还有需要改正的地方，没有发布。请看下面列出的问题，改正后另存一版。");
			return "redirect:" + VERSION + id;
		}
		catch (Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "还有一次发布正在进行或结果不明，没有发布。请先看下面“发布记录”里的那一次。");
		}
		return "redirect:" + ACCOUNT + version.appId();
	}

	@GetMapping("/versions/{id}/roll-back")
	ModelAndView askToRollBack(@PathVariable long id) {
		MenuVersion version = this.versions.find(id);
		return new Confirmation("把" + label(version) + "的菜单退回到第 " + version.number() + " 版？",
				"系统会把第 " + version.number() + " 版另存为最新的一版并发布，关注的人五分钟内看到。", "回退并发布", VERSION + id + "/roll-back",
				Map.of(), VERSION + id)
			.page();
	}

	@PostMapping("/versions/{id}/roll-back")
	String rollBack(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		MenuVersion version = this.versions.find(id);
		try {
			say(redirect, this.publications.rollBack(actor, id));
		}
		catch (Refusal.Invalid ex) {
			redirect.addFlashAttribute("problem", "这一版里有的去处已经不存在，没有回退。请看下面列出的问题，改正后另存一版。");
			return "redirect:" + VERSION + id;
		}
		catch (Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "还有一次发布正在进行或结果不明，没有回退。请先看下面“发布记录”里的那一次。");
		}
		return "redirect:" + ACCOUNT + version.appId();
	}

	@PostMapping("/versions/{id}/plan")
	String plan(Actor actor, @PathVariable long id,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime at,
			RedirectAttributes redirect) {
		MenuVersion version = this.versions.find(id);
		if (at == null) {
			redirect.addFlashAttribute("problem", "请填写切换的日期和时间。");
			return "redirect:" + VERSION + id;
		}
		try {
			this.plans.plan(actor, id, at.atZone(MenuWords.BEIJING).toInstant());
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", this.words.sentence(ex));
			return "redirect:" + VERSION + id;
		}
		redirect.addFlashAttribute("done", "已安排：到时系统自动换成第 " + version.number() + " 版。可以在下面取消。");
		return "redirect:" + ACCOUNT + version.appId();
	}

	@GetMapping("/plans/{id}/cancel")
	ModelAndView askToCancel(@PathVariable long id) {
		MenuPlan plan = this.plans.find(id);
		return new Confirmation("取消 " + MenuWords.time(plan.switchAt()) + " 的菜单切换？", "取消后到时菜单不变。需要时可以重新安排。", "取消切换",
				MenusConsoleController.PATH + "/plans/" + id + "/cancel", Map.of(), ACCOUNT + plan.appId())
			.page();
	}

	@PostMapping("/plans/{id}/cancel")
	String cancel(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		MenuPlan plan = this.plans.find(id);
		this.plans.cancel(actor, id);
		redirect.addFlashAttribute("done", "已取消，到时菜单不变。");
		return "redirect:" + ACCOUNT + plan.appId();
	}

	private void say(RedirectAttributes redirect, Publication publication) {
		boolean isSent = publication.state() == Publication.State.SENT;
		redirect.addFlashAttribute(isSent ? "done" : "problem",
				publication.state().title() + "。" + this.words.outcome(publication));
	}

	private String label(MenuVersion version) {
		return this.accounts.of(version.appId()).kind().label();
	}

	private Function<MenuButton, String> leads(WeChatAccount account) {
		return (button) -> this.words.leads(account, button);
	}

}
