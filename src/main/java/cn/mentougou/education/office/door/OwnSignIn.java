package cn.mentougou.education.office.door;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.mentougou.education.office.credential.RecoveryCode;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.office.session.SessionLine;
import cn.mentougou.education.office.session.Sessions;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/**
 * What people do with their own sign-in. Whatever opens it is changed only with the
 * present password: an open browser is not enough.
 */
@Component
class OwnSignIn {

	private final SignIns signIns;

	private final OwnPasswords passwords;

	private final SecondFactors factors;

	private final Sessions sessions;

	private final Guard guard;

	private final Enrolment enrolment;

	OwnSignIn(SignIns signIns, OwnPasswords passwords, SecondFactors factors, Sessions sessions, Guard guard,
			Enrolment enrolment) {
		this.signIns = signIns;
		this.passwords = passwords;
		this.factors = factors;
		this.sessions = sessions;
		this.guard = guard;
		this.enrolment = enrolment;
	}

	View view(Actor actor) {
		SignIn signIn = signIn(actor);
		long days = this.passwords.daysLeft(signIn);
		return new View(signIn.username(), SessionLine.shown(signIn.passwordSetAt()),
				days == Long.MAX_VALUE ? null : String.valueOf(days), signIn.hasSecondFactor(),
				this.factors.codesLeft(actor.person()));
	}

	private SignIn signIn(Actor actor) {
		return this.signIns.of(actor.person()).orElseThrow(() -> new Refusal.NotFound("signin.no-such"));
	}

	List<SessionLine> sessions(Actor actor, @Nullable SessionId present) {
		return this.sessions.of(actor.person()).stream().map((session) -> SessionLine.of(session, present)).toList();
	}

	void changePassword(Actor actor, NewPassword typed, @Nullable SessionId session) {
		String password = typed.agreed();
		this.guard.ownPassword(actor, signIn(actor), typed.currentTyped());
		this.passwords.change(actor, password, session);
	}

	void showSecret(Actor actor, HttpServletRequest request, Model model) {
		this.enrolment.show(request, signIn(actor), model);
	}

	List<RecoveryCode> enrol(Actor actor, HttpServletRequest request, MyselfConsoleController.Proof proof) {
		SignIn signIn = signIn(actor);
		this.guard.ownPassword(actor, signIn, proof.currentTyped());
		List<RecoveryCode> codes = this.factors.enrol(actor, this.enrolment.secret(request, signIn), proof.codeTyped());
		this.enrolment.finish(request);
		return codes;
	}

	List<RecoveryCode> renewCodes(Actor actor, MyselfConsoleController.Proof proof) {
		SignIn signIn = signIn(actor);
		this.guard.ownPassword(actor, signIn, proof.currentTyped());
		if (!signIn.hasSecondFactor()) {
			throw new Refusal.Conflict("door.no-second-factor");
		}
		return this.factors.renewCodes(actor);
	}

	/**
	 * One's own sign-in.
	 *
	 * @param username the name that is typed
	 * @param passwordSetAt when the password was set
	 * @param daysLeft for how many days it is good, or null if it has no term
	 * @param hasCode whether a second factor is there
	 * @param codesLeft how many recovery codes are left
	 */
	record View(String username, @Nullable String passwordSetAt, @Nullable String daysLeft, boolean hasCode,
			int codesLeft) {
	}

}
