package cn.mentougou.education.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

import cn.mentougou.education.office.session.CurrentSession;

/** Keeps the word that every form carries in the session, as a plain text. */
class SessionCsrf implements CsrfTokenRepository {

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(CurrentSession.newWord());
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(token != null);
		if (session != null) {
			session.setAttribute(CurrentSession.CSRF, token != null ? token.getToken() : null);
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(CurrentSession.CSRF) instanceof String word ? token(word) : null;
	}

	private static CsrfToken token(String word) {
		return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", word);
	}

}
