package cn.mentougou.education.newsroom.pushdesk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.newsroom.pushseries.PushSeries;
import cn.mentougou.education.newsroom.pushseries.SeriesBook;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/**
 * The form of a push: each button sends the whole of it and gets it back changed, and
 * nothing is kept before it is saved.
 */
@Controller
@RequestMapping(PushCalendarConsoleController.PATH)
class PushFormConsoleController {

	private static final LocalTime USUAL = LocalTime.of(17, 30);

	private final Plans plans;

	private final SeriesBook series;

	private final Candidates candidates;

	private final PushWarnings warnings;

	private final PushWords words;

	private final Clock clock;

	PushFormConsoleController(Plans plans, SeriesBook series, Candidates candidates, PushWarnings warnings,
			PushWords words, Clock clock) {
		this.plans = plans;
		this.series = series;
		this.candidates = candidates;
		this.warnings = warnings;
		this.words = words;
		this.clock = clock;
	}

	/** A new push, blank or of a series on a day. */
	@GetMapping("/new")
	String blank(Actor actor, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
			@RequestParam @Nullable Long series, @RequestParam @Nullable Long item, Model model) {
		actor.require(Role.EDITOR);
		PushForm form = (series != null) ? ofSeries(this.series.find(series), day) : blank(day, item);
		model.addAttribute("pushForm", form);
		return page(form, null, model);
	}

	private PushForm blank(@Nullable LocalDate day, @Nullable Long item) {
		LocalDateTime now = LocalDateTime.now(this.clock);
		LocalDateTime at = ((day != null) ? day : now.toLocalDate()).atTime(USUAL);
		String first = this.words.accounts().keySet().stream().findFirst().orElse(null);
		PushForm form = PushForm.blank(first, at.isAfter(now) ? at : at.plusDays((day != null) ? 0 : 1));
		return (item != null) ? form.with(List.of(item)) : form;
	}

	private PushForm ofSeries(PushSeries one, @Nullable LocalDate day) {
		LocalDateTime at = ((day != null) ? day : LocalDate.now(this.clock)).atTime(one.at());
		LocalDateTime until = (one.late() == LatePolicy.Kind.UNTIL) ? at.plusMinutes(one.lateMinutes()) : null;
		return new PushForm(one.appId(), at, one.verb(), (one.tagId() != null) ? one.tagId().toString() : null,
				one.late(), until, this.candidates.fresh(one.appId()), null, null, one.title(), 0);
	}

	@PostMapping
	String create(Actor actor, @ModelAttribute PushForm pushForm, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Model model, RedirectAttributes redirect) {
		actor.require(Role.EDITOR);
		if (errors.hasErrors()) {
			return page(pushForm, null, model);
		}
		if (!act.equals("save")) {
			return again(pushForm, act, null, model);
		}
		try {
			PushPlanId id = this.plans.create(actor, pushForm.plan());
			redirect.addFlashAttribute("done", "已排期。到时间自动发出；发出之前都可以修改。");
			return "redirect:" + page(id);
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.Forbidden ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return page(pushForm, null, model);
		}
	}

	@GetMapping("/{id}/edit")
	String edit(Actor actor, @PathVariable long id, Model model) {
		actor.require(Role.EDITOR);
		PushForm form = PushForm.of(PushPlanConsoleController.find(this.plans, id));
		model.addAttribute("pushForm", form);
		return page(form, id, model);
	}

	@PostMapping("/{id}/edit")
	String change(Actor actor, @PathVariable long id, @ModelAttribute PushForm pushForm, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Model model, RedirectAttributes redirect) {
		actor.require(Role.EDITOR);
		PushPlanConsoleController.find(this.plans, id);
		if (errors.hasErrors()) {
			return page(pushForm, id, model);
		}
		if (!act.equals("save")) {
			return again(pushForm, act, id, model);
		}
		try {
			this.plans.change(actor, new PushPlanId(id), pushForm.revision(), pushForm.plan());
			redirect.addFlashAttribute("done", "已保存。");
			return "redirect:" + page(new PushPlanId(id));
		}
		catch (Refusal.Invalid | Refusal.Conflict | Refusal.Forbidden ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return page(pushForm, id, model);
		}
	}

	/** The form once more, changed by a button. */
	private String again(PushForm form, String act, @Nullable Long id, Model model) {
		PushForm changed = form.after(act);
		model.addAttribute("pushForm", changed);
		model.addAttribute("focus", PushForm.focusAfter(act, changed.news().size()));
		return page(changed, id, model);
	}

	private String page(PushForm form, @Nullable Long id, Model model) {
		List<NewsId> news = form.news();
		model.addAttribute("id", id);
		model.addAttribute("chosen", this.candidates.chosen(news));
		model.addAttribute("offered", this.candidates.offered(news));
		model.addAttribute("accounts", this.words.accounts());
		model.addAttribute("verbs", Verb.values());
		model.addAttribute("lates", LatePolicy.Kind.values());
		model.addAttribute("isFull", news.size() >= PlanForm.MOST_ITEMS);
		model.addAttribute("warnings", warnings(form, id));
		return "pushdesk/edit";
	}

	/** What cannot be read yet is not warned of. */
	private List<String> warnings(PushForm form, @Nullable Long id) {
		if (form.news().isEmpty()) {
			return List.of();
		}
		try {
			return this.warnings.of(form.plan(), (id != null) ? id : 0);
		}
		catch (Refusal.Invalid ex) {
			return List.of();
		}
	}

	private static String page(PushPlanId id) {
		return PushCalendarConsoleController.PATH + "/" + id.value();
	}

}
