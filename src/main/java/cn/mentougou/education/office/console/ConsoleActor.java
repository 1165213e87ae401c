package cn.mentougou.education.office.console;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** Hands the signed-in actor to the methods of controllers that ask for one. */
public final class ConsoleActor implements HandlerMethodArgumentResolver {

	/**
	 * The attribute of the request under which whoever signs people in leaves the
	 * {@link Actor}; nothing else says who acts.
	 */
	public static final String ATTRIBUTE = ConsoleActor.class.getName();

	ConsoleActor() {
	}

	/** Who is signed in. */
	static Optional<Actor> of(HttpServletRequest request) {
		return Optional.ofNullable((Actor) request.getAttribute(ATTRIBUTE));
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Actor.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Object actor = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		if (actor == null) {
			throw new Refusal.Forbidden("console.not-signed-in");
		}
		return actor;
	}

}
