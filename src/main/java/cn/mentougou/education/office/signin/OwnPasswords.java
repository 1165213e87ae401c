package cn.mentougou.education.office.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.credential.PasswordRules;
import cn.mentougou.education.office.credential.Passwords;
import cn.mentougou.education.office.session.Ending;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.office.session.Sessions;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/**
 * Passwords that people choose: compared, changed, not the same again. Hashing takes its
 * time, so no transaction is open meanwhile.
 */
@Component
public class OwnPasswords {

	/** How many former ones may not come again, beside the present one. */
	private static final int REMEMBERED = 4;

	private final SignInMapper mapper;

	private final SecretMapper secrets;

	private final SignInSeal seal;

	private final Parts parts;

	private final SignInProperties properties;

	OwnPasswords(SignInMapper mapper, SecretMapper secrets, SignInSeal seal, Parts parts, SignInProperties properties) {
		this.mapper = mapper;
		this.secrets = secrets;
		this.seal = seal;
		this.parts = parts;
		this.properties = properties;
	}

	/** Whether this is the person's password. */
	public boolean isRight(PersonId person, String password) {
		return this.mapper.find(person)
			.map((row) -> this.parts.passwords().matches(password, this.seal.password(person, row.passwordHash())))
			.orElse(false);
	}

	/**
	 * Sets the actor's own password and ends all other sessions.
	 * @param session the session that goes on, or null
	 * @return the new version of the sign-in
	 * @throws Refusal.Invalid if the password cannot be taken
	 */
	public int change(Actor actor, String password, @Nullable SessionId session) {
		PersonId person = actor.person();
		SignInMapper.Row row = this.mapper.find(person).orElseThrow(() -> new Refusal.NotFound("signin.no-such"));
		this.parts.rules().check(password, this.seal.open(row).username());
		checkIsNew(person, row.passwordHash(), password);
		byte[] hash = this.seal.password(person, this.parts.passwords().hash(password));
		return this.parts.transaction(() -> {
			replace(row, hash);
			this.parts.sessions().endAll(person, session, Ending.CHANGED);
			if (session != null) {
				this.parts.sessions().renew(session, row.version() + 1);
			}
			this.parts.audit().record(AuditEntry.done(actor, "signin.password-changed", "person", person.value()));
			return row.version() + 1;
		});
	}

	private void checkIsNew(PersonId person, byte[] present, String password) {
		boolean isOld = this.parts.passwords().matches(password, this.seal.password(person, present))
				|| this.secrets.formerPasswords(person, REMEMBERED)
					.stream()
					.anyMatch((former) -> this.parts.passwords()
						.matches(password, this.seal.password(person, former.passwordHash())));
		if (isOld) {
			throw new Refusal.Invalid("signin.password-used-before", REMEMBERED + 1);
		}
	}

	private void replace(SignInMapper.Row row, byte[] hash) {
		Instant now = this.parts.clock().instant();
		SignInMapper.Row changed = new SignInMapper.Row(row.personId(), row.username(), row.usernameKey(), hash, now,
				false, null, row.totpSecret(), row.totpLastStep(), row.state(), row.version(), row.lastSignedInAt());
		if (this.mapper.setPassword(changed) == 0) {
			throw new Refusal.Conflict("signin.changed-meanwhile");
		}
		this.secrets.insertFormerPassword(row.person(), row.passwordHash());
		List<SecretMapper.Former> kept = this.secrets.formerPasswords(row.person(), REMEMBERED);
		this.secrets.removeFormerPasswords(row.person(), kept.get(kept.size() - 1).id());
	}

	/** Whether this password must be changed before anything else is done. */
	public boolean mustChange(SignIn signIn) {
		return signIn.mustChange() || daysLeft(signIn) <= 0;
	}

	/** For how many days the password is good; very many if passwords have no term. */
	public long daysLeft(SignIn signIn) {
		Duration validFor = this.properties.passwordValidFor();
		return validFor == null ? Long.MAX_VALUE
				: Duration.between(this.parts.clock().instant(), signIn.passwordSetAt().plus(validFor)).toDays();
	}

	/** What this desk works with. */
	record Parts(Passwords passwords, PasswordRules rules, Sessions sessions, Audit audit, Clock clock,
			TransactionTemplate transactions) {

		<T> T transaction(Supplier<T> work) {
			T result = this.transactions.execute((status) -> work.get());
			if (result == null) {
				throw new IllegalStateException("nothing came of the transaction");
			}
			return result;
		}

	}

}
