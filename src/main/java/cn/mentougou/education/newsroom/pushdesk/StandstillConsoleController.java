package cn.mentougou.education.newsroom.pushdesk;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/** The leader's switch that stops every push (全部暂停), and lets them go on. */
@Controller
@RequestMapping(PushCalendarConsoleController.PATH + "/standstill")
class StandstillConsoleController {

	private final Standstill standstill;

	StandstillConsoleController(Standstill standstill) {
		this.standstill = standstill;
	}

	@GetMapping
	ModelAndView confirm(Actor actor) {
		actor.require(Role.LEADER);
		boolean isOn = this.standstill.isOn();
		return new Confirmation(isOn ? "恢复推送？" : "暂停全部推送？",
				isOn ? "恢复以后，还没有过时间的推送照常发出；已经错过的按各自的设定补发、跳过或等人决定。" : "两个公众号的所有推送立即停下，直到您恢复。已经交给微信的那一次收不回来。",
				isOn ? "恢复推送" : "全部暂停", PushCalendarConsoleController.PATH + "/standstill",
				Map.of("on", String.valueOf(!isOn)), PushCalendarConsoleController.PATH)
			.page();
	}

	@PostMapping
	String set(Actor actor, @RequestParam(defaultValue = "true") boolean on, RedirectAttributes redirect) {
		actor.require(Role.LEADER);
		this.standstill.set(actor, on);
		redirect.addFlashAttribute("done", on ? "已暂停全部推送。" : "已恢复推送。");
		return "redirect:" + PushCalendarConsoleController.PATH;
	}

}
