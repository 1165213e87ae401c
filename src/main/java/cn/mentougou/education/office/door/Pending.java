package cn.mentougou.education.office.door;

import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.shared.PersonId;

/**
 * Somebody whose password was right and who is not in yet.
 *
 * @param person who
 * @param version the number of the sign-in then
 * @param proof what proved the second factor, or null while nothing did
 * @param until until when to finish
 * @param to where they wanted to go
 */
record Pending(PersonId person, int version, SecondFactors.@Nullable Kind proof, Instant until, String to) {

	/** How long one may take. */
	private static final Duration TIME = Duration.ofMinutes(15);

	private static final String PERSON = "pending";

	private static final String VERSION = "pending-version";

	private static final String PROOF = "pending-proof";

	private static final String UNTIL = "pending-until";

	private static final String TO = "pending-to";

	/** Begins under a new secret of the session. */
	static void begin(HttpServletRequest request, SignIn signIn, String to, Instant now) {
		CurrentSession.fresh(request);
		new Pending(signIn.person(), signIn.version(), null, now.plus(TIME), to).keep(request);
	}

	static @Nullable Pending of(HttpServletRequest request, Instant now) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(PERSON) instanceof Number person)
				|| !(session.getAttribute(VERSION) instanceof Number version)
				|| !(session.getAttribute(UNTIL) instanceof Number until)
				|| !(session.getAttribute(TO) instanceof String to)) {
			return null;
		}
		SecondFactors.Kind proof = session.getAttribute(PROOF) instanceof String kind ? SecondFactors.Kind.valueOf(kind)
				: null;
		Pending pending = new Pending(new PersonId(person.longValue()), version.intValue(), proof,
				Instant.ofEpochSecond(until.longValue()), to);
		return pending.until().isAfter(now) ? pending : null;
	}

	Pending proved(SecondFactors.Kind kind) {
		return new Pending(this.person, this.version, kind, this.until, this.to);
	}

	Pending changed(int newVersion) {
		return new Pending(this.person, newVersion, this.proof, this.until, this.to);
	}

	void keep(HttpServletRequest request) {
		HttpSession session = request.getSession();
		session.setAttribute(PERSON, this.person.value());
		session.setAttribute(VERSION, this.version);
		session.setAttribute(PROOF, this.proof != null ? this.proof.name() : null);
		session.setAttribute(UNTIL, this.until.getEpochSecond());
		session.setAttribute(TO, this.to);
	}

}
