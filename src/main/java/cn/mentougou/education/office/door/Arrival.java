package cn.mentougou.education.office.door;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.access.Standing;
import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.office.signin.Guesses;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/**
 * The way from a right password to the first page: a code if there is a second factor, a
 * password of one's own if somebody else made it, a second factor if none is there yet.
 */
@Component
class Arrival {

	/** Where somebody begins anew whose sign-in was changed on the way. */
	static final String ANEW = "redirect:/console/sign-in?over=unfinished";

	private final SignIns signIns;

	private final OwnPasswords passwords;

	private final Guesses guesses;

	private final Standing standing;

	private final Clock clock;

	Arrival(SignIns signIns, OwnPasswords passwords, Guesses guesses, Standing standing, Clock clock) {
		this.signIns = signIns;
		this.passwords = passwords;
		this.guesses = guesses;
		this.standing = standing;
		this.clock = clock;
	}

	/** Begins the way; the answer is the address of its first step. */
	String begin(HttpServletRequest request, SignIn signIn, String to) {
		Pending.begin(request, signIn, to, this.clock.instant());
		return onwards(request);
	}

	/** Whoever is on the way with this request. */
	Optional<Arriving> arriving(HttpServletRequest request) {
		Pending pending = Pending.of(request, this.clock.instant());
		if (pending == null) {
			return Optional.empty();
		}
		return this.signIns.of(pending.person())
			.filter((signIn) -> signIn.isActive() && signIn.version() == pending.version())
			.map((signIn) -> new Arriving(pending, signIn));
	}

	/** Goes on with what was proved or changed. */
	String onwards(HttpServletRequest request, Pending pending) {
		pending.keep(request);
		return onwards(request);
	}

	/** The address of the next step, which may be the page one wanted to see. */
	String onwards(HttpServletRequest request) {
		return arriving(request).map((arriving) -> switch (stepOf(arriving)) {
			case CODE -> "redirect:/console/sign-in/code";
			case PASSWORD -> "redirect:/console/sign-in/password";
			case SECOND_FACTOR -> "redirect:/console/sign-in/second-factor";
			case IN -> {
				enter(request, arriving);
				yield "redirect:" + arriving.pending().to();
			}
		}).orElse(ANEW);
	}

	Step stepOf(Arriving arriving) {
		SignIn signIn = arriving.signIn();
		if (signIn.hasSecondFactor() && arriving.pending().proof() == null) {
			return Step.CODE;
		}
		if (this.passwords.mustChange(signIn)) {
			return Step.PASSWORD;
		}
		boolean isMissing = !signIn.hasSecondFactor() && this.signIns.isSecondFactorRequired();
		return isMissing ? Step.SECOND_FACTOR : Step.IN;
	}

	/** The person as an actor, for what is done on the way. */
	Actor actor(HttpServletRequest request, Arriving arriving) {
		return this.standing.actorOf(arriving.signIn().person(), arriving.signIn().version(), request.getRemoteAddr())
			.orElseThrow(() -> new Refusal.Invalid("door.disabled"));
	}

	private void enter(HttpServletRequest request, Arriving arriving) {
		SignIn signIn = arriving.signIn();
		SessionId session = this.signIns.enter(actor(request, arriving), signIn,
				Device.of(request.getHeader(HttpHeaders.USER_AGENT)), arriving.pending().proof());
		this.guesses.forget(signIn.username());
		CurrentSession.carry(request, session, signIn.person());
	}

	/** What is still to be done. */
	enum Step {

		/** The code of the second factor. */
		CODE,

		/** A password of one's own. */
		PASSWORD,

		/** A second factor. */
		SECOND_FACTOR,

		/** Nothing. */
		IN

	}

	/**
	 * Somebody on the way.
	 *
	 * @param pending how far they are
	 * @param signIn their sign-in at this moment
	 */
	record Arriving(Pending pending, SignIn signIn) {
	}

}
