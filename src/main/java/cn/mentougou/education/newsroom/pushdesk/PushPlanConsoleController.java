package cn.mentougou.education.newsroom.pushdesk;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The page of a push, its time and its comments. */
@Controller
@RequestMapping(PushCalendarConsoleController.PATH + "/{id}")
class PushPlanConsoleController {

	private final Plans plans;

	private final PushWarnings warnings;

	private final PushWords words;

	private final Standstill standstill;

	PushPlanConsoleController(Plans plans, PushWarnings warnings, PushWords words, Standstill standstill) {
		this.plans = plans;
		this.warnings = warnings;
		this.words = words;
		this.standstill = standstill;
	}

	static PlanView find(Plans plans, long id) {
		return plans.find(new PushPlanId(id)).orElseThrow(() -> new Refusal.NotFound("pushdesk.no-such-push"));
	}

	@GetMapping
	String plan(Actor actor, @PathVariable long id, Model model) {
		PlanView plan = find(this.plans, id);
		model.addAttribute("line", PlanLine.of(plan, this.words));
		model.addAttribute("plan", plan);
		model.addAttribute("at", PushWords.local(plan.slot()));
		model.addAttribute("warnings", this.warnings.of(plan));
		model.addAttribute("isEditor", actor.holds(Role.EDITOR));
		model.addAttribute("standstill", this.standstill.isOn());
		return "pushdesk/plan";
	}

	/** Moves it to another time; dragging fills the same form as typing. */
	@PostMapping("/slot")
	String move(Actor actor, @PathVariable long id,
			@RequestParam(required = false) @DateTimeFormat(
					iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime at,
			@RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "") String view,
			@RequestParam(defaultValue = "") String date, RedirectAttributes redirect) {
		actor.require(Role.EDITOR);
		PlanView plan = find(this.plans, id);
		try {
			if (at == null) {
				throw new Refusal.Invalid("pushdesk.time-missing");
			}
			this.plans.change(actor, plan.id(), revision, PushForm.moved(plan, at));
			redirect.addFlashAttribute("done",
					"“" + PushWords.title(plan) + "”改到 " + PushWords.time(PushWords.instant(at)) + "。");
			String words = String.join("", this.warnings.of(find(this.plans, id)));
			if (!words.isEmpty()) {
				redirect.addFlashAttribute("problem", "请注意：" + words);
			}
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "没有改期：" + this.words.sentence(ex));
		}
		return "redirect:" + (view.isEmpty() ? PushCalendarConsoleController.PATH + "/" + id : calendar(view, date));
	}

	private static String calendar(String view, String date) {
		return UriComponentsBuilder.fromPath(PushCalendarConsoleController.PATH)
			.queryParam("view", view.replaceAll("[^A-Za-z]", ""))
			.queryParam("date", date.replaceAll("[^0-9-]", ""))
			.toUriString();
	}

	/** Comments are off; whoever switches them on answers for them (跟帖评论). */
	@PostMapping("/comments")
	String comments(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "false") boolean on,
			RedirectAttributes redirect) {
		actor.require(Role.EDITOR);
		find(this.plans, id);
		this.plans.moderate(actor, new PushPlanId(id), on ? actor.person() : null);
		redirect.addFlashAttribute("done", on ? "文章下可以留言，由您负责查看和精选。" : "文章下不能留言。");
		return "redirect:" + PushCalendarConsoleController.PATH + "/" + id;
	}

}
