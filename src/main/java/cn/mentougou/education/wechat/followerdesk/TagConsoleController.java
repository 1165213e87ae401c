package cn.mentougou.education.wechat.followerdesk;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.tag.AccountTag;
import cn.mentougou.education.wechat.tag.TagRules;
import cn.mentougou.education.wechat.tag.Tags;

/** The tags of the accounts. */
@Controller
class TagConsoleController {

	static final String PATH = "/console/follower-tags";

	private final Tags tags;

	private final Followers followers;

	private final WeChatAccounts accounts;

	TagConsoleController(Tags tags, Followers followers, WeChatAccounts accounts) {
		this.tags = tags;
		this.followers = followers;
		this.accounts = accounts;
	}

	@GetMapping(PATH)
	String list(@RequestParam(defaultValue = "") String account, Model model) {
		model.addAttribute("tagForm", new TagForm(null, null));
		return shown(account, model);
	}

	@PostMapping(PATH)
	String create(Actor actor, @ModelAttribute TagForm tagForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		String account = account(tagForm.accountOrNone());
		if (refused(errors, redirect, "已创建。", () -> this.tags.create(actor, account, tagForm.nameOrNothing()))) {
			return shown(account, model);
		}
		return "redirect:" + PATH + "?account=" + account;
	}

	@GetMapping(PATH + "/{id}")
	String show(@PathVariable long id, Model model) {
		AccountTag tag = tag(id);
		model.addAttribute("tagForm", new TagForm(tag.name(), tag.appId()));
		model.addAttribute("tag", tag);
		return "followerdesk/tag";
	}

	@PostMapping(PATH + "/{id}")
	String rename(Actor actor, @PathVariable long id, @ModelAttribute TagForm tagForm, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		AccountTag tag = tag(id);
		if (refused(errors, redirect, "已改名。", () -> this.tags.rename(actor, id, tagForm.nameOrNothing()))) {
			model.addAttribute("tag", tag);
			return "followerdesk/tag";
		}
		return "redirect:" + PATH + "?account=" + tag.appId();
	}

	@GetMapping(PATH + "/{id}/delete")
	ModelAndView confirm(@PathVariable long id) {
		AccountTag tag = tag(id);
		int wearing = (tag.platformId() != null) ? this.followers.wearing(tag.appId(), tag.platformId()) : 0;
		return new Confirmation("删除标签“" + tag.name() + "”？", "现在有 " + wearing + " 人戴着它，删除后从所有人身上取下，不能恢复。", "删除",
				PATH + "/" + id + "/delete", Map.of(), PATH + "?account=" + tag.appId())
			.page();
	}

	@PostMapping(PATH + "/{id}/delete")
	String delete(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		AccountTag tag = tag(id);
		tell(redirect, "已删除。", this.tags.delete(actor, id));
		return "redirect:" + PATH + "?account=" + tag.appId();
	}

	private static boolean refused(BindingResult errors, RedirectAttributes redirect, String done,
			Supplier<Tags.Decision> act) {
		try {
			tell(redirect, done, act.get());
			return false;
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.Forbidden ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return true;
		}
	}

	private static void tell(RedirectAttributes redirect, String done, Tags.Decision decision) {
		switch (decision) {
			case DONE -> redirect.addFlashAttribute("done", done);
			case REFUSED -> redirect.addFlashAttribute("problem", "微信没有接受，一切照旧。可能名字不合规定，或标签已在公众平台上改过。");
			case UNDECIDED -> redirect.addFlashAttribute("problem", "微信还没有答复。修改已经记下，系统会自动再问，请一两分钟后刷新。");
		}
	}

	private String shown(String typed, Model model) {
		String account = account(typed);
		model.addAttribute("chosen", account);
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("most", TagRules.MOST_TAGS);
		model.addAttribute("lines",
				this.tags.of(account)
					.stream()
					.map((tag) -> new TagLine(tag,
							(tag.platformId() != null) ? this.followers.wearing(account, tag.platformId()) : 0))
					.toList());
		return "followerdesk/tags";
	}

	private String account(String typed) {
		return typed.isEmpty() ? this.accounts.all().get(0).appId()
				: this.accounts.find(typed)
					.orElseThrow(() -> new Refusal.NotFound("followerdesk.no-such-account"))
					.appId();
	}

	private AccountTag tag(long id) {
		return this.tags.find(id).orElseThrow(() -> new Refusal.NotFound("tag.no-such-tag"));
	}

}
