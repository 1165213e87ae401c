package cn.mentougou.education.office.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The desk of the holds: what they hold is neither let go nor erased on request. */
@Component
public class Holds {

	private static final int SHORTEST_REASON = 4;

	private static final int LONGEST_REASON = 500;

	private final HoldMapper mapper;

	private final HoldSeal seal;

	private final Registers registers;

	private final Audit audit;

	private final Clock clock;

	Holds(HoldMapper mapper, HoldSeal seal, Registers registers, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.seal = seal;
		this.registers = registers;
		this.audit = audit;
		this.clock = clock;
	}

	/** Those that hold now, the oldest first. */
	public List<Hold> open() {
		return this.mapper.listOpen().stream().map(this.seal::open).toList();
	}

	/** The codes of the registers that are held as a whole. */
	public Set<String> heldRegisters() {
		return this.mapper.listOpen()
			.stream()
			.map(HoldMapper.Row::register)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/** All keys of all held people. */
	public PersonKeys heldPeople() {
		PersonKeys held = PersonKeys.NONE;
		for (Hold hold : open()) {
			held = held.with(hold.person().all());
		}
		return held.isEmpty() ? held : this.registers.followed(held);
	}

	/** The hold on a person with one of these keys. */
	public Optional<Hold> on(PersonKeys keys) {
		return open().stream()
			.filter((hold) -> !hold.person().isEmpty())
			.filter((hold) -> this.registers.followed(hold.person()).all().stream().anyMatch(keys::contains))
			.findFirst();
	}

	/** Holds a whole register. */
	@Transactional
	public long hold(Actor actor, String register, String reason) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		if (this.registers.find(register).isEmpty()) {
			throw new Refusal.Invalid("retention.no-such-register");
		}
		return placed(actor, new Hold(0, register, PersonKeys.NONE, checked(reason), actor.person(), now(), null));
	}

	/** Holds a person in every register. */
	@Transactional
	public long hold(Actor actor, PersonKeys person, String reason) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		if (person.isEmpty()) {
			throw new Refusal.Invalid("retention.no-such-key");
		}
		return placed(actor, new Hold(0, null, person, checked(reason), actor.person(), now(), null));
	}

	private long placed(Actor actor, Hold hold) {
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(this.seal.seal(hold), key);
		this.audit.record(AuditEntry.done(actor, "retention.hold-placed", "hold", key.getValue())
			.with("register", Objects.requireNonNullElse(hold.register(), "person")));
		return key.getValue();
	}

	/** Lifts a hold; from now on rules and requests apply again. */
	@Transactional
	public void lift(Actor actor, long id) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		if (this.mapper.lift(id, actor.person().value(), now()) != 1) {
			throw new Refusal.Conflict("retention.hold-lifted-already");
		}
		this.audit.record(AuditEntry.done(actor, "retention.hold-lifted", "hold", id));
	}

	/** Changes whenever a hold is placed. */
	long latest() {
		return this.mapper.findLastId();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static String checked(String reason) {
		String clean = reason.strip();
		if (clean.length() < SHORTEST_REASON || clean.length() > LONGEST_REASON) {
			throw new Refusal.Invalid("retention.reason-length", SHORTEST_REASON, LONGEST_REASON);
		}
		return clean;
	}

}
