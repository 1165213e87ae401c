package cn.mentougou.education.wechat.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/**
 * Leads whoever is not known to the platform, which knows them; other browsers to the
 * page that says how to open it in WeChat.
 */
class VisitorGate implements AuthenticationEntryPoint, AccessDeniedHandler {

	/** The cookie that a state is bound to. */
	static final String BROWSER = "h5-door";

	private static final Duration BROWSER_LIFE = Duration.ofHours(12);

	private final WeChatAccounts accounts;

	private final WxMpAuthorization authorization;

	private final DoorStates states;

	private final OwnAddress address;

	private final String browserMark;

	VisitorGate(WeChatAccounts accounts, WxMpAuthorization authorization, DoorStates states, OwnAddress address,
			String browserMark) {
		this.accounts = accounts;
		this.authorization = authorization;
		this.states = states;
		this.address = address;
		this.browserMark = browserMark;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		boolean isVisit = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
		String to = H5Path.of(isVisit ? asked(request) : cameFrom(request));
		Optional<WeChatAccount> account = this.accounts.first(AccountKind.SERVICE)
			.filter((service) -> service.may(Capability.WEB_AUTHORIZATION));
		String agent = String.valueOf(request.getHeader(HttpHeaders.USER_AGENT));
		if (account.isEmpty()) {
			lead(response, "/h5/guest?none");
		}
		else if (!agent.contains(this.browserMark)) {
			lead(response, "/h5/open-in-wechat?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
		}
		else {
			String state = this.states.open(browser(request, response), to);
			lead(response, this.authorization.address(account.get().appId(), this.address.origin(request) + "/h5/enter",
					state));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		response.sendError(HttpServletResponse.SC_FORBIDDEN,
				(denied instanceof CsrfException) ? "web.form-too-old" : "web.not-for-you");
	}

	/** The word of this browser; the same for all its pages that are on their way. */
	private static String browser(HttpServletRequest request, HttpServletResponse response) {
		Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		for (Cookie cookie : cookies) {
			if (cookie.getName().equals(BROWSER) && cookie.getValue().matches("[0-9a-f]{64}")) {
				return cookie.getValue();
			}
		}
		String word = DoorStates.newWord();
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(BROWSER, word)
					.path("/h5")
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.maxAge(BROWSER_LIFE)
					.build()
					.toString());
		return word;
	}

	private static void lead(HttpServletResponse response, String to) {
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.LOCATION, to);
	}

	private static String asked(HttpServletRequest request) {
		String query = request.getQueryString();
		return (query != null) ? request.getRequestURI() + "?" + query : request.getRequestURI();
	}

	/** The page with the form: what a form's address shows is nothing to return to. */
	private static @Nullable String cameFrom(HttpServletRequest request) {
		String referrer = request.getHeader(HttpHeaders.REFERER);
		if (referrer == null) {
			return null;
		}
		try {
			return URI.create(referrer).getRawPath();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
