package cn.mentougou.education.wechat.delivery;

import java.util.List;
import java.util.Optional;

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
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.delivery.DeliveryWords.View;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundId;

/** What was sent to one person and what became of it. */
@Controller
class DeliveryConsoleController {

	static final String PATH = "/console/deliveries";

	private final Followers followers;

	private final WeChatAccounts accounts;

	private final Outbound outbound;

	private final DeliveryWords words;

	private final Chances chances;

	private final Audit audit;

	DeliveryConsoleController(Followers followers, WeChatAccounts accounts, Outbound outbound, DeliveryWords words,
			Chances chances, Audit audit) {
		this.followers = followers;
		this.accounts = accounts;
		this.outbound = outbound;
		this.words = words;
		this.chances = chances;
		this.audit = audit;
	}

	@GetMapping(PATH)
	String ask(Model model) {
		model.addAttribute("accounts", this.accounts.all());
		return "delivery/ask";
	}

	/** By a form that is posted, so that no openid stands in an address or a log. */
	@PostMapping(PATH)
	String find(@RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") String who,
			RedirectAttributes redirect) {
		Optional<Follower> found = named(account, who.strip());
		if (found.isEmpty()) {
			redirect.addFlashAttribute("problem", "没有查到这个人：编号或 openid 有误，或者对方从未关注过这个公众号，或者个人信息已经删除。没有关注的人收不到消息。");
			return "redirect:" + PATH;
		}
		return "redirect:" + PATH + "/" + found.get().id().value();
	}

	@GetMapping(PATH + "/{id}")
	String record(Actor actor, @PathVariable long id, @RequestParam @Nullable String after, Model model) {
		FollowerId follower = new FollowerId(id);
		Follower found = this.followers.of(follower);
		String openId = this.followers.open(follower)
			.orElseThrow(() -> new Refusal.NotFound("follower.no-such-follower"));
		OutboundId last = Cursor.byId(after).map((cursor) -> new OutboundId(cursor.id())).orElse(null);
		List<View> read = this.outbound.listOf(found.appId(), openId, last, KeyPage.ROWS + 1)
			.stream()
			.map(this.words::of)
			.toList();
		this.audit.recordAlone(AuditEntry.done(actor, "delivery.read", "follower", id));
		model.addAttribute("id", id);
		model.addAttribute("masked", this.followers.masked(follower));
		this.accounts.find(found.appId()).ifPresent((account) -> {
			model.addAttribute("account", account.kind().label());
			model.addAttribute("chances", this.chances.of(account, found, openId));
		});
		model.addAttribute("page", KeyPage.of(read, KeyPage.ROWS, (row) -> Cursor.of(row.id())));
		return "delivery/record";
	}

	private Optional<Follower> named(String account, String who) {
		if (who.matches("[0-9]{1,18}")) {
			return this.followers.find(new FollowerId(Long.parseLong(who)));
		}
		return this.accounts.find(account).flatMap((ours) -> this.followers.find(ours.appId(), who));
	}

}
