package cn.mentougou.education.office.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.shared.PersonId;

/** The desk of sessions: begins them, says whether they go on, ends them. */
@Component
public class Sessions {

	/** How exactly the last use is known; it saves a write at most requests. */
	private static final Duration EXACTNESS = Duration.ofMinutes(1);

	private final SessionMapper mapper;

	private final SessionProperties properties;

	private final Clock clock;

	Sessions(SessionMapper mapper, SessionProperties properties, Clock clock) {
		this.mapper = mapper;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Begins a session, in the transaction that records it.
	 * @param version the number of the sign-in at this moment
	 */
	@Transactional
	public SessionId begin(PersonId person, int version, String address, String device) {
		Instant now = this.clock.instant();
		return this.mapper.insert(new SessionMapper.Row(0, person.value(), version, address, device, now, now, null));
	}

	/**
	 * The session if it goes on, or why it is over. A session that was idle for too long
	 * or has become too old is ended here.
	 */
	public State stateOf(SessionId id) {
		Optional<OfficeSession> found = this.mapper.find(id).map(SessionMapper.Row::session);
		if (found.isEmpty()) {
			return new Over(Ending.ENDED);
		}
		OfficeSession session = found.get();
		if (session.ending() != null) {
			return new Over(session.ending());
		}
		Instant now = this.clock.instant();
		Ending ending = limit(session, now);
		if (ending != null) {
			this.mapper.end(session.person(), id, ending, now);
			return new Over(ending);
		}
		if (!session.lastUsedAt().plus(EXACTNESS).isAfter(now)) {
			this.mapper.use(id, now);
		}
		return new Open(session);
	}

	private @Nullable Ending limit(OfficeSession session, Instant now) {
		if (!session.startedAt().plus(this.properties.endAfter()).isAfter(now)) {
			return Ending.TOO_OLD;
		}
		return session.lastUsedAt().plus(idleFor()).isAfter(now) ? null : Ending.IDLE;
	}

	/** The last use may be a minute later than it was noted. */
	private Duration idleFor() {
		return this.properties.idleFor().plus(EXACTNESS);
	}

	/** The sessions of the person that go on, the newest first. */
	public List<OfficeSession> of(PersonId person) {
		Instant now = this.clock.instant();
		return this.mapper.open(person, now.minus(idleFor()), now.minus(this.properties.endAfter()))
			.stream()
			.map(SessionMapper.Row::session)
			.toList();
	}

	/**
	 * Ends one session of this person.
	 * @return whether there was one that went on
	 */
	@Transactional
	public boolean end(PersonId person, SessionId id, Ending ending) {
		return this.mapper.end(person, id, ending, this.clock.instant()) == 1;
	}

	/**
	 * Ends the sessions of this person.
	 * @param except the session that goes on, or null
	 * @return how many were ended
	 */
	@Transactional
	public int endAll(PersonId person, @Nullable SessionId except, Ending ending) {
		return this.mapper.endAll(person, except != null ? except.value() : 0, ending, this.clock.instant());
	}

	/** Lets this session go on with the sign-in as it is after a change. */
	@Transactional
	public void renew(SessionId id, int version) {
		this.mapper.renew(id, version);
	}

	/** What a session is at this moment. */
	public sealed interface State {

	}

	/** It goes on. */
	public record Open(OfficeSession session) implements State {
	}

	/** It is over. */
	public record Over(Ending ending) implements State {
	}

}
