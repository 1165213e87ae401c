package cn.mentougou.education.wechat.menueditor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.reply.Trigger;

/** The automatic replies of an account that was in use before, one by one. */
@Controller
@RequestMapping(MenusConsoleController.PATH + "/of/{account}/old-replies")
class OldRepliesConsoleController {

	private final WeChatAccounts accounts;

	private final OldReplies replies;

	private final MenuWords words;

	OldRepliesConsoleController(WeChatAccounts accounts, OldReplies replies, MenuWords words) {
		this.accounts = accounts;
		this.replies = replies;
		this.words = words;
	}

	@GetMapping
	String list(@PathVariable String account, Model model) {
		WeChatAccount one = MenusConsoleController.account(this.accounts, account);
		model.addAttribute("appId", account);
		model.addAttribute("kind", one.kind().label());
		model.addAttribute("replies",
				this.replies.offered(account)
					.entrySet()
					.stream()
					.map((reply) -> new Line(reply.getKey(), when(reply.getValue()), reply.getValue()))
					.toList());
		return "menueditor/old-replies";
	}

	@PostMapping
	String pull(Actor actor, @PathVariable String account, RedirectAttributes redirect) {
		MenusConsoleController.account(this.accounts, account);
		try {
			int news = this.replies.pull(actor, account);
			redirect.addFlashAttribute("done",
					(news > 0) ? "拉取了 " + news + " 条旧的自动回复，请逐条决定要不要接管。" : "没有新的自动回复：公众号上没有，或者都已经拉取过。");
		}
		catch (Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "微信平台没有给出旧的自动回复（连不上、繁忙或没有权限），什么也没有改变。请稍后再试。");
		}
		return back(account);
	}

	@PostMapping("/{id}")
	String decide(Actor actor, @PathVariable String account, @PathVariable long id,
			@RequestParam(defaultValue = "") String decision, RedirectAttributes redirect) {
		MenusConsoleController.account(this.accounts, account);
		if (!decision.equals("take")) {
			this.replies.decline(actor, account, id);
			redirect.addFlashAttribute("done", "这一条不接管。");
			return back(account);
		}
		try {
			this.replies.take(actor, account, id);
			redirect.addFlashAttribute("done", "已接管：从现在起由本系统这样回复，可以在“自动回复”里修改。");
		}
		catch (Refusal.Invalid ex) {
			redirect.addFlashAttribute("problem", "这一条不能直接接管：" + this.words.sentence(ex));
		}
		return back(account);
	}

	private static String back(String account) {
		return "redirect:" + MenusConsoleController.PATH + "/of/" + account + "/old-replies";
	}

	private static String when(OldReply reply) {
		if (reply.trigger() == Trigger.WELCOME) {
			return "有人关注时";
		}
		if (reply.trigger() == Trigger.DEFAULT) {
			return "没有别的回复时";
		}
		return ((reply.trigger() == Trigger.WHOLE_KEYWORD) ? "整句是：" : "句中有：") + String.join("、", reply.phrases());
	}

	/** One that waits for a decision. */
	record Line(long id, String when, OldReply reply) {
	}

}
