package cn.mentougou.education.office.access;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Actor;

/** Opens a page of the console to the roles that its module declared. */
@Component
class PageAccess implements AuthorizationManager<RequestAuthorizationContext> {

	private final List<ConsolePage> pages;

	PageAccess(ObjectProvider<ConsolePage> pages) {
		this.pages = pages.stream()
			.sorted(Comparator.comparing((ConsolePage page) -> page.path().length()).reversed())
			.toList();
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(authentication.get() instanceof StaffAuthentication staff
				&& mayOpen(staff.getPrincipal(), context.getRequest().getServletPath()));
	}

	private boolean mayOpen(Actor actor, String path) {
		return this.pages.stream()
			.filter((page) -> path.equals(page.path()) || path.startsWith(page.path() + "/"))
			.findFirst()
			.map((page) -> actor.holds(page.roles()))
			.orElse(false);
	}

}
