package cn.mentougou.education.office.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.credential.RecoveryCode;
import cn.mentougou.education.office.session.Ending;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/**
 * The desk of the sign-ins, kept by the security administrator: gives people one, helps
 * when password or telephone are lost, takes it away.
 */
@Component
public class SignIns {

	/** How long a password made here can be used. */
	static final Duration INITIAL_FOR = Duration.ofDays(7);

	private final SignInMapper mapper;

	private final SecretMapper secrets;

	private final SignInSeal seal;

	private final OwnPasswords.Parts parts;

	private final People people;

	private final SignInProperties properties;

	SignIns(SignInMapper mapper, SecretMapper secrets, SignInSeal seal, OwnPasswords.Parts parts, People people,
			SignInProperties properties) {
		this.mapper = mapper;
		this.secrets = secrets;
		this.seal = seal;
		this.parts = parts;
		this.people = people;
		this.properties = properties;
	}

	/** The sign-in of this person. */
	public Optional<SignIn> of(PersonId person) {
		return this.mapper.find(person).map(this.seal::open);
	}

	/** A typed name as it is compared and counted. */
	public String spelled(String username) {
		return SignInSeal.spelled(username);
	}

	/** The sign-in that this name names, however it was spelled. */
	public Optional<SignIn> named(String username) {
		return this.mapper.named(this.seal.usernameKey(SignInSeal.spelled(username))).map(this.seal::open);
	}

