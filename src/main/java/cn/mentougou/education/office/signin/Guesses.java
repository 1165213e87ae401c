package cn.mentougou.education.office.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/**
 * Counts guesses at a sign-in and from an address, and locks both (GB/T 22239-2019,
 * 8.1.4.1 b). A guess is counted before it is looked at, so a hundred at once are no more
 * than one after the other; what was right is taken back. Names that nobody has are
 * counted and locked like the others, so a lock says nothing.
 */
@Component
public class Guesses {

	/** Wrong ones at one name. */
	static final int MOST_AT_A_NAME = 5;

	/** Wrong ones from one address, at whatever names. */
	static final int MOST_FROM_AN_ADDRESS = 20;

	/** Within this time. */
	static final Duration WINDOW = Duration.ofMinutes(15);

	/** How long is locked. */
	static final Duration LOCK = Duration.ofMinutes(30);

	private static final Duration KEPT = Duration.ofDays(1);

	private final GuessMapper mapper;

	private final LookupIndex index;

	private final Audit audit;

	private final Clock clock;

	Guesses(GuessMapper mapper, LookupIndex index, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.index = index;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Counts a guess, unless name or address are locked.
	 * @param name the user name as it is compared
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Attempt begin(String name, String address) {
		Instant now = this.clock.instant();
		Attempt attempt = new Attempt(nameKey(name), this.index.of("signin.address", AddressBlock.of(address)), null);
		// Always the address first, so no two wait for each other.
		GuessMapper.Row from = current(attempt.addressKey(), now);
		GuessMapper.Row at = current(attempt.nameKey(), now);
		Instant until = later(lockedUntil(from, MOST_FROM_AN_ADDRESS, now), lockedUntil(at, MOST_AT_A_NAME, now));
		if (until != null) {
			return attempt.until(until);
		}
		count(from, 1);
		count(at, 1);
		return attempt;
	}

	/**
	 * The guess was wrong.
	 * @return what is locked by it: {@code NAME}, {@code ADDRESS} or nothing
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public List<String> wrong(Attempt attempt) {
		List<String> locked = new ArrayList<>();
		if (lockIfFull(attempt.addressKey(), MOST_FROM_AN_ADDRESS)) {
			locked.add("ADDRESS");
		}
		if (lockIfFull(attempt.nameKey(), MOST_AT_A_NAME)) {
			locked.add("NAME");
		}
		return locked;
	}

	/** The guess was right, but more is asked: neither for nor against. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void right(Attempt attempt) {
		Instant now = this.clock.instant();
		count(current(attempt.addressKey(), now), -1);
		count(current(attempt.nameKey(), now), -1);
	}

	/**
	 * Somebody is in: what was wrong at this name before is forgotten. What came from the
	 * address is not, or an own sign-in would let one go on guessing at others.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void forget(String name) {
		this.mapper.remove(nameKey(name));
	}

	/** Lets somebody who is locked out try again. */
	@Transactional
	public void unlock(Actor actor, SignIn signIn) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		this.mapper.remove(nameKey(signIn.username()));
		this.audit.record(AuditEntry.done(actor, "signin.unlocked", "person", signIn.person().value()));
	}

	/** Until when this sign-in is locked, or null if it is not. */
	public @Nullable Instant lockedUntil(SignIn signIn) {
		return this.mapper.lockedUntil(nameKey(signIn.username()), this.clock.instant());
	}

	void removeOld() {
		Instant now = this.clock.instant();
		int removed;
		do {
			removed = this.mapper.removeOld(now.minus(KEPT), now);
		}
		while (removed > 0);
	}

	private byte[] nameKey(String name) {
		return this.index.of(SignInSeal.USERNAME_DOMAIN, name);
	}

	private GuessMapper.Row current(byte[] subject, Instant now) {
		this.mapper.ensure(subject, now);
		GuessMapper.Row row = this.mapper.lock(subject).orElseThrow();
		Instant until = row.lockedUntil();
		boolean isOver = until != null ? !until.isAfter(now) : !row.since().plus(WINDOW).isAfter(now);
		return isOver ? new GuessMapper.Row(subject, 0, now, null) : row;
	}

	private static @Nullable Instant lockedUntil(GuessMapper.Row row, int most, Instant now) {
		if (row.lockedUntil() != null) {
			return row.lockedUntil();
		}
		return row.failures() >= most ? later(row.since().plus(WINDOW), now.plusSeconds(1)) : null;
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return one != null ? one : other;
		}
		return one.isAfter(other) ? one : other;
	}

	private void count(GuessMapper.Row row, int more) {
		this.mapper.change(
				new GuessMapper.Row(row.subject(), Math.max(0, row.failures() + more), row.since(), row.lockedUntil()));
	}

	private boolean lockIfFull(byte[] subject, int most) {
		Instant now = this.clock.instant();
		GuessMapper.Row row = current(subject, now);
		if (row.failures() < most || row.lockedUntil() != null) {
			return false;
		}
		this.mapper.change(new GuessMapper.Row(subject, row.failures(), row.since(), now.plus(LOCK)));
		return true;
	}

	/**
	 * A guess that was counted, or not even looked at.
	 *
	 * @param nameKey the name
	 * @param addressKey the address
	 * @param lockedUntil until when nothing is looked at, or null
	 */
	public record Attempt(byte[] nameKey, byte[] addressKey, @Nullable Instant lockedUntil) {

		Attempt until(Instant until) {
			return new Attempt(this.nameKey, this.addressKey, until);
		}

	}

}
