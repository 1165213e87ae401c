package cn.mentougou.education.wechat.dialoguedesk;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The answers that are given often, in the console. */
@Controller
@RequestMapping(CannedAnswerConsoleController.PATH)
class CannedAnswerConsoleController {

	static final String PATH = "/console/canned-answers";

	private final CannedAnswers answers;

	CannedAnswerConsoleController(CannedAnswers answers) {
		this.answers = answers;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("answers", this.answers.all());
		return "dialoguedesk/canned-list";
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("cannedAnswerForm", CannedAnswerForm.BLANK);
		return filled(0, model);
	}

	@PostMapping
	String add(Actor actor, @ModelAttribute CannedAnswerForm cannedAnswerForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		return saved(0, errors, model, redirect, () -> {
			CannedAnswer answer = cannedAnswerForm.answer(0);
			this.answers.add(actor, answer.title(), answer.words());
		});
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		model.addAttribute("cannedAnswerForm", CannedAnswerForm.of(this.answers.find(id)));
		return filled(id, model);
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable long id, @ModelAttribute CannedAnswerForm cannedAnswerForm,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		return saved(id, errors, model, redirect, () -> this.answers.change(actor, cannedAnswerForm.answer(id)));
	}

	@GetMapping("/{id}/remove")
	ModelAndView confirm(@PathVariable long id) {
		CannedAnswer answer = this.answers.find(id);
		return new Confirmation("删除常用答复“" + answer.title() + "”？", "删除后所有同事都不能再用它；已经发出的答复不受影响。", "删除",
				PATH + "/" + id + "/remove", Map.of(), PATH)
			.page();
	}

	@PostMapping("/{id}/remove")
	String remove(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.answers.remove(actor, id);
		redirect.addFlashAttribute("done", "已删除。");
		return "redirect:" + PATH;
	}

	private String saved(long id, BindingResult errors, Model model, RedirectAttributes redirect, Runnable work) {
		if (errors.hasErrors()) {
			return filled(id, model);
		}
		try {
			work.run();
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(id, model);
		}
		redirect.addFlashAttribute("done", "已保存，答复时可以选用。");
		return "redirect:" + PATH;
	}

	private String filled(long id, Model model) {
		model.addAttribute("id", id);
		return "dialoguedesk/canned";
	}

}