	/** Sign-ins in the order of the people's numbers. */
	public List<SignIn> list(Actor actor, SignInSearch search) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		return this.mapper.list(search, this.parts.clock().instant()).stream().map(this.seal::open).toList();
	}

	/** How many who may sign in have no second factor. */
	public int countWithoutCode() {
		return this.mapper.countWithoutCode();
	}

	/** How many are locked after wrong guesses. */
	public int countLocked() {
		return this.mapper.countLocked(this.parts.clock().instant());
	}

	/**
	 * Lets the person in: begins a session.
	 * @param device browser and system
	 * @param proof what proved the second factor, or null if none was asked for
	 * @throws Refusal.Conflict if the sign-in was changed meanwhile
	 */
	public SessionId enter(Actor actor, SignIn signIn, String device, SecondFactors.@Nullable Kind proof) {
		PersonId person = signIn.person();
		return this.parts.transaction(() -> {
			if (this.mapper.signedIn(person, signIn.version(), this.parts.clock().instant()) == 0) {
				throw new Refusal.Conflict("signin.changed-meanwhile");
			}
			SessionId session = this.parts.sessions().begin(person, signIn.version(), actor.address(), device);
			this.parts.audit()
				.record(AuditEntry.done(actor, "signin.signed-in", "person", person.value())
					.with("session", session.value())
					.with("second-factor", proof != null ? proof : "NONE"));
			return session;
		});
	}

	/** Whether a second factor is asked of everybody. */
	public boolean isSecondFactorRequired() {
		return this.properties.secondFactor() == SignInProperties.SecondFactor.REQUIRED;
	}

	/**
	 * Gives a person a sign-in with a password that must be changed at once.
	 * @return the password, which is shown this once
	 */
	public String create(Actor actor, PersonId person, String username) {
		String password = newPassword();
		Instant now = this.parts.clock().instant();
		create(actor, person, username, row(person, username, password, now.plus(INITIAL_FOR)));
		return password;
	}

	/** Gives a person a sign-in with a password that the person chose. */
	public void create(Actor actor, PersonId person, String username, String password) {
		this.parts.rules().check(password, SignInSeal.checked(username));
		create(actor, person, username, row(person, username, password, null));
	}

	private SignInMapper.Row row(PersonId person, String username, String password, @Nullable Instant goodUntil) {
		String name = SignInSeal.checked(username);
		return new SignInMapper.Row(person.value(), this.seal.username(person, name), this.seal.usernameKey(name),
				this.seal.password(person, this.parts.passwords().hash(password)), this.parts.clock().instant(),
				goodUntil != null, goodUntil, null, 0, SignIn.State.ACTIVE, 1, null);
	}

	private void create(Actor actor, PersonId person, String username, SignInMapper.Row row) {
		requireKeeper(actor);
		if (this.people.find(person).filter(Person::isHere).isEmpty()) {
			throw new Refusal.NotFound("staff.no-such-person");
		}
		this.parts.transaction(() -> {
			try {
				this.mapper.insert(row);
			}
			catch (DuplicateKeyException ex) {
				throw new Refusal.Conflict(of(person).isPresent() ? "signin.has-one" : "signin.username-taken");
			}
			record(actor, "signin.created", person);
			return true;
		});
	}

	/**
	 * Replaces a lost password by one that must be changed at once, and ends all
	 * sessions.
	 * @return the password, which is shown this once
	 */
	public String resetPassword(Actor actor, PersonId person) {
		requireKeeper(actor);
		SignInMapper.Row row = row(person);
		String password = newPassword();
		byte[] hash = this.seal.password(person, this.parts.passwords().hash(password));
		Instant now = this.parts.clock().instant();
		SignInMapper.Row changed = new SignInMapper.Row(row.personId(), row.username(), row.usernameKey(), hash, now,
				true, now.plus(INITIAL_FOR), row.totpSecret(), row.totpLastStep(), row.state(), row.version(),
				row.lastSignedInAt());
		this.parts.transaction(() -> {
			if (this.mapper.setPassword(changed) == 0) {
				throw new Refusal.Conflict("signin.changed-meanwhile");
			}
			this.parts.sessions().endAll(person, null, Ending.CHANGED);
			record(actor, "signin.password-reset", person);
			return true;
		});
		return password;
	}

	/** Takes a lost second factor away, so that a new one is made at the next sign-in. */
	public void resetSecondFactor(Actor actor, PersonId person) {
		requireKeeperOf(actor, person);
		SignInMapper.Row row = row(person);
		this.parts.transaction(() -> {
			Instant now = this.parts.clock().instant();
			if (this.mapper.setSecondFactor(person, row.version(), null, row.totpLastStep(), now) == 0) {
				throw new Refusal.Conflict("signin.changed-meanwhile");
			}
			this.secrets.removeCodes(person);
			endSessions(person, now);
			record(actor, "signin.second-factor-reset", person);
			return true;
		});
	}

	/** Takes the sign-in away at once, or gives it back. */
	public void set(Actor actor, PersonId person, SignIn.State to) {
		requireKeeperOf(actor, person);
		SignIn.State from = to == SignIn.State.ACTIVE ? SignIn.State.DISABLED : SignIn.State.ACTIVE;
		this.parts.transaction(() -> {
			if (this.mapper.setState(person, from, to, this.parts.clock().instant()) == 0) {
				throw new Refusal.Conflict("signin.changed-meanwhile");
			}
			this.parts.sessions().endAll(person, null, Ending.CHANGED);
			record(actor, to == SignIn.State.ACTIVE ? "signin.enabled" : "signin.disabled", person);
			return true;
		});
	}

	/** Ends all sessions of the person, wherever they are. */
	public void endSessions(Actor actor, PersonId person) {
		requireKeeper(actor);
		this.parts.transaction(() -> {
			endSessions(person, this.parts.clock().instant());
			record(actor, "signin.sessions-ended", person);
			return true;
		});
	}

	private void endSessions(PersonId person, Instant now) {
		if (this.mapper.raiseVersion(person, now) == 0) {
			throw new Refusal.NotFound("signin.no-such");
		}
		this.parts.sessions().endAll(person, null, Ending.ENDED);
	}

	private SignInMapper.Row row(PersonId person) {
		return this.mapper.find(person).orElseThrow(() -> new Refusal.NotFound("signin.no-such"));
	}

	/** Two recovery codes side by side: a hundred random bits, easy to read out. */
	private static String newPassword() {
		List<RecoveryCode> codes = RecoveryCode.fresh();
		return (codes.get(0).shown() + "-" + codes.get(1).shown()).toLowerCase(Locale.ROOT);
	}

	private void record(Actor actor, String action, PersonId person) {
		this.parts.audit().record(AuditEntry.done(actor, action, "person", person.value()));
	}

	private static void requireKeeper(Actor actor) {
		if (actor.kind() != Actor.Kind.SYSTEM) {
			actor.require(Role.SECURITY_ADMINISTRATOR);
		}
	}

	/** Nobody locks themselves out, or takes their own second factor away. */
	private static void requireKeeperOf(Actor actor, PersonId person) {
		requireKeeper(actor);
		if (actor.kind() == Actor.Kind.STAFF && actor.id() == person.value()) {
			throw new Refusal.Forbidden("signin.not-oneself");
		}
	}

}
