package cn.mentougou.education.office.absence;

import java.util.Map;

import org.jspecify.annotations.Nullable;
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
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/** Absences in the console: one's own, and those of the people one keeps. */
@Controller
class AbsenceConsoleController {

	private static final AbsenceForm BLANK = new AbsenceForm(null, null, null, null, null);

	private final Absences absences;

	private final AbsenceList list;

	private final People people;

	AbsenceConsoleController(Absences absences, AbsenceList list, People people) {
		this.absences = absences;
		this.list = list;
		this.people = people;
	}

	@GetMapping("/console/absences")
	String list(Actor actor, Model model) {
		model.addAttribute("own", this.list.views(this.absences.of(actor.person())));
		model.addAttribute("held", this.list.views(this.absences.heldBy(actor.person())));
		model.addAttribute("keeper", !this.people.keptBy(actor).isEmpty());
		model.addAttribute("others", this.list.views(this.absences.keptBy(actor)));
		return "absence/list";
	}

	/** For oneself, or for the person of that name whom one keeps. */
	@GetMapping("/console/absences/new")
	String blank(Actor actor, @RequestParam(defaultValue = "") String name, @RequestParam @Nullable String phone,
			Model model, RedirectAttributes redirect) {
		if (name.isBlank()) {
			return "redirect:/console/absences/of/" + actor.id();
		}
		try {
			return "redirect:/console/absences/of/" + kept(actor, this.people.one(name, phone).id()).value();
		}
		catch (Refusal.Invalid | Refusal.NotFound ex) {
			redirect.addFlashAttribute("problem", "没有找到这位在岗人员，或不在您的管理范围内。请填写完整的姓名，同名时再加手机号。");
			return "redirect:/console/absences";
		}
	}

	@GetMapping("/console/absences/of/{person}")
	String form(Actor actor, @PathVariable long person, Model model) {
		model.addAttribute("absenceForm", BLANK);
		return filled(kept(actor, new PersonId(person)), model);
	}

	@PostMapping("/console/absences/of/{person}")
	String record(Actor actor, @PathVariable long person, @ModelAttribute AbsenceForm absenceForm, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		PersonId absent = kept(actor, new PersonId(person));
		if (errors.hasErrors()) {
			return filled(absent, model);
		}
		try {
			PersonId delegate = absenceForm.namesDelegate()
					? this.people.one(String.valueOf(absenceForm.delegate()), absenceForm.delegatePhone()).id() : null;
			this.absences.record(actor, absent, absenceForm.details(delegate));
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.Forbidden ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(absent, model);
		}
		redirect.addFlashAttribute("done", "已登记。代理只在这段日期内有效，提前回来请点“提前结束”。");
		return "redirect:/console/absences";
	}

	@GetMapping("/console/absences/{id}/end")
	ModelAndView confirm(Actor actor, @PathVariable long id) {
		Absence absence = this.absences.find(actor, id)
			.orElseThrow(() -> new Refusal.NotFound("absence.no-such-absence"));
		return new Confirmation("提前结束 " + absence.fromOn() + " 至 " + absence.untilOn() + " 的不在岗？",
				"结束后代理立即停止。再次离岗需要重新登记。", "提前结束", "/console/absences/" + id + "/end", Map.of(), "/console/absences")
			.page();
	}

	@PostMapping("/console/absences/{id}/end")
	String end(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.absences.end(actor, id);
		redirect.addFlashAttribute("done", "已结束，代理同时停止。");
		return "redirect:/console/absences";
	}

	private String filled(PersonId absent, Model model) {
		model.addAttribute("absent", this.people.find(absent).orElseThrow());
		model.addAttribute("lendable", this.list.lendable(absent));
		return "absence/new";
	}

	private PersonId kept(Actor actor, PersonId person) {
		if (!person.equals(actor.person())) {
			this.people.find(actor, person);
		}
		return person;
	}

}
