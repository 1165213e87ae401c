package cn.mentougou.education.wechat.personlink;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.web.Visitor;

/** The page on which a person agrees to be known by both accounts, or takes it back. */
@Controller
class PersonLinkController {

	private static final String PAGE = "redirect:/h5/both-accounts";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final PersonLinks links;

	PersonLinkController(PersonLinks links) {
		this.links = links;
	}

	@GetMapping("/h5/both-accounts")
	String page(Visitor visitor, Model model) {
		Follower follower = visitor.follower();
		model.addAttribute("follows", visitor.isFollowing());
		model.addAttribute("version", PersonLinks.TEXT_VERSION);
		if (follower != null) {
			this.links.of(follower.id()).ifPresent((row) -> {
				model.addAttribute("agreedOn", TIME.format(row.agreedAt()));
				model.addAttribute("isLinked", row.otherFollowerId() != null);
			});
		}
		return "personlink/page";
	}

	@PostMapping("/h5/both-accounts/agree")
	String agree(Visitor visitor, @RequestParam(defaultValue = "0") int version, RedirectAttributes redirect) {
		Follower follower = visitor.follower();
		if (follower == null || !visitor.isFollowing()) {
			throw new Refusal.Conflict("personlink.not-following");
		}
		if (version != PersonLinks.TEXT_VERSION) {
			redirect.addFlashAttribute("problem", "说明的文字刚刚更新了，请再看一遍，然后再点同意。");
			return PAGE;
		}
		this.links.agree(follower.id());
		redirect.addFlashAttribute("done", "已记下您的同意。");
		return PAGE;
	}

	@PostMapping("/h5/both-accounts/withdraw")
	String withdraw(Visitor visitor, RedirectAttributes redirect) {
		Follower follower = visitor.follower();
		if (follower != null) {
			this.links.withdraw(follower.id());
		}
		redirect.addFlashAttribute("done", "已撤回。两个公众号之间的对应关系已经删除。");
		return PAGE;
	}

}
