package cn.mentougou.education.office.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.mentougou.education.office.session.SessionStoreGone;

/**
 * One page for the time in which nobody can be recognised, because Redis or MySQL is
 * gone. It needs neither of them, no session and no template.
 */
class OutageFilter extends OncePerRequestFilter {

	private static final Logger logger = LoggerFactory.getLogger(OutageFilter.class);

	private final byte[] console = read("outage.html");

	private final byte[] h5 = read("outage-h5.html");

	private static byte[] read(String name) {
		try {
			return new ClassPathResource(name, OutageFilter.class).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			if (response.isCommitted() || !isOutage(ex)) {
				throw ex;
			}
			logger.warn("{} is answered 503: {}", request.getServletPath(), reason(ex));
			say(response, request.getServletPath().startsWith("/h5") ? this.h5 : this.console);
		}
	}

	private static void say(HttpServletResponse response, byte[] page) throws IOException {
		response.reset();
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader("Retry-After", "30");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Content-Security-Policy",
				"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
		response.setContentType("text/html");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setContentLength(page.length);
		response.getOutputStream().write(page);
	}

	private static boolean isOutage(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof SessionStoreGone || cause instanceof DatabaseGone) {
				return true;
			}
		}
		return false;
	}

	/** The kinds of the causes alone: messages of drivers hold addresses and users. */
	private static String reason(Throwable thrown) {
		StringBuilder reason = new StringBuilder();
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			reason.append(reason.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
		}
		return reason.toString();
	}

}
