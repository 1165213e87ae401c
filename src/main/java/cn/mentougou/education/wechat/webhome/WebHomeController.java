package cn.mentougou.education.wechat.webhome;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.wechat.web.H5Path;
import cn.mentougou.education.wechat.web.Visitor;

/** The first page in WeChat: who I am here, what I can do, what is kept about me. */
@Controller
class WebHomeController {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final int A_YEAR = 365 * 24 * 60 * 60;

	private final List<H5Entry> entries;

	WebHomeController(ObjectProvider<H5Entry> entries) {
		this.entries = entries.orderedStream().toList();
	}

	@GetMapping("/h5")
	String home(Visitor visitor, Model model) {
		model.addAttribute("entries", this.entries);
		model.addAttribute("endsAt", TIME.format(visitor.endsAt()));
		return "webhome/home";
	}

	@GetMapping("/h5/my-data")
	String myData(Visitor visitor, Model model) {
		model.addAttribute("endsAt", TIME.format(visitor.endsAt()));
		return "webhome/my-data";
	}

	/**
	 * Larger letters, or those of before; the browser remembers it. A visit, since it
	 * changes nothing here and needs no session.
	 */
	@GetMapping("/h5/text-size")
	String textSize(HttpServletRequest request, HttpServletResponse response, @RequestParam boolean large,
			@RequestParam(defaultValue = "") String to) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(H5Frame.LARGE, large ? "1" : "")
					.path("/h5")
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.maxAge(large ? A_YEAR : 0)
					.build()
					.toString());
		return "redirect:" + H5Path.of(to);
	}

}
