package cn.mentougou.education.office.door;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.credential.PasswordRules;
import cn.mentougou.education.office.credential.Passwords;
import cn.mentougou.education.office.signin.Guesses;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/**
 * Looks at passwords and codes. Whatever was wrong, whoever guessed hears the same
 * sentence after the same time, and what they typed is written down nowhere.
 */
@Component
class Guard {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final int LONGEST_NAME = 64;

	private static final int LONGEST_CODE = 40;

	private final SignIns signIns;

	private final OwnPasswords passwords;

	private final SecondFactors factors;

	private final Guesses guesses;

	private final Passwords hashes;

	private final Audit audit;

	private final Clock clock;

	Guard(SignIns signIns, OwnPasswords passwords, SecondFactors factors, Guesses guesses, Passwords hashes,
			Audit audit, Clock clock) {
		this.signIns = signIns;
		this.passwords = passwords;
		this.factors = factors;
		this.guesses = guesses;
		this.hashes = hashes;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The sign-in of this name and password.
	 * @throws Refusal.Invalid if there is none, whatever is wrong
	 * @throws Refusal.Conflict if name or address are locked
	 */
	SignIn password(String username, String password, String address) {
		String name = username.length() <= LONGEST_NAME ? username : username.substring(0, LONGEST_NAME);
		Optional<SignIn> found = this.signIns.named(name);
		Guesses.Attempt attempt = begin(this.signIns.spelled(name), address);
		if (!isRight(found, password)) {
			throw wrong(attempt, found.orElse(null), address, found.isPresent() ? "PASSWORD" : "NAME");
		}
		SignIn signIn = found.orElseThrow();
		this.guesses.right(attempt);
		if (!signIn.isActive()) {
			throw refused(signIn, address, "DISABLED", new Refusal.Invalid("door.disabled"));
		}
		Instant goodUntil = signIn.goodUntil();
		if (goodUntil != null && !goodUntil.isAfter(this.clock.instant())) {
			throw refused(signIn, address, "INITIAL_PASSWORD_EXPIRED", new Refusal.Invalid("door.initial-expired"));
		}
		return signIn;
	}

	private boolean isRight(Optional<SignIn> found, String password) {
		String typed = password.codePointCount(0, password.length()) <= PasswordRules.LONGEST ? password : "";
		if (found.isEmpty()) {
			this.hashes.compareInVain(typed);
			return false;
		}
		return this.passwords.isRight(found.get().person(), typed);
	}

	/**
	 * Whether this is the actor's own password; guesses at it count like those outside.
	 */
	void ownPassword(Actor actor, SignIn signIn, String password) {
		Guesses.Attempt attempt = begin(signIn.username(), actor.address());
		if (!isRight(Optional.of(signIn), password)) {
			throw wrong(attempt, signIn, actor.address(), "OWN_PASSWORD");
		}
		this.guesses.right(attempt);
	}

	/**
	 * Uses up the code of this sign-in.
	 * @throws Refusal.Invalid if it is wrong or was used before
	 * @throws Refusal.Conflict if name or address are locked
	 */
	SecondFactors.Kind code(SignIn signIn, String code, String address) {
		Guesses.Attempt attempt = begin(signIn.username(), address);
		Optional<SecondFactors.Kind> proof = (code.length() <= LONGEST_CODE) ? this.factors.use(signIn.person(), code)
				: Optional.empty();
		if (proof.isEmpty()) {
			throw wrong(attempt, signIn, address, "CODE");
		}
		this.guesses.right(attempt);
		return proof.get();
	}

	private Guesses.Attempt begin(String name, String address) {
		Guesses.Attempt attempt = this.guesses.begin(name, address);
		Instant until = attempt.lockedUntil();
		if (until != null) {
			throw new Refusal.Conflict("door.locked", TIME.format(until.plusSeconds(59)));
		}
		return attempt;
	}

	private Refusal wrong(Guesses.Attempt attempt, @Nullable SignIn signIn, String address, String reason) {
		for (String locked : this.guesses.wrong(attempt)) {
			this.audit.recordAlone(entry(signIn, address, "signin.locked").with("what", locked));
		}
		return refused(signIn, address, reason,
				new Refusal.Invalid(reason.equals("CODE") ? "door.code-wrong" : "door.wrong"));
	}

	private Refusal refused(@Nullable SignIn signIn, String address, String reason, Refusal refusal) {
		this.audit.recordAlone(entry(signIn, address, "signin.refused").with("reason", reason));
		return refusal;
	}

	/** The number of the person if there is one; never the name that was typed. */
	private static AuditEntry entry(@Nullable SignIn signIn, String address, String action) {
		return AuditEntry.refused(Actor.visitor(address), action, "person",
				signIn != null ? signIn.person().value() : "unknown");
	}

}
