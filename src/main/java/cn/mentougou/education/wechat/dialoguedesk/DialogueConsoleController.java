package cn.mentougou.education.wechat.dialoguedesk;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.dialogue.AnswerDesk;
import cn.mentougou.education.wechat.dialogue.Dialogue;
import cn.mentougou.education.wechat.dialogue.DialogueEntry;
import cn.mentougou.education.wechat.dialogue.DialogueId;
import cn.mentougou.education.wechat.dialogue.Dialogues;
import cn.mentougou.education.wechat.hours.StaffHours;

/** The conversations in the console. */
@Controller
@RequestMapping(DialogueConsoleController.PATH)
class DialogueConsoleController {

	static final String PATH = "/console/dialogues";

	private final Dialogues dialogues;

	private final AnswerDesk desk;

	private final CannedAnswers canned;

	private final DialogueViews views;

	private final StaffHours hours;

	private final Clock clock;

	DialogueConsoleController(Dialogues dialogues, AnswerDesk desk, CannedAnswers canned, DialogueViews views,
			StaffHours hours, Clock clock) {
		this.dialogues = dialogues;
		this.desk = desk;
		this.canned = canned;
		this.views = views;
		this.hours = hours;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, @ModelAttribute("search") SearchForm search, BindingResult errors,
			@RequestParam @Nullable String after, Model model) {
		SearchForm understood = errors.hasErrors() ? SearchForm.NOTHING : search;
		KeyPage<Dialogues.Listed> page = this.dialogues.list(actor, understood.filter(), after);
		model.addAttribute("search", understood);
		model.addAttribute("page", new KeyPage<>(this.views.lines(page.rows()), page.next()));
		model.addAttribute("accounts", this.views.accounts());
		model.addAttribute("hours", this.hours.words());
		return "dialoguedesk/list";
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, @RequestParam @Nullable Long before, Model model) {
		Dialogue dialogue = this.dialogues.read(actor, new DialogueId(id));
		model.addAttribute("answerForm", AnswerForm.BLANK);
		model.addAttribute("draft", "");
		return filled(actor, dialogue, before, model);
	}

	@PostMapping("/{id}/answer")
	String answer(Actor actor, @PathVariable long id, @ModelAttribute AnswerForm answerForm, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Dialogue dialogue = this.dialogues.find(actor, new DialogueId(id));
		if (answerForm.fills()) {
			model.addAttribute("draft", this.canned.putInto(answerForm.typed(), answerForm.chosen()));
			return filled(actor, dialogue, null, model);
		}
		model.addAttribute("draft", answerForm.typed());
		try {
			this.desk.answer(actor, dialogue.id(), answerForm.answer());
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(actor, this.dialogues.find(actor, dialogue.id()), null, model);
		}
		redirect.addFlashAttribute("done", "已交给微信发送。结果在答复下面显示，几秒钟后更新。");
		return "redirect:" + PATH + "/" + id;
	}

	@PostMapping("/{id}/decide")
	String decide(Actor actor, @PathVariable long id, @RequestParam long entry, @RequestParam boolean answered,
			RedirectAttributes redirect) {
		this.desk.decide(actor, new DialogueId(id), entry, answered);
		redirect.addFlashAttribute("done", answered ? "已记为对方得到了答复。" : "已记为没有送达，请另行答复。");
		return "redirect:" + PATH + "/" + id;
	}

	@PostMapping("/{id}/note")
	String note(Actor actor, @PathVariable long id, @RequestParam String text, RedirectAttributes redirect) {
		this.dialogues.note(actor, new DialogueId(id), text);
		redirect.addFlashAttribute("done", "备注已保存，只有工作人员能看到。");
		return "redirect:" + PATH + "/" + id;
	}

	@PostMapping("/{id}/assign")
	String assign(Actor actor, @PathVariable long id, @RequestParam long version,
			@RequestParam(required = false) @Nullable Long clerk, RedirectAttributes redirect) {
		this.dialogues.assign(actor, new DialogueId(id), version, (clerk != null) ? new PersonId(clerk) : null);
		redirect.addFlashAttribute("done", (clerk != null) ? "已转交。" : "已放回，由任何一位同事接手。");
		return "redirect:" + PATH + "/" + id;
	}

	@GetMapping("/{id}/close")
	ModelAndView confirm(Actor actor, @PathVariable long id, @RequestParam long version, @RequestParam long seen) {
		Dialogue dialogue = this.dialogues.find(actor, new DialogueId(id));
		boolean isWaiting = dialogue.state() == Dialogue.State.WAITING;
		String consequence = isWaiting ? "对方还在等待答复。结束后，没有答复的留言记为“不用答复”，不计入已答复；对方再次留言时会话会重新打开。" : "对方再次留言时会话会重新打开。";
		return new Confirmation("结束会话 " + dialogue.number() + "？", consequence, "结束会话", PATH + "/" + id + "/close",
				Map.of("version", String.valueOf(version), "seen", String.valueOf(seen)), PATH + "/" + id)
			.page();
	}

	@PostMapping("/{id}/close")
	String close(Actor actor, @PathVariable long id, @RequestParam long version, @RequestParam long seen,
			RedirectAttributes redirect) {
		this.dialogues.close(actor, new DialogueId(id), version, seen);
		redirect.addFlashAttribute("done", "会话已结束。对方再次留言时会重新打开。");
		return "redirect:" + PATH;
	}

	private String filled(Actor actor, Dialogue dialogue, @Nullable Long before, Model model) {
		List<DialogueEntry> entries = this.dialogues.entries(actor, dialogue.id(), before);
		model.addAttribute("dialogue", dialogue);
		model.addAttribute("key", AnswerDesk.freshKey());
		model.addAttribute("line", this.views.line(dialogue, this.dialogues.replyTime(actor, dialogue.id())));
		model.addAttribute("entries", this.views.entries(entries, dialogue.maskedPerson()));
		model.addAttribute("seen", entries.isEmpty() ? 0L : entries.get(entries.size() - 1).id());
		model.addAttribute("earlier", entries.size() == Dialogues.ENTRIES ? entries.get(0).id() : null);
		model.addAttribute("isLatest", before == null);
		model.addAttribute("clerks", this.dialogues.clerks());
		model.addAttribute("canned", this.canned.all());
		model.addAttribute("hours", this.hours.words() + "。" + this.hours.expectation(this.clock.instant()));
		return "dialoguedesk/dialogue";
	}

}
