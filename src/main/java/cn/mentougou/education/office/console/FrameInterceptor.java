package cn.mentougou.education.office.console;

import java.util.List;
import java.util.function.IntSupplier;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

import cn.mentougou.education.shared.Actor;

/** Lays the frame around each page of the console and around error pages. */
class FrameInterceptor implements HandlerInterceptor {

	private static final String ATTRIBUTE = "frame";

	private final ConsolePages pages;

	private final Today today;

	private final String version;

	FrameInterceptor(ConsolePages pages, Today today, String version) {
		this.pages = pages;
		this.today = today;
		this.version = version;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Actor actor = ConsoleActor.of(request).orElse(null);
		if (actor != null && !request.getMethod().equals("GET")) {
			this.today.forget(actor);
		}
		request.setAttribute(ATTRIBUTE, frame(actor, request));
		return true;
	}

	private Frame frame(@Nullable Actor actor, HttpServletRequest request) {
		String path = path(request);
		if (actor == null) {
			return new Frame(null, path, null, List.of(), () -> 0, this.version);
		}
		ConsolePage page = this.pages.of(path).filter((one) -> one.isOpenTo(actor)).orElse(null);
		IntSupplier count = isFailed(request) ? () -> this.today.knownCountFor(actor)
				: () -> this.today.countFor(actor);
		return new Frame(actor, path, page, this.pages.openTo(actor), count, this.version);
	}

	/** What failed once is not asked again for the page that says so. */
	private static boolean isFailed(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
	}

	private static String path(HttpServletRequest request) {
		return isFailed(request) ? String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
				: request.getRequestURI();
	}

}
