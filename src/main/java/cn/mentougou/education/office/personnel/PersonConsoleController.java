package cn.mentougou.education.office.personnel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.RevealReason;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The people in the console. */
@Controller
class PersonConsoleController {

	private final People people;

	private final Register register;

	PersonConsoleController(People people, Register register) {
		this.people = people;
		this.register = register;
	}

	@GetMapping("/console/people")
	String list(Actor actor, @ModelAttribute("search") PersonSearch search, Model model) {
		model.addAttribute("units", this.register.unitChoices(actor));
		model.addAttribute("roles", Role.values());
		try {
			model.addAttribute("page", this.register.page(actor, search.filter(), KeyPage.ROWS));
		}
		catch (Refusal.Invalid ex) {
			// What cannot be a name is nobody's.
			model.addAttribute("page", new KeyPage<PersonView>(List.of(), Optional.empty()));
		}
		return "personnel/list";
	}

	@GetMapping("/console/people/new")
	String blank(Actor actor, Model model) {
		model.addAttribute("personForm", new PersonForm(null, null, null, null));
		return filled(actor, model);
	}

	@PostMapping("/console/people")
	String add(Actor actor, @ModelAttribute PersonForm personForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		try {
			PersonId id = this.people.add(actor, personForm.details());
			redirect.addFlashAttribute("done", "已添加。职责由安全管理员在“职责”页面授予。");
			return here(id);
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(actor, model);
		}
	}

	@GetMapping("/console/people/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		Person person = this.people.find(actor, new PersonId(id));
		model.addAttribute("personForm", new PersonForm(person.name(), null, person.unit().value(), person.version()));
		return shown(actor, person, model);
	}

	@PostMapping("/console/people/{id}")
	String change(Actor actor, @PathVariable long id, @ModelAttribute PersonForm personForm, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Person person = this.people.find(actor, new PersonId(id));
		try {
			long version = (personForm.version() != null) ? personForm.version() : 0;
			this.people.change(actor, person.id(), version, personForm.details());
			redirect.addFlashAttribute("done", "已保存。");
			return here(person.id());
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return shown(actor, person, model);
		}
	}

	/**
	 * A page of its own answer: the phone must not wait in the session for a redirect.
	 */
	@PostMapping("/console/people/{id}/phone")
	String reveal(Actor actor, @PathVariable long id, @RequestParam @Nullable RevealReason reason, Model model) {
		if (reason == null) {
			throw new Refusal.Invalid("personnel.reason-missing");
		}
		String phone = this.people.phone(actor, new PersonId(id), reason);
		model.addAttribute("phone", (phone != null) ? phone : "没有登记");
		return show(actor, id, model);
	}

	@GetMapping("/console/people/{id}/leave")
	ModelAndView confirm(Actor actor, @PathVariable long id) {
		Person person = this.people.find(actor, new PersonId(id));
		return new Confirmation("为“" + person.name() + "”办理离开？", "办理后立即不能再登录，所有职责、代理和信息公开岗位同时结束，不能恢复；过去的记录都会保留。",
				"办理离开", "/console/people/" + id + "/leave", Map.of(), "/console/people/" + id)
			.page();
	}

	@PostMapping("/console/people/{id}/leave")
	String leave(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.people.leave(actor, new PersonId(id));
		redirect.addFlashAttribute("done", "已办理离开，职责同时收回。");
		return "redirect:/console/people";
	}

	private String filled(Actor actor, Model model) {
		model.addAttribute("units", this.register.unitChoices(actor));
		return "personnel/new";
	}

	private String shown(Actor actor, Person person, Model model) {
		model.addAttribute("units", this.register.unitChoices(actor));
		model.addAttribute("person", person);
		model.addAttribute("line", this.register.view(person));
		model.addAttribute("reasons", RevealReason.values());
		return "personnel/person";
	}

	private static String here(PersonId id) {
		return "redirect:/console/people/" + id.value();
	}

}
