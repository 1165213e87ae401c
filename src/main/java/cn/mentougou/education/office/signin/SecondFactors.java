package cn.mentougou.education.office.signin;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.credential.RecoveryCode;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/**
 * Second factors (GB/T 22239-2019, 8.1.4.1 d): the code of an authenticator application
 * or, without the telephone, a recovery code. Each is good once.
 */
@Component
public class SecondFactors {

	private final SignInMapper mapper;

	private final SecretMapper secrets;

	private final SignInSeal seal;

	private final Audit audit;

	private final Clock clock;

	SecondFactors(SignInMapper mapper, SecretMapper secrets, SignInSeal seal, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.secrets = secrets;
		this.seal = seal;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Uses up what was typed.
	 * @return what it was; empty if it is wrong, too old or was used before
	 */
	@Transactional
	public Optional<Kind> use(PersonId person, String typed) {
		String digits = digits(typed);
		if (digits.matches("[0-9]{6}")) {
			return this.mapper.find(person).filter((row) -> useStep(row, digits)).map((row) -> Kind.APPLICATION);
		}
		return RecoveryCode.read(typed)
			.filter((code) -> this.secrets.useCode(person, this.seal.codeKey(person, code.letters()),
					this.clock.instant()) == 1)
			.map((code) -> Kind.RECOVERY_CODE);
	}

	private boolean useStep(SignInMapper.Row row, String digits) {
		byte[] secret = row.totpSecret();
		if (secret == null) {
			return false;
		}
		OptionalLong step = this.seal.totp(row.person(), secret).stepOf(digits, this.clock.instant());
		return step.isPresent() && this.mapper.useStep(row.person(), step.getAsLong()) == 1;
	}

	private static String digits(String typed) {
		return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
	}

	/**
	 * Begins to ask this person for the codes of this secret.
	 * @param typed the code that proves that the application has it
	 * @return the recovery codes, which are shown this once
	 * @throws Refusal.Invalid if the code is wrong
	 */
	@Transactional
	public List<RecoveryCode> enrol(Actor actor, Totp totp, String typed) {
		OptionalLong step = totp.stepOf(digits(typed), this.clock.instant());
		if (step.isEmpty()) {
			throw new Refusal.Invalid("signin.code-wrong");
		}
		set(actor.person(), totp, step.getAsLong());
		this.audit.record(AuditEntry.done(actor, "signin.second-factor-enrolled", "person", actor.person().value()));
		return newCodes(actor.person());
	}

	/** Sets a secret that is known beforehand; for the people of a demonstration. */
	@Transactional
	public void preset(Actor actor, PersonId person, Totp totp) {
		if (actor.kind() != Actor.Kind.SYSTEM) {
			throw new Refusal.Forbidden("console.not-your-role");
		}
		set(person, totp, 0);
		this.audit.record(AuditEntry.done(actor, "signin.second-factor-preset", "person", person.value()));
	}

	private void set(PersonId person, Totp totp, long step) {
		SignInMapper.Row row = this.mapper.find(person).orElseThrow(() -> new Refusal.NotFound("signin.no-such"));
		Instant now = this.clock.instant();
		if (this.mapper.setSecondFactor(person, row.version(), this.seal.totp(person, totp), step, now) == 0) {
			throw new Refusal.Conflict("signin.changed-meanwhile");
		}
	}

	/** Makes new recovery codes; the old ones are worth nothing any more. */
	@Transactional
	public List<RecoveryCode> renewCodes(Actor actor) {
		this.audit.record(AuditEntry.done(actor, "signin.recovery-codes-renewed", "person", actor.person().value()));
		return newCodes(actor.person());
	}

	private List<RecoveryCode> newCodes(PersonId person) {
		List<RecoveryCode> codes = RecoveryCode.fresh();
		this.secrets.removeCodes(person);
		codes.forEach((code) -> this.secrets.insertCode(person, this.seal.codeKey(person, code.letters())));
		return codes;
	}

	/** How many recovery codes are left. */
	public int codesLeft(PersonId person) {
		return this.secrets.countUnusedCodes(person);
	}

	/** What proved the second factor. */
	public enum Kind {

		/** The application on the telephone. */
		APPLICATION,

		/** One of the codes on paper. */
		RECOVERY_CODE

	}

}
