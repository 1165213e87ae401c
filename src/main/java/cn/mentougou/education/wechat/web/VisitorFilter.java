package cn.mentougou.education.wechat.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedRuntimeException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import cn.mentougou.education.office.access.DatabaseGone;
import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.shared.Refusal;

/** Finds out at each request who it is, and hands the visitor to controllers. */
class VisitorFilter extends OncePerRequestFilter {

	private final WebSessions sessions;

	VisitorFilter(WebSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(WebArrival.SESSION) != null) {
			Optional<Visitor> visitor = visitor(WebArrival.number(session));
			if (visitor.isPresent()) {
				recognise(request, visitor.get());
			}
			else {
				CurrentSession.drop(request);
			}
		}
		chain.doFilter(request, response);
	}

	private Optional<Visitor> visitor(long session) {
		try {
			return this.sessions.visitor(session);
		}
		catch (NestedRuntimeException ex) {
			throw new DatabaseGone(ex);
		}
	}

	/** For this request alone; rights are asked of the visitor, never of authorities. */
	private static void recognise(HttpServletRequest request, Visitor visitor) {
		request.setAttribute(Visitor.ATTRIBUTE, visitor);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(visitor, null, AuthorityUtils.NO_AUTHORITIES));
		SecurityContextHolder.setContext(context);
	}

	/** Hands the visitor to the methods of controllers that ask for one. */
	static final class Parameter implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Visitor.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			Object visitor = request.getAttribute(Visitor.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
			if (visitor == null) {
				throw new Refusal.Forbidden("web.not-signed-in");
			}
			return visitor;
		}

	}

}
