package cn.mentougou.education.office.session;

import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.RandomBytes;

/** The session of a request: the cookie's side of {@link Sessions}. */
public final class CurrentSession {

	/** The attribute that holds the word which every form carries. */
	public static final String CSRF = "csrf";

	private static final int WORD_BYTES = 32;

	private static final String ID = "session";

	private CurrentSession() {
	}

	/**
	 * Carries this session from now on, under a new secret and with nothing of before: a
	 * secret that somebody planted or saw earlier is worth nothing. (Made anew and not
	 * renamed, which a cluster of Redis refuses.)
	 */
	public static void carry(HttpServletRequest request, SessionId id, PersonId person) {
		HttpSession session = fresh(request);
		session.setAttribute(ID, id.value());
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "staff:" + person.value());
	}

	/** An empty session under a new secret, in the place of the one before. */
	public static HttpSession fresh(HttpServletRequest request) {
		drop(request);
		HttpSession session = request.getSession(true);
		session.setAttribute(CSRF, newWord());
		return session;
	}

	/** A word that nobody can foresee. */
	public static String newWord() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.take(WORD_BYTES));
	}

	/** Forgets the session of this request. */
	public static void drop(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/** The session of this request, or null if nobody is signed in with it. */
	public static @Nullable SessionId of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object id = session != null ? session.getAttribute(ID) : null;
		return id instanceof Number number ? new SessionId(number.longValue()) : null;
	}

}
