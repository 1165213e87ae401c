package cn.mentougou.education.wechat.overview;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page 公众号概况. */
@Controller
class OverviewConsoleController {

	private final Overview overview;

	OverviewConsoleController(Overview overview) {
		this.overview = overview;
	}

	@GetMapping("/console/accounts")
	String show(Model model) {
		model.addAttribute("accounts", this.overview.accounts());
		return "overview/accounts";
	}

}
