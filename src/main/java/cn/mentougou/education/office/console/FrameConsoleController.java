package cn.mentougou.education.office.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.shared.Actor;

/** The pages that belong to no desk: 今日, search and help. */
@Controller
class FrameConsoleController {

	private final Today today;

	private final Search search;

	private final ConsolePages pages;

	FrameConsoleController(Today today, Search search, ConsolePages pages) {
		this.today = today;
		this.search = search;
		this.pages = pages;
	}

	@GetMapping(ConsolePages.HOME)
	String today(Actor actor, Model model) {
		model.addAttribute("today", this.today.viewFor(actor));
		return "console/today";
	}

	@GetMapping("/console/search")
	String search(Actor actor, @RequestParam(defaultValue = "") String q, Model model) {
		model.addAttribute("found", this.search.find(actor, q));
		model.addAttribute("limit", Search.MOST_CHARACTERS);
		return "console/search";
	}

	@GetMapping("/console/help")
	String help(Actor actor, Model model) {
		model.addAttribute("pages", this.pages.openTo(actor));
		return "console/help";
	}

}
