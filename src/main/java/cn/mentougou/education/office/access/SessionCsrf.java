package cn.mentougou.education.office.access;

import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

import cn.mentougou.education.shared.RandomBytes;

/** Keeps the word that every form carries in the session, as a plain text. */
class SessionCsrf implements CsrfTokenRepository {

	private static final String ATTRIBUTE = "csrf";

	private static final int BYTES = 32;

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.take(BYTES)));
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(token != null);
		if (session != null) {
			session.setAttribute(ATTRIBUTE, token != null ? token.getToken() : null);
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(ATTRIBUTE) instanceof String word ? token(word) : null;
	}

	private static CsrfToken token(String word) {
		return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", word);
	}

}
