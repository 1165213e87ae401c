package cn.mentougou.education.office.access;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.console.ConsolePages;

/** Opens a page of the console to the roles that its module declared. */
@Component
class PageAccess implements AuthorizationManager<RequestAuthorizationContext> {

	private final ConsolePages pages;

	PageAccess(ConsolePages pages) {
		this.pages = pages;
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		return new AuthorizationDecision(authentication.get() instanceof StaffAuthentication staff
				&& this.pages.mayOpen(staff.getPrincipal(), context.getRequest().getServletPath()));
	}

}
