package cn.mentougou.education.wechat.webhome;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

import cn.mentougou.education.wechat.web.H5Path;

/**
 * What the frame of the pages ({@code h5/frame}) shows: whether letters are large, and
 * where the page is.
 */
class H5Frame implements HandlerInterceptor {

	/** The cookie that remembers large letters. */
	static final String LARGE = "h5-large";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Cookie[] cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		boolean large = false;
		for (Cookie cookie : cookies) {
			large |= cookie.getName().equals(LARGE) && cookie.getValue().equals("1");
		}
		request.setAttribute("large", large);
		request.setAttribute("here", H5Path.of(request.getRequestURI()));
		return true;
	}

}
