package cn.mentougou.education.office.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The incidents in the console. */
@Controller
@RequestMapping(IncidentConsoleController.PATH)
class IncidentConsoleController {

	static final String PATH = "/console/incidents";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final Incidents incidents;

	private final Clock clock;

	IncidentConsoleController(Incidents incidents, Clock clock) {
		this.incidents = incidents;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, @RequestParam @Nullable String after, Model model) {
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		model.addAttribute("page",
				KeyPage.of(this.incidents.before(before, KeyPage.ROWS + 1).stream().map(this::line).toList(),
						KeyPage.ROWS, (line) -> Cursor.of(line.id())));
		model.addAttribute("mayWrite", actor.holds(Role.SECURITY_ADMINISTRATOR));
		return "incident/list";
	}

	@GetMapping("/new")
	String blank(Actor actor, Model model) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		model.addAttribute("incidentForm", IncidentForm.blank(this.clock.instant()));
		model.addAttribute("id", 0L);
		return "incident/edit";
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		Incident incident = this.incidents.find(id);
		model.addAttribute("id", id);
		if (actor.holds(Role.SECURITY_ADMINISTRATOR) && incident.closedAt() == null) {
			model.addAttribute("incidentForm", IncidentForm.of(incident));
			return "incident/edit";
		}
		model.addAttribute("incident", incident.account());
		model.addAttribute("line", line(incident));
		model.addAttribute("authorityToldAt", time(incident.account().authorityToldAt()));
		model.addAttribute("peopleToldAt", time(incident.account().peopleToldAt()));
		return "incident/show";
	}

	@PostMapping("/{id}")
	String save(Actor actor, @PathVariable long id, @Valid @ModelAttribute IncidentForm incidentForm,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		model.addAttribute("id", id);
		if (errors.hasErrors()) {
			return "incident/edit";
		}
		try {
			if (id == 0) {
				this.incidents.add(actor, incidentForm.account());
			}
			else {
				this.incidents.change(actor, id, Objects.requireNonNullElse(incidentForm.version(), 0L),
						incidentForm.account());
			}
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return "incident/edit";
		}
		redirect.addFlashAttribute("done", "已保存。");
		return "redirect:" + PATH;
	}

	@GetMapping("/{id}/close")
	ModelAndView askToClose(Actor actor, @PathVariable long id) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		this.incidents.find(id);
		return new Confirmation("关闭第 " + id + " 号事件？", "关闭后不能再修改。通知主管部门和本人的时间要先填好。", "关闭", PATH + "/" + id + "/close",
				Map.of(), PATH + "/" + id)
			.page();
	}

	@PostMapping("/{id}/close")
	String close(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		try {
			this.incidents.close(actor, id);
			redirect.addFlashAttribute("done", "已关闭。");
			return "redirect:" + PATH;
		}
		catch (Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "还不能关闭：先填写通知主管部门和本人的情况，或者写明不通知本人的理由。");
			return "redirect:" + PATH + "/" + id;
		}
	}

	private Line line(Incident incident) {
		Duration known = incident.knownFor(this.clock.instant());
		String state = (incident.closedAt() != null) ? "已关闭"
				: incident.isUntold() ? "还没有通知完，已过去 " + known.toHours() + " 小时" : "已通知，处理中";
		return new Line(incident.id(), TIME.format(incident.account().happenedAt()),
				TIME.format(incident.account().knownAt()), incident.account().categories(), incident.account().people(),
				incident.account().aboutMinors(), state);
	}

	private static String time(@Nullable Instant at) {
		return (at != null) ? TIME.format(at) : "还没有";
	}

	/** A row of the list. */
	record Line(long id, String happenedAt, String knownAt, String categories, long people, boolean aboutMinors,
			String state) {
	}

}
