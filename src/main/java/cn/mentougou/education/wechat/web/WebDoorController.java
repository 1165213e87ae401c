package cn.mentougou.education.wechat.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.office.credential.QrCode;
import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The door of the pages in WeChat: the way back from the platform, and the way out. */
@Controller
class WebDoorController {

	private final WeChatAccounts accounts;

	private final WebArrival arrival;

	private final WebSessions sessions;

	private final OwnAddress address;

	WebDoorController(WeChatAccounts accounts, WebArrival arrival, WebSessions sessions, OwnAddress address) {
		this.accounts = accounts;
		this.arrival = arrival;
		this.sessions = sessions;
		this.address = address;
	}

	/** Where the platform sends the browser. */
	@GetMapping("/h5/enter")
	String enter(HttpServletRequest request, HttpServletResponse response,
			@CookieValue(name = VisitorGate.BROWSER, defaultValue = "") String browser,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String code, Model model) {
		String appId = this.accounts.first(AccountKind.SERVICE)
			.map(WeChatAccount::appId)
			.orElseThrow(() -> new Refusal.NotFound("web.no-service-account"));
		WebArrival.Outcome outcome = this.arrival.arrive(request, new WebArrival.Answer(appId, browser, state, code));
		if (outcome instanceof WebArrival.SignedIn signedIn) {
			return "redirect:" + signedIn.to();
		}
		WebArrival.Turned turned = (WebArrival.Turned) outcome;
		if (turned.why() == WebArrival.Why.STALE && request.getAttribute(Visitor.ATTRIBUTE) != null) {
			return "redirect:" + H5Path.HOME;
		}
		response.setStatus((turned.why() == WebArrival.Why.UNREACHED) ? HttpStatus.SERVICE_UNAVAILABLE.value()
				: HttpStatus.FORBIDDEN.value());
		model.addAttribute("why", turned.why().name());
		model.addAttribute("to", turned.to());
		return "web/turned";
	}

	/** For ordinary browsers: how to open the page in WeChat. */
	@GetMapping("/h5/open-in-wechat")
	String openInWeChat(HttpServletRequest request, @RequestParam @Nullable String to, Model model) {
		String page = this.address.origin(request) + H5Path.of(to);
		model.addAttribute("address", page);
		model.addAttribute("qr", QrCode.of(page));
		return "web/open-in-wechat";
	}

	/** What one can do without being known. */
	@GetMapping("/h5/guest")
	String guest() {
		return "web/guest";
	}

	@PostMapping("/h5/leave")
	String leave(HttpServletRequest request, Visitor visitor) {
		this.sessions.leave(visitor);
		CurrentSession.drop(request);
		return "redirect:/h5/guest?left";
	}

}
