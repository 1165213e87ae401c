package cn.mentougou.education.newsroom.pushdesk;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.article.ArticleForDraft;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.pushsending.PushMaterial;
import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/**
 * What a person decides about a push: to call it off, to leave it out, to send it again,
 * to send it by hand (人工接管) and which mass send of the platform it was.
 */
@Controller
@RequestMapping(PushCalendarConsoleController.PATH + "/{id}")
class PushDecisionConsoleController {

	private final Plans plans;

	private final ObjectProvider<PushMaterial> material;

	private final PushWords words;

	PushDecisionConsoleController(Plans plans, ObjectProvider<PushMaterial> material, PushWords words) {
		this.plans = plans;
		this.material = material;
		this.words = words;
	}

	@GetMapping("/cancel")
	ModelAndView askToCancel(Actor actor, @PathVariable long id) {
		return confirm(actor, id, new Question("取消", "取消以后不会发出；稿件不受影响，可以另排一次。", "取消这次推送", "cancel"));
	}

	@PostMapping("/cancel")
	String cancel(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.plans.cancel(actor, found(actor, id).id());
		return done(id, "已取消，不会发出。", redirect);
	}

	@PostMapping("/skip")
	String skip(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.plans.skip(actor, found(actor, id).id());
		return done(id, "已跳过，不再发出。", redirect);
	}

	/** Whoever repeats it reads first why it did not go. */
	@GetMapping("/again")
	String askToRepeat(Actor actor, @PathVariable long id, Model model) {
		PlanView plan = found(actor, id);
		model.addAttribute("line", PlanLine.of(plan, this.words));
		model.addAttribute("plan", plan);
		return "pushdesk/again";
	}

	@PostMapping("/again")
	String repeat(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "false") boolean looked,
			RedirectAttributes redirect) {
		PlanView plan = found(actor, id);
		if (!looked) {
			redirect.addFlashAttribute("problem", "请先到公众平台核对这次推送确实没有发出，再勾选确认。");
			return "redirect:" + PushCalendarConsoleController.PATH + "/" + id + "/again";
		}
		this.plans.sendAgain(actor, plan.id());
		return done(id, "已决定再发一次，马上开始。", redirect);
	}

	@GetMapping("/take-over")
	ModelAndView askToTakeOver(Actor actor, @PathVariable long id) {
		return confirm(actor, id,
				new Question("改为人工发出", "系统不再发送这次推送，也不会提示它没有发出。请把文章复制到公众平台，由您手工发出；微信的结果会自动对上。", "人工接管", "take-over"));
	}

	@PostMapping("/take-over")
	String takeOver(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.plans.takeOver(actor, found(actor, id).id());
		return done(id, "已改为人工发出。请点“准备可复制的文章”，复制到公众平台发出。", redirect);
	}

	/** The articles as they are pasted into WeChat's console, pictures included. */
	@PostMapping("/handover")
	String handOver(Actor actor, @PathVariable long id, Model model, RedirectAttributes redirect) {
		PlanView plan = found(actor, id);
		if (plan.state() != PlanState.TAKEN_OVER) {
			throw new Refusal.Conflict("pushdesk.not-taken-over");
		}
		PushMaterial.Prepared prepared = this.material.getObject()
			.prepare(plan.appId(), plan.items().stream().map(PlanView.Item::id).toList());
		if (prepared instanceof PushMaterial.Ready ready) {
			List<ArticleForDraft> articles = ready.articles();
			model.addAttribute("line", PlanLine.of(plan, this.words));
			model.addAttribute("plan", plan);
			model.addAttribute("articles", articles);
			return "pushdesk/handover";
		}
		String code = ((PushMaterial.NotYet) prepared).reason();
		redirect.addFlashAttribute("problem",
				"文章还没有准备好：" + PushReason.of(code).map((one) -> one.meaning() + "。" + one.remedy()).orElse(code) + "。");
		return "redirect:" + PushCalendarConsoleController.PATH + "/" + id;
	}

	@PostMapping("/tie")
	String tie(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String number,
			RedirectAttributes redirect) {
		PlanView plan = found(actor, id);
		try {
			if (!number.strip().matches("[1-9]\\d{0,17}")) {
				throw new Refusal.Invalid("pushdesk.number-malformed");
			}
			this.plans.tie(actor, plan.id(), Long.parseLong(number.strip()));
			redirect.addFlashAttribute("done", "已对上。微信的结果一到，这里就会显示。");
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", this.words.sentence(ex));
		}
		return "redirect:" + PushCalendarConsoleController.PATH + "/" + id;
	}

	private PlanView found(Actor actor, long id) {
		actor.require(Role.EDITOR);
		return PushPlanConsoleController.find(this.plans, id);
	}

	private ModelAndView confirm(Actor actor, long id, Question question) {
		PlanView plan = found(actor, id);
		String page = PushCalendarConsoleController.PATH + "/" + id;
		return new Confirmation(
				question.verb() + " " + PushWords.time(plan.slot()) + " 的推送“" + PushWords.title(plan) + "”？",
				question.consequence(), question.button(), page + "/" + question.path(), Map.of(), page)
			.page();
	}

	private static String done(long id, String words, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", words);
		return "redirect:" + PushCalendarConsoleController.PATH + "/" + id;
	}

	/**
	 * A second look.
	 *
	 * @param verb what is about to be done
	 * @param consequence what happens then
	 * @param button what the button says
	 * @param path where it is posted
	 */
	private record Question(String verb, String consequence, String button, String path) {
	}

}
