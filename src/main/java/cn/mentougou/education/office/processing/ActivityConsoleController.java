package cn.mentougou.education.office.processing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The register of processing in the console. */
@Controller
@RequestMapping(ActivityConsoleController.PATH)
class ActivityConsoleController {

	static final String PATH = "/console/processing";

	private final Activities activities;

	private final People people;

	private final Clock clock;

	ActivityConsoleController(Activities activities, People people, Clock clock) {
		this.activities = activities;
		this.people = people;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		List<Activity> all = this.activities.all();
		Map<PersonId, Person> known = this.people.byIds(
				all.stream().map(Activity::inCharge).filter((id) -> id != null).map(PersonId::new).distinct().toList());
		model.addAttribute("activities", all.stream().map((activity) -> line(activity, known)).toList());
		model.addAttribute("mayWrite", actor.holds(Role.SECURITY_ADMINISTRATOR));
		return "processing/list";
	}

	@GetMapping("/new")
	String blank(Actor actor, Model model) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		model.addAttribute("activityForm", ActivityForm.blank());
		model.addAttribute("id", 0L);
		return "processing/edit";
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		Activity activity = this.activities.find(id);
		String inCharge = name(activity.inCharge());
		if (actor.holds(Role.SECURITY_ADMINISTRATOR) && activity.endedOn() == null) {
			model.addAttribute("activityForm", ActivityForm.of(activity, inCharge));
			model.addAttribute("id", id);
			return "processing/edit";
		}
		model.addAttribute("activity", activity);
		model.addAttribute("inCharge", inCharge);
		return "processing/show";
	}

	@PostMapping("/{id}")
	String save(Actor actor, @PathVariable long id, @Valid @ModelAttribute ActivityForm activityForm,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		model.addAttribute("id", id);
		if (errors.hasErrors()) {
			return "processing/edit";
		}
		try {
			Activity activity = activity(id, activityForm);
			if (id == 0) {
				this.activities.add(actor, activity);
			}
			else {
				this.activities.change(actor, activity);
			}
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return "processing/edit";
		}
		redirect.addFlashAttribute("done", "已保存。");
		return "redirect:" + PATH;
	}

	@GetMapping("/{id}/end")
	ModelAndView askToEnd(Actor actor, @PathVariable long id) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		Activity activity = this.activities.find(id);
		return new Confirmation("不再进行“" + activity.text().name() + "”？", "它会留在登记里，标明已结束，以后不能再修改。", "结束",
				PATH + "/" + id + "/end", Map.of(), PATH + "/" + id)
			.page();
	}

	@PostMapping("/{id}/end")
	String end(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.activities.end(actor, id);
		redirect.addFlashAttribute("done", "已结束。");
		return "redirect:" + PATH;
	}

	private Activity activity(long id, ActivityForm form) {
		String name = form.inCharge();
		Long inCharge = (name == null || name.isBlank()) ? null
				: Long.valueOf(this.people.one(name, form.inChargePhone()).id().value());
		return new Activity(id, form.text(), inCharge, form.assessedOn(), form.auditedOn(), LocalDate.now(this.clock),
				null, Objects.requireNonNullElse(form.version(), 0L));
	}

	private @Nullable String name(@Nullable Long person) {
		return (person == null) ? null
				: this.people.byIds(Set.of(new PersonId(person)))
					.values()
					.stream()
					.map(Person::name)
					.findFirst()
					.orElse(null);
	}

	private static Line line(Activity activity, Map<PersonId, Person> known) {
		Long id = activity.inCharge();
		Person person = (id != null) ? known.get(new PersonId(id)) : null;
		return new Line(activity, (person != null) ? person.name() : "未指定", activity.auditDueOn());
	}

	/** A row of the list. */
	record Line(Activity activity, String inCharge, @Nullable LocalDate auditDueOn) {
	}

}
