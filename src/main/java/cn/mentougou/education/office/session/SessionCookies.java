package cn.mentougou.education.office.session;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * One cookie for the console and one for the pages of parents and teachers, each sent to
 * its own paths alone, so the website and the webhook never see one. Over HTTPS its name
 * promises that it came over HTTPS.
 */
class SessionCookies implements CookieSerializer {

	private static final String SECURE = "__Secure-";

	private final DefaultCookieSerializer console = cookie("console", false);

	private final DefaultCookieSerializer secureConsole = cookie("console", true);

	private final DefaultCookieSerializer h5 = cookie("h5", false);

	private final DefaultCookieSerializer secureH5 = cookie("h5", true);

	private static DefaultCookieSerializer cookie(String part, boolean secure) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(secure ? SECURE + part : part);
		cookie.setCookiePath("/" + part);
		cookie.setUseHttpOnlyCookie(true);
		cookie.setUseSecureCookie(secure);
		cookie.setSameSite("Lax");
		return cookie;
	}

	@Override
	public void writeCookieValue(CookieValue cookieValue) {
		of(cookieValue.getRequest()).writeCookieValue(cookieValue);
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return of(request).readCookieValues(request);
	}

	private DefaultCookieSerializer of(HttpServletRequest request) {
		if (request.getServletPath().startsWith("/h5")) {
			return request.isSecure() ? this.secureH5 : this.h5;
		}
		return request.isSecure() ? this.secureConsole : this.console;
	}

}
