package cn.mentougou.education.newsroom.pushseries;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
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

import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The series in the console. */
@Controller
@RequestMapping(SeriesConsoleController.PATH)
class SeriesConsoleController {

	static final String PATH = "/console/push-series";

	private final SeriesBook book;

	private final WeChatAccounts accounts;

	SeriesConsoleController(SeriesBook book, WeChatAccounts accounts) {
		this.book = book;
		this.accounts = accounts;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("series", this.book.all());
		model.addAttribute("accounts", this.accounts.labels());
		return "pushseries/list";
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("seriesForm", SeriesForm.blank());
		return page(0, model);
	}

	@PostMapping
	String begin(Actor actor, @ModelAttribute SeriesForm seriesForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		return keep(actor, new Typed(seriesForm, errors, 0), model, redirect);
	}

	@GetMapping("/{id}")
	String edit(@PathVariable long id, Model model) {
		model.addAttribute("seriesForm", SeriesForm.of(this.book.find(id)));
		return page(id, model);
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable long id, @ModelAttribute SeriesForm seriesForm, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		this.book.find(id);
		return keep(actor, new Typed(seriesForm, errors, id), model, redirect);
	}

	@GetMapping("/{id}/end")
	ModelAndView askToEnd(@PathVariable long id) {
		PushSeries series = this.book.find(id);
		return new Confirmation("结束系列“" + series.title() + "”？", "日历上不再为它留位置；已经排好的推送不受影响。", "结束",
				PATH + "/" + id + "/end", Map.of(), PATH)
			.page();
	}

	@PostMapping("/{id}/end")
	String end(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.book.end(actor, id);
		redirect.addFlashAttribute("done", "已结束。已经排好的推送照常发出。");
		return "redirect:" + PATH;
	}

	private String keep(Actor actor, Typed typed, Model model, RedirectAttributes redirect) {
		if (!typed.errors().hasErrors()) {
			try {
				this.book.keep(actor, typed.form().series(typed.id()));
				redirect.addFlashAttribute("done", "已保存。日历上从今天起为它留出位置，点开就能选稿排期。");
				return "redirect:" + PATH;
			}
			catch (Refusal.Invalid | Refusal.Conflict ex) {
				typed.errors().reject(ex.code(), ex.arguments().toArray(), null);
			}
		}
		return page(typed.id(), model);
	}

	private String page(long id, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("accounts", this.accounts.labels());
		model.addAttribute("verbs", Verb.values());
		model.addAttribute("lates", LatePolicy.Kind.values());
		model.addAttribute("weekdays", weekdays());
		return "pushseries/edit";
	}

	private static Map<String, String> weekdays() {
		String names = "一二三四五六日";
		Map<String, String> days = new LinkedHashMap<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			days.put(day.name(), "周" + names.charAt(day.getValue() - 1));
		}
		return days;
	}

	/**
	 * What was typed about which series.
	 *
	 * @param form what was typed
	 * @param errors what is wrong with it
	 * @param id the series, or 0
	 */
	private record Typed(SeriesForm form, BindingResult errors, long id) {
	}

}
