package cn.mentougou.education.wechat.followerdesk;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.FollowerSearch;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.followersync.FollowerSync;
import cn.mentougou.education.wechat.followersync.SyncState;
import cn.mentougou.education.wechat.mark.Marks;
import cn.mentougou.education.wechat.tag.AccountTag;
import cn.mentougou.education.wechat.tag.Tags;

/** The list of followers, as a page and as a file, and what is done to many of them. */
@Controller
class FollowerConsoleController {

	static final String PATH = "/console/followers";

	/** Without openids and remarks: it leaves the house. */
	private static final CsvExport<FollowerLine> FILE = CsvExport.<FollowerLine>named("关注者")
		.column("编号", FollowerLine::id)
		.column("状态", FollowerLine::state)
		.column("关注时间", FollowerLine::since)
		.column("关注方式", FollowerLine::way)
		.column("二维码场景", FollowerLine::scene);

	private final Followers followers;

	private final Tags tags;

	private final Marks marks;

	private final FollowerSync sync;

	private final WeChatAccounts accounts;

	private final Audit audit;

	private final TransactionTemplate transaction;

	FollowerConsoleController(Followers followers, Tags tags, Marks marks, FollowerSync sync, WeChatAccounts accounts,
			Audit audit, PlatformTransactionManager transactions) {
		this.followers = followers;
		this.tags = tags;
		this.marks = marks;
		this.sync = sync;
		this.accounts = accounts;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	@GetMapping(PATH)
	String list(@ModelAttribute("query") FollowerQuery query, BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			model.addAttribute("problem", "筛选条件有误，已改为显示全部在关注的人。日期写成 2026-11-25 的样子。");
		}
		FollowerQuery filled = filled(errors.hasErrors() ? FollowerQuery.NOTHING : query);
		String account = Objects.requireNonNull(filled.account());
		model.addAttribute("filled", filled);
		model.addAttribute("page", page(filled.search(KeyPage.ROWS), filled.after(), KeyPage.ROWS));
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("tags", this.tags.of(account).stream().filter(AccountTag::isUsable).toList());
		model.addAttribute("compared",
				this.sync.of(account)
					.map(FollowerConsoleController::words)
					.orElse("还没有与微信核对过名单；每天凌晨自动核对，也可以现在就点“与微信核对”。"));
		model.addAttribute("waiting", this.marks.waiting(account));
		return "followerdesk/list";
	}

	@GetMapping("/console/blocked-followers")
	String blocked(@RequestParam(defaultValue = "") String account, @RequestParam @Nullable String after, Model model) {
		FollowerQuery filled = filled(new FollowerQuery(account, "ALL", null, null, null, null, after));
		FollowerSearch search = new FollowerSearch(Objects.requireNonNull(filled.account()), null, true, null, null,
				null, null, null, KeyPage.ROWS);
		model.addAttribute("filled", filled);
		model.addAttribute("page", page(search, after, KeyPage.ROWS));
		model.addAttribute("accounts", this.accounts.all());
		return "followerdesk/blocked";
	}

	@GetMapping(PATH + "/export")
	void export(Actor actor, @ModelAttribute("query") FollowerQuery query, HttpServletResponse response)
			throws IOException {
		FollowerQuery filled = filled(query);
		this.transaction.executeWithoutResult((status) -> this.audit
			.record(AuditEntry.done(actor, "follower.list-exported", "account", String.valueOf(filled.account()))));
		FILE.write(response, (after) -> page(filled.search(CsvExport.ROWS), after, CsvExport.ROWS));
	}

	@PostMapping(PATH + "/tag")
	String tag(Actor actor, @RequestParam(defaultValue = "0") long tag, @RequestParam(defaultValue = "") String act,
			@RequestParam(name = "id", required = false) @Nullable List<Long> ids, RedirectAttributes redirect) {
		AccountTag chosen = this.tags.find(tag).orElse(null);
		if (chosen == null || ids == null || ids.isEmpty() || ids.size() > KeyPage.ROWS) {
			redirect.addFlashAttribute("problem", (chosen == null) ? "请先选择一个标签。" : "请先在名单里勾选关注者，一次最多 50 人。");
			return "redirect:" + PATH;
		}
		List<FollowerId> followerIds = ids.stream().map(FollowerId::new).toList();
		boolean isOff = act.equals("take-off");
		int wished = isOff ? this.marks.takeOff(actor, chosen, followerIds)
				: this.marks.putOn(actor, chosen, followerIds);
		int left = ids.size() - wished;
		redirect.addFlashAttribute("done", (isOff ? "已提交：取下 " : "已提交：加上 ") + wished + " 人的标签，几秒内生效。"
				+ ((left > 0) ? "另有 " + left + " 人没有办：已取消关注、不是这个公众号的，或已有 20 个标签。" : ""));
		return "redirect:" + PATH + "?account=" + chosen.appId();
	}

	@PostMapping(PATH + "/sync")
	String sync(Actor actor, @RequestParam(defaultValue = "") String account, RedirectAttributes redirect) {
		this.sync.ask(actor, account);
		redirect.addFlashAttribute("done", "已安排，一分钟内开始核对。关注者很多时要几分钟，可以离开这个页面。");
		return "redirect:" + PATH + "?account=" + this.accounts.of(account).appId();
	}

	private static String words(SyncState state) {
		if (state.isRunning()) {
			return state.step().title() + "：已读 " + state.listed() + " 人（共 " + state.total() + " 人），新发现 " + state.found()
					+ " 人。";
		}
		Instant endedAt = state.endedAt();
		return (endedAt == null) ? "已安排与微信核对名单，将于 " + FollowerLine.words(state.dueAt()) + " 开始。"
				: "上次与微信核对：" + FollowerLine.words(endedAt) + "，名单 " + state.listed() + " 人，新发现 " + state.found()
						+ " 人，已离开 " + state.gone() + " 人。";
	}

	private KeyPage<FollowerLine> page(FollowerSearch search, @Nullable String after, int size) {
		KeyPage<Follower> page = this.followers.page(search, after, size);
		return new KeyPage<>(page.rows().stream().map(FollowerLine::of).toList(), page.next());
	}

	private FollowerQuery filled(FollowerQuery query) {
		FollowerQuery filled = query.filled(this.accounts.all().get(0).appId());
		if (this.accounts.find(Objects.requireNonNull(filled.account())).isEmpty()) {
			throw new Refusal.NotFound("followerdesk.no-such-account");
		}
		return filled;
	}

}
