package cn.mentougou.education.office.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import cn.mentougou.education.shared.Actor;

/**
 * An actor as the security filters want it. It lives as long as the request; rights are
 * asked of the actor, never of authorities.
 */
final class StaffAuthentication extends AbstractAuthenticationToken {

	private final transient Actor actor;

	StaffAuthentication(Actor actor) {
		super(AuthorityUtils.NO_AUTHORITIES);
		this.actor = actor;
		setAuthenticated(true);
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public Actor getPrincipal() {
		return this.actor;
	}

	@Override
	public String getName() {
		return this.actor.toString();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StaffAuthentication that && this.actor.equals(that.actor);
	}

	@Override
	public int hashCode() {
		return this.actor.hashCode();
	}

}
