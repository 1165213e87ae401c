package cn.mentougou.education.platform;

import java.io.IOException;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.mentougou.education.shared.RandomBytes;

/**
 * Tells the browser what our pages may never do, whatever slips into them. The nonce is
 * for libraries that add a style sheet of their own; templates read it as
 * {@code cspNonce}.
 */
class SecurityHeadersFilter extends OncePerRequestFilter {

	private static final String NONCE = "cspNonce";

	private final String frameAncestors;

	SecurityHeadersFilter(WebSettings settings) {
		this.frameAncestors = settings.frameAncestors();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.take(16));
		request.setAttribute(NONCE, nonce);
		response.setHeader("Content-Security-Policy", policy(nonce));
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		if (isPersonal(request.getRequestURI())) {
			response.setHeader("Cache-Control", "no-store");
		}
		if (request.isSecure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
		chain.doFilter(request, response);
	}

	private String policy(String nonce) {
		return "default-src 'self'; style-src 'self' 'nonce-" + nonce
				+ "'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors " + this.frameAncestors
				+ "; form-action 'self'";
	}

	/** Pages of a signed-in person, which no cache and no back button may show again. */
	private static boolean isPersonal(String path) {
		return path.equals("/console") || path.startsWith("/console/") || path.equals("/h5") || path.startsWith("/h5/");
	}

}
