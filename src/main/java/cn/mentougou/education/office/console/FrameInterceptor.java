package cn.mentougou.education.office.console;

import java.util.List;

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
		request.setAttribute(ATTRIBUTE, frame(actor, path(request)));
		return true;
	}

	private Frame frame(@Nullable Actor actor, String path) {
		if (actor == null) {
			return new Frame(null, path, null, List.of(), () -> 0, this.version);
		}
		ConsolePage page = this.pages.of(path).filter((one) -> one.isOpenTo(actor)).orElse(null);
		return new Frame(actor, path, page, this.pages.openTo(actor), () -> this.today.countFor(actor), this.version);
	}

	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed != null) ? failed.toString() : request.getRequestURI();
	}

}
