package cn.mentougou.education.wechat.menueditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menupublishing.MenuPlan;
import cn.mentougou.education.wechat.menupublishing.MenuPlans;
import cn.mentougou.education.wechat.menupublishing.MenuVersion;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;
import cn.mentougou.education.wechat.menupublishing.Publication;
import cn.mentougou.education.wechat.menupublishing.Publications;

/** Both accounts' menus, and all about the menu of one of them. */
@Controller
@RequestMapping(MenusConsoleController.PATH)
class MenusConsoleController {

	static final String PATH = "/console/menus";

	private static final int PUBLICATIONS = 10;

	private final WeChatAccounts accounts;

	private final MenuVersions versions;

	private final Publications publications;

	private final MenuPlans plans;

	private final MenuWords words;

	MenusConsoleController(WeChatAccounts accounts, MenuVersions versions, Publications publications, MenuPlans plans,
			MenuWords words) {
		this.accounts = accounts;
		this.versions = versions;
		this.publications = publications;
		this.plans = plans;
		this.words = words;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("accounts", this.accounts.all().stream().map(this::summary).toList());
		return "menueditor/list";
	}

	@GetMapping("/of/{account}")
	String show(@PathVariable String account, @RequestParam @Nullable String after, Model model) {
		WeChatAccount one = account(this.accounts, account);
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		List<MenuVersion> rows = this.versions.before(account, before, KeyPage.ROWS + 1);
		List<Publication> ended = this.publications.latest(account, PUBLICATIONS);
		List<MenuPlan> planned = this.plans.latest(account);
		Map<Long, String> names = this.words.names(
				Stream
					.of(rows.stream().map(MenuVersion::authorId), ended.stream().map(Publication::actorId),
							planned.stream().map(MenuPlan::actorId))
					.flatMap((ids) -> ids)
					.collect(Collectors.toSet()));
		Optional<Publication> live = this.publications.live(account);
		long liveId = live.map(Publication::versionId).orElse(0L);
		model.addAttribute("account", summary(one));
		model.addAttribute("page",
				KeyPage.of(rows.stream()
					.map((version) -> new VersionLine(version, MenuWords.time(version.createdAt()),
							names.get(version.authorId()), version.id() == liveId))
					.toList(), KeyPage.ROWS, (line) -> Cursor.of(line.version().id())));
		model.addAttribute("publications", ended.stream().map((publication) -> line(publication, names)).toList());
		model.addAttribute("plans", planned.stream().map((plan) -> line(plan, names)).toList());
		return "menueditor/account";
	}

	/** What people see on the platform now becomes a version. */
	@PostMapping("/of/{account}/pull")
	String pull(Actor actor, @PathVariable String account, RedirectAttributes redirect) {
		account(this.accounts, account).require(Capability.MENU);
		try {
			Optional<MenuVersion> pulled = this.publications.pull(actor, account);
			redirect.addFlashAttribute("done",
					pulled.map((version) -> "公众号现在的菜单就是第 " + version.number() + " 版。").orElse("公众号上还没有菜单，没有可以拉取的内容。"));
		}
		catch (Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "微信平台没有给出现在的菜单（连不上、繁忙或没有权限），什么也没有改变。请稍后再试。");
		}
		return "redirect:" + PATH + "/of/" + account;
	}

	@PostMapping("/publications/{id}/ask")
	String ask(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		Publication publication = this.publications.find(id);
		try {
			redirect.addFlashAttribute("done", this.words.outcome(this.publications.ask(actor, id)));
		}
		catch (Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "刚刚才发出，或已经有了结果。请过 15 秒刷新本页再看。");
		}
		return "redirect:" + PATH + "/of/" + publication.appId();
	}

	/**
	 * The account with this AppID.
	 * @throws Refusal.NotFound if it is not one of ours
	 */
	static WeChatAccount account(WeChatAccounts accounts, String appId) {
		return accounts.find(appId).orElseThrow(() -> new Refusal.NotFound("menu.no-such-account"));
	}

	private Summary summary(WeChatAccount account) {
		Optional<Publication> live = this.publications.live(account.appId());
		Optional<MenuVersion> shown = live.map((publication) -> this.versions.find(publication.versionId()));
		Optional<MenuVersion> latest = this.versions.latest(account.appId());
		List<String> notes = new ArrayList<>();
		if (!account.may(Capability.MENU)) {
			notes.add("这个公众号没有自定义菜单的接口权限：" + Capability.MENU.holders() + "才有。可以编辑和保存，不能发布。");
		}
		if (latest.isPresent() && !latest.equals(shown)) {
			notes.add("最新的第 " + latest.get().number() + " 版还没有发布。");
		}
		return new Summary(account.appId(), account.kind().label(), shown.orElse(null),
				live.map((publication) -> MenuWords.time(publication.touchedAt())).orElse(""), latest.orElse(null),
				notes);
	}

	private PublicationLine line(Publication publication, Map<Long, String> names) {
		return new PublicationLine(publication, this.versions.find(publication.versionId()).number(),
				MenuWords.time(publication.begunAt()),
				(publication.planId() != null) ? "定时切换" : names.get(publication.actorId()),
				this.words.outcome(publication));
	}

	private PlanLine line(MenuPlan plan, Map<Long, String> names) {
		return new PlanLine(plan, this.versions.find(plan.versionId()).number(), MenuWords.time(plan.switchAt()),
				names.get(plan.actorId()), this.words.why(plan.reason()));
	}

	/** An account and its menu in one line. */
	record Summary(String appId, String kind, @Nullable MenuVersion live, String liveSince,
			@Nullable MenuVersion latest, List<String> notes) {
	}

	/** A version in the list. */
	record VersionLine(MenuVersion version, String time, @Nullable String author, boolean isLive) {
	}

	/** A publication in the list. */
	record PublicationLine(Publication publication, int number, String time, @Nullable String who, String words) {
	}

	/** A planned switch in the list. */
	record PlanLine(MenuPlan plan, int number, String time, @Nullable String who, String why) {
	}

}
