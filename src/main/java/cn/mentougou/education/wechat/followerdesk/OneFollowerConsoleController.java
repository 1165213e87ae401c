package cn.mentougou.education.wechat.followerdesk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.RevealReason;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.mark.MarkOrder;
import cn.mentougou.education.wechat.mark.Marks;
import cn.mentougou.education.wechat.mark.Note;
import cn.mentougou.education.wechat.mark.Notes;
import cn.mentougou.education.wechat.tag.AccountTag;
import cn.mentougou.education.wechat.tag.Tags;

/** One follower: what is known, tags, the remark, notes, the block list. */
@Controller
class OneFollowerConsoleController {

	private static final String PATH = FollowerConsoleController.PATH + "/{id}";

	private final Followers followers;

	private final Tags tags;

	private final Marks marks;

	private final Notes notes;

	private final People people;

	private final WeChatAccounts accounts;

	OneFollowerConsoleController(Followers followers, Tags tags, Marks marks, Notes notes, People people,
			WeChatAccounts accounts) {
		this.followers = followers;
		this.tags = tags;
		this.marks = marks;
		this.notes = notes;
		this.people = people;
		this.accounts = accounts;
	}

	@GetMapping(PATH)
	String show(@PathVariable long id, Model model) {
		Follower follower = follower(id);
		Map<Integer, AccountTag> known = this.tags.of(follower.appId())
			.stream()
			.filter(AccountTag::isUsable)
			.collect(Collectors.toMap(AccountTag::platformId, Function.identity()));
		List<AccountTag> worn = this.followers.tagsOf(follower.id())
			.stream()
			.filter(known::containsKey)
			.map(known::get)
			.toList();
		List<Note> written = this.notes.of(follower.id());
		model.addAttribute("follower", follower);
		model.addAttribute("line", FollowerLine.of(follower));
		model.addAttribute("masked", this.followers.masked(follower.id()));
		model.addAttribute("account", this.accounts.of(follower.appId()));
		model.addAttribute("worn", worn);
		model.addAttribute("others", known.values().stream().filter((tag) -> !worn.contains(tag)).toList());
		List<MarkOrder> orders = this.marks.of(follower.id());
		model.addAttribute("orders", orders);
		model.addAttribute("anyRefused", orders.stream().anyMatch(MarkOrder::isRefused));
		model.addAttribute("tagNames", this.tags.names(follower.appId()));
		Map<Long, String> names = this.people
			.namesOf(written.stream().map(Note::writtenBy).collect(Collectors.toSet()));
		model.addAttribute("notes", written.stream().map((note) -> NoteLine.of(note, names)).toList());
		model.addAttribute("reasons", RevealReason.values());
		return "followerdesk/show";
	}

	/**
	 * A page of its own answer: the openid must not wait in the session for a redirect.
	 */
	@PostMapping(PATH + "/openid")
	String reveal(Actor actor, @PathVariable long id, @RequestParam @Nullable RevealReason reason, Model model) {
		if (reason == null) {
			throw new Refusal.Invalid("followerdesk.reason-missing");
		}
		model.addAttribute("openId", this.followers.reveal(actor, new FollowerId(id), reason));
		return show(id, model);
	}

	@PostMapping(PATH + "/remark")
	String remark(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String remark, Model model,
			RedirectAttributes redirect) {
		return done(id, model, redirect, "已提交，几秒内在微信生效。", () -> this.marks.remark(actor, new FollowerId(id), remark));
	}

	@PostMapping(PATH + "/tag")
	String tag(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") long tag,
			@RequestParam(defaultValue = "") String act, Model model, RedirectAttributes redirect) {
		return done(id, model, redirect, "已提交，几秒内在微信生效。", () -> {
			AccountTag chosen = this.tags.find(tag).orElseThrow(() -> new Refusal.Invalid("followerdesk.tag-missing"));
			List<FollowerId> ids = List.of(follower(id).id());
			int wished = act.equals("take-off") ? this.marks.takeOff(actor, chosen, ids)
					: this.marks.putOn(actor, chosen, ids);
			if (wished == 0) {
				throw new Refusal.Conflict("followerdesk.tag-not-possible");
			}
		});
	}

	@PostMapping(PATH + "/notes")
	String write(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String text, Model model,
			RedirectAttributes redirect) {
		return done(id, model, redirect, "已写下。", () -> this.notes.write(actor, new FollowerId(id), text));
	}

	@GetMapping(PATH + "/notes/{note}/delete")
	ModelAndView confirmDeletion(@PathVariable long id, @PathVariable long note) {
		Note written = this.notes.of(follower(id).id())
			.stream()
			.filter((one) -> one.id() == note)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("mark.no-such-note"));
		return new Confirmation("删除这条备注？", "删除后不能恢复：" + written.text(), "删除", here(id) + "/notes/" + note + "/delete",
				Map.of(), here(id))
			.page();
	}

	@PostMapping(PATH + "/notes/{note}/delete")
	String delete(Actor actor, @PathVariable long id, @PathVariable long note, RedirectAttributes redirect) {
		this.notes.delete(actor, follower(id).id(), note);
		redirect.addFlashAttribute("done", "已删除。");
		return "redirect:" + here(id);
	}

	@GetMapping(PATH + "/block")
	ModelAndView confirmBlock(@PathVariable long id) {
		FollowerLine line = FollowerLine.of(follower(id));
		return new Confirmation("把 " + line.id() + " 号关注者（" + this.followers.masked(new FollowerId(id)) + "）加入黑名单？",
				"加入后，这个人发来的消息不再送到，公众号也不能给这个人发消息，直到移出黑名单。", "加入黑名单", here(id) + "/block", Map.of(), here(id))
			.page();
	}

	@PostMapping(PATH + "/block")
	String block(Actor actor, @PathVariable long id, Model model, RedirectAttributes redirect) {
		return done(id, model, redirect, "已提交，几秒内加入黑名单。", () -> this.marks.block(actor, new FollowerId(id)));
	}

	@PostMapping(PATH + "/unblock")
	String unblock(Actor actor, @PathVariable long id, Model model, RedirectAttributes redirect) {
		return done(id, model, redirect, "已提交，几秒内移出黑名单。", () -> this.marks.unblock(actor, new FollowerId(id)));
	}

	@PostMapping(PATH + "/dismiss")
	String dismiss(@PathVariable long id, RedirectAttributes redirect) {
		this.marks.dismiss(follower(id).id());
		redirect.addFlashAttribute("done", "已知道，不再显示。");
		return "redirect:" + here(id);
	}

	/** What was typed stays where it was refused. */
	private String done(long id, Model model, RedirectAttributes redirect, String words, Runnable act) {
		try {
			act.run();
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.Forbidden ex) {
			model.addAttribute("refused", ex);
			return show(id, model);
		}
		redirect.addFlashAttribute("done", words);
		return "redirect:" + here(id);
	}

	private Follower follower(long id) {
		return this.followers.of(new FollowerId(id));
	}

	private static String here(long id) {
		return FollowerConsoleController.PATH + "/" + id;
	}

}
