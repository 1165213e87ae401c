package cn.mentougou.education.office.job;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.shared.Actor;

/** The page of the jobs, for the system administrator. */
@Controller
@RequestMapping(JobsConsoleController.PATH)
class JobsConsoleController {

	static final String PATH = "/console/jobs";

	private final Jobs jobs;

	JobsConsoleController(Jobs jobs) {
		this.jobs = jobs;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("jobs", this.jobs.all().stream().map(JobView::of).toList());
		return "job/list";
	}

	@GetMapping("/{name}")
	String show(@PathVariable String name, @RequestParam(defaultValue = Long.MAX_VALUE + "") long before, Model model) {
		model.addAttribute("job", JobView.of(this.jobs.find(name)));
		model.addAttribute("runs", this.jobs.history(name, before).stream().map(JobView.Line::of).toList());
		model.addAttribute("later", before != Long.MAX_VALUE);
		return "job/show";
	}

	@PostMapping("/{name}/run")
	String runNow(Actor actor, @PathVariable String name, RedirectAttributes flash) {
		this.jobs.runNow(actor, name);
		flash.addFlashAttribute("done", "已安排，一两秒内开始。请稍后刷新本页，查看运行结果。");
		return "redirect:" + PATH + "/" + name;
	}

}
