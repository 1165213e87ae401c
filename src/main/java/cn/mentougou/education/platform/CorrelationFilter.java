package cn.mentougou.education.platform;

import java.io.IOException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.mentougou.education.shared.RandomBytes;

/**
 * Gives every request one id that stands in each of its log lines, in its answer and in
 * the calls it causes. nginx makes it; what is not an id is replaced.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

	private static final String HEADER = "X-Request-Id";

	private static final String KEY = "requestId";

	private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{8,64}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = idOf(request.getHeader(HEADER));
		MDC.put(KEY, id);
		response.setHeader(HEADER, id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(KEY);
		}
	}

	private static String idOf(@Nullable String given) {
		return given != null && ID.matcher(given).matches() ? given : newId();
	}

	private static String newId() {
		return HexFormat.of().formatHex(RandomBytes.take(16));
	}

}
