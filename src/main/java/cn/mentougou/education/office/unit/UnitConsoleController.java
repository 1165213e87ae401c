package cn.mentougou.education.office.unit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** The tree of units in the console. */
@Controller
class UnitConsoleController {

	private static final String LIST = "redirect:/console/units";

	private final Units units;

	UnitConsoleController(Units units) {
		this.units = units;
	}

	@GetMapping("/console/units")
	String list(Actor actor, @RequestParam(defaultValue = "false") boolean closed, Model model) {
		Set<UnitId> reach = actor.reach(Role.SYSTEM_ADMINISTRATOR);
		model.addAttribute("lines",
				UnitLine.tree(this.units.all()
					.stream()
					.filter((unit) -> reach.contains(unit.id()) && (closed || unit.open()))
					.toList()));
		model.addAttribute("closed", closed);
		return "unit/list";
	}

	@GetMapping("/console/units/new")
	String blank(Actor actor, @RequestParam @Nullable Long parent, Model model) {
		model.addAttribute("unitForm", new UnitForm(null, null, parent));
		return filled(actor, model);
	}

	@PostMapping("/console/units")
	String add(Actor actor, @ModelAttribute UnitForm unitForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		try {
			if (unitForm.kind() == null || unitForm.parent() == null) {
				throw new Refusal.Invalid("unit.choose");
			}
			this.units.add(actor, new UnitId(unitForm.parent()), unitForm.kind(), text(unitForm));
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(actor, model);
		}
		redirect.addFlashAttribute("done", "已添加“" + text(unitForm).strip() + "”。");
		return LIST;
	}

	@GetMapping("/console/units/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		Unit unit = find(actor, id);
		model.addAttribute("unitForm", new UnitForm(unit.name(), unit.kind(), null));
		return shown(actor, unit, model);
	}

	@PostMapping("/console/units/{id}")
	String rename(Actor actor, @PathVariable long id, @ModelAttribute UnitForm unitForm, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Unit unit = find(actor, id);
		try {
			this.units.rename(actor, unit.id(), text(unitForm));
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return shown(actor, unit, model);
		}
		redirect.addFlashAttribute("done", "名称已改。");
		return LIST;
	}

	@PostMapping("/console/units/{id}/parent")
	String move(Actor actor, @PathVariable long id, @ModelAttribute UnitForm unitForm, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Unit unit = find(actor, id);
		try {
			if (unitForm.parent() == null) {
				throw new Refusal.Invalid("unit.choose");
			}
			this.units.move(actor, unit.id(), new UnitId(unitForm.parent()));
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return shown(actor, unit, model);
		}
		redirect.addFlashAttribute("done", "“" + unit.name() + "”已移到新的上级单位下面。");
		return LIST;
	}

	@GetMapping("/console/units/{id}/close")
	ModelAndView confirm(Actor actor, @PathVariable long id) {
		Unit unit = find(actor, id);
		String here = "/console/units/" + id;
		return new Confirmation("撤销“" + unit.name() + "”？", "撤销后不能再往里添加人员和授予职责，也不能恢复；过去的记录都会保留。", "撤销", here + "/close",
				Map.of(), here)
			.page();
	}

	@PostMapping("/console/units/{id}/close")
	String close(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		Unit unit = find(actor, id);
		this.units.close(actor, unit.id());
		redirect.addFlashAttribute("done", "已撤销“" + unit.name() + "”。");
		return LIST;
	}

	private Unit find(Actor actor, long id) {
		actor.require(Role.SYSTEM_ADMINISTRATOR);
		return this.units.find(new UnitId(id))
			.filter((unit) -> actor.holds(Role.SYSTEM_ADMINISTRATOR, unit.id()))
			.orElseThrow(() -> new Refusal.NotFound("unit.no-such-unit"));
	}

	private String filled(Actor actor, Model model) {
		model.addAttribute("kinds",
				Arrays.stream(UnitKind.values())
					.filter((kind) -> kind != UnitKind.COMMISSION)
					.collect(Collectors.toMap(UnitKind::name, UnitKind::title, (one, two) -> one, LinkedHashMap::new)));
		model.addAttribute("parents", parents(actor));
		return "unit/new";
	}

	private String shown(Actor actor, Unit unit, Model model) {
		model.addAttribute("unit", unit);
		model.addAttribute("parents", parents(actor));
		return "unit/unit";
	}

	private Map<String, String> parents(Actor actor) {
		Set<UnitId> reach = actor.reach(Role.SYSTEM_ADMINISTRATOR);
		List<Unit> open = this.units.all().stream().filter((unit) -> unit.open() && reach.contains(unit.id())).toList();
		return UnitLine.choices(open);
	}

	private static String text(UnitForm form) {
		return (form.name() != null) ? form.name() : "";
	}

}
