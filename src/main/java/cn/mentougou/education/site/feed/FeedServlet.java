package cn.mentougou.education.site.feed;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;

import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.web.OwnAddress;

/**
 * Answers at {@code /feeds/}. A servlet of its own and not a controller: programs ask
 * again and again for what did not change, and the framework's way costs more than that
 * answer.
 */
class FeedServlet extends HttpServlet {

	private final transient FeedDesk desk;

	private final transient OwnAddress address;

	FeedServlet(FeedDesk desk, OwnAddress address) {
		this.desk = desk;
		this.address = address;
	}

	/** {@code HEAD} comes here too and loses the body on its way out. */
	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<FeedFormat> format = FeedFormat.of(String.valueOf(request.getPathInfo()));
		if (format.isEmpty()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		try {
			String level = request.getParameter("level");
			answer(format.get(), level(level), request, response);
		}
		catch (Refusal.Invalid ex) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST, ex.code());
		}
		catch (Refusal ex) {
			response.sendError(HttpServletResponse.SC_CONFLICT, ex.code());
		}
		catch (DataAccessException | TransactionException ex) {
			getServletContext().log("数据库暂时不可用，订阅没有取到", ex);
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		}
	}

	private void answer(FeedFormat format, @Nullable NewsLevel level, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		FeedCopy copy = this.desk.copy(format, level, this.address.origin(request));
		response.setHeader(HttpHeaders.ETAG, copy.tag());
		response.setHeader(HttpHeaders.LAST_MODIFIED, copy.lastModified());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		if (isKnown(copy, request)) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		response.setContentType(format.mediaType());
		response.setContentLength(copy.bytes().length);
		response.getOutputStream().write(copy.bytes());
	}

	/** The tag decides where there is one (RFC 9110, 13.2.2). */
	private static boolean isKnown(FeedCopy copy, HttpServletRequest request) {
		String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
		if (tags != null) {
			return tags.contains(copy.tag()) || tags.strip().equals("*");
		}
		String since = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
		return since != null && (since.equals(copy.lastModified()) || isNotBefore(since, copy.changedAt()));
	}

	private static boolean isNotBefore(String since, Instant changedAt) {
		try {
			return !Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)).isBefore(changedAt);
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static @Nullable NewsLevel level(@Nullable String word) {
		if (word == null || word.isEmpty()) {
			return null;
		}
		return NewsLevel.of(word).orElseThrow(() -> new Refusal.Invalid("feed.unknown-level"));
	}

}
