package cn.mentougou.education.office.rights;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** Roles in the console. */
@Controller
class RoleConsoleController {

	private static final String LIST = "redirect:/console/roles";

	private final Appointments appointments;

	private final People people;

	private final RoleList list;

	RoleConsoleController(Appointments appointments, People people, RoleList list) {
		this.appointments = appointments;
		this.people = people;
		this.list = list;
	}

	@GetMapping("/console/roles")
	String list(Actor actor, @RequestParam @Nullable Role role, @RequestParam @Nullable String after, Model model) {
		model.addAttribute("role", role);
		model.addAttribute("roles", Role.values());
		model.addAttribute("page", this.list.page(actor, role, after));
		return "rights/list";
	}

	@GetMapping("/console/roles/new")
	String blank(Actor actor, Model model) {
		model.addAttribute("roleForm", new RoleForm(null, null, null, null, null, null));
		return filled(actor, model);
	}

	@PostMapping("/console/roles")
	String give(Actor actor, @ModelAttribute RoleForm roleForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return filled(actor, model);
		}
		try {
			Person person = this.people.one((roleForm.name() != null) ? roleForm.name() : "", roleForm.phone());
			this.appointments.give(actor, person.id(), roleForm.chosenRole(), roleForm.term(this.list.today()),
					roleForm.chosenUnit());
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(actor, model);
		}
		redirect.addFlashAttribute("done", "已授予。需要登录工作台的，请再为其开通登录账号。");
		return LIST;
	}

	@GetMapping("/console/roles/people/{id}")
	String history(Actor actor, @PathVariable long id, Model model) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		Person person = this.people.find(new PersonId(id)).orElseThrow(RoleConsoleController::notFound);
		List<RoleView> lines = this.list.history(actor, person.id());
		if (lines.isEmpty() && !actor.holds(Role.SECURITY_ADMINISTRATOR, person.unit())) {
			throw notFound();
		}
		model.addAttribute("lines", lines);
		model.addAttribute("person", person);
		return "rights/history";
	}

	@GetMapping("/console/roles/{id}/take")
	ModelAndView confirm(Actor actor, @PathVariable long id) {
		RoleView line = this.appointments.find(id)
			.filter((appointment) -> actor.holds(Role.SECURITY_ADMINISTRATOR, appointment.unit()))
			.map(this.list::view)
			.orElseThrow(RoleConsoleController::notFound);
		String role = line.appointment().role().title();
		return new Confirmation("收回“" + line.person() + "”在“" + line.unit() + "”的" + role + "职责？",
				"收回后立即生效；由别人代理的这项职责也同时停止。以后可以重新授予。", "收回", "/console/roles/" + id + "/take", Map.of(), "/console/roles")
			.page();
	}

	@PostMapping("/console/roles/{id}/take")
	String take(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.appointments.take(actor, id);
		redirect.addFlashAttribute("done", "已收回。");
		return LIST;
	}

	private String filled(Actor actor, Model model) {
		model.addAttribute("roles", RoleList.roleChoices());
		model.addAttribute("units", this.list.unitChoices(actor));
		return "rights/new";
	}

	private static Refusal notFound() {
		return new Refusal.NotFound("staff.no-such-appointment");
	}

}
