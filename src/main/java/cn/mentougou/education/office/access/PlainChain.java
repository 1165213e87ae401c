package cn.mentougou.education.office.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** What every filter chain begins with, whoever it recognises. */
public final class PlainChain {

	private PlainChain() {
	}

	/**
	 * A chain without what would keep things in a session or offer other ways to sign in.
	 * Headers are the platform's.
	 */
	public static HttpSecurity of(HttpSecurity http) {
		return http.headers(AbstractHttpConfigurer::disable)
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.securityContext(
					(context) -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
			.sessionManagement(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable);
	}

	/** The word that every form carries, kept in the session. */
	public static CsrfTokenRepository csrf() {
		return new SessionCsrf();
	}

}
