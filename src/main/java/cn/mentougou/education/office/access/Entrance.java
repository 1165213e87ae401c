package cn.mentougou.education.office.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.session.Ending;

/**
 * Leads whoever is not signed in, or not any more, to the door and keeps where they
 * wanted to go; whoever is signed in and may not is told so.
 */
class Entrance implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String DOOR = "/console/sign-in";

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		boolean isVisit = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		String wanted = Destination.of(isVisit ? address(request) : cameFrom(request));
		StringBuilder door = new StringBuilder(DOOR).append("?to=")
			.append(URLEncoder.encode(wanted, StandardCharsets.UTF_8));
		if (!isVisit) {
			door.append("&over=unsaved");
		}
		else if (request.getAttribute(SessionFilter.OVER) instanceof Ending over) {
			door.append("&over=").append(over.code());
		}
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", door.toString());
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			return;
		}
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.LOCATION, door.toString());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		boolean isNobody = request.getAttribute(ConsoleActor.ATTRIBUTE) == null;
		if (isNobody && !request.getServletPath().startsWith(DOOR)) {
			commence(request, response, new NotSignedIn());
			return;
		}
		String code = denied instanceof CsrfException ? "console.form-too-old" : "console.not-your-role";
		response.sendError(HttpServletResponse.SC_FORBIDDEN, code);
	}

	private static String address(HttpServletRequest request) {
		String query = request.getQueryString();
		return query != null ? request.getRequestURI() + "?" + query : request.getRequestURI();
	}

	/** The page with the form, if the browser says so: a form's address shows nothing. */
	private static @Nullable String cameFrom(HttpServletRequest request) {
		String referrer = request.getHeader(HttpHeaders.REFERER);
		if (referrer == null) {
			return null;
		}
		try {
			URI page = URI.create(referrer);
			String query = page.getRawQuery();
			return query != null ? page.getRawPath() + "?" + query : page.getRawPath();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Nobody is signed in. */
	private static final class NotSignedIn extends AuthenticationException {

		NotSignedIn() {
			super("nobody is signed in");
		}

	}

}
