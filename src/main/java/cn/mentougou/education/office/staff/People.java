package cn.mentougou.education.office.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.ActorNames;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the people. They are kept by the system administrator, and within a school
 * by its administrator; whoever is outside one's units does not exist.
 */
@Component
public class People implements ActorNames {

	private final PersonMapper mapper;

	private final PersonSeal seal;

	private final Units units;

	private final Appointments appointments;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	People(PersonMapper mapper, PersonSeal seal, Units units, Appointments appointments, Audit audit,
			ApplicationEventPublisher events, Clock clock) {
		this.mapper = mapper;
		this.seal = seal;
		this.units = units;
		this.appointments = appointments;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The person, here or gone, for desks; pages of the console ask with their actor. */
	public Optional<Person> find(PersonId id) {
		return this.mapper.find(id).map(this.seal::open);
	}

	/**
	 * The person, if the actor keeps the people of that unit.
	 * @throws Refusal.NotFound if not
	 */
	public Person find(Actor actor, PersonId id) {
		return find(id).filter((person) -> keeps(actor, person.unit()))
			.orElseThrow(() -> new Refusal.NotFound("staff.no-such-person"));
	}

	/** Everybody of that whole name, here or gone. */
	public List<Person> named(String name) {
		return opened(this.mapper.named(this.seal.nameIndex(PersonDetails.spelled(name))));
	}

	/** Everybody with that whole phone, here or gone. */
	public List<Person> withPhone(String phone) {
		return opened(this.mapper.withPhone(this.seal.phoneIndex(PersonDetails.digits(phone))));
	}

	/**
	 * The one person here of that whole name.
	 * @param phone the phone if several may have the name, or null
	 * @throws Refusal.Invalid if there is nobody or more than one
	 */
	public Person one(String name, @Nullable String phone) {
		Set<PersonId> dialled = (phone == null || phone.isBlank()) ? Set.of()
				: withPhone(phone).stream().map(Person::id).collect(Collectors.toSet());
		List<Person> found = named(name).stream()
			.filter(Person::isHere)
			.filter((person) -> phone == null || phone.isBlank() || dialled.contains(person.id()))
			.toList();
		if (found.isEmpty()) {
			throw new Refusal.Invalid("staff.nobody-of-that-name", PersonDetails.spelled(name));
		}
		if (found.size() > 1) {
			throw new Refusal.Invalid("staff.several-of-that-name", found.size());
		}
		return found.get(0);
	}

	/** These people by their numbers; a number that nobody has is left out. */
	public Map<PersonId, Person> byIds(Collection<PersonId> ids) {
		return ids.isEmpty() ? Map.of()
				: opened(this.mapper.byIds(ids)).stream().collect(Collectors.toMap(Person::id, Function.identity()));
	}

	@Override
	public Map<Long, String> namesOf(Collection<Long> personIds) {
		return byIds(personIds.stream().map(PersonId::new).toList()).values()
			.stream()
			.filter((person) -> !person.name().isEmpty())
			.collect(Collectors.toMap((person) -> person.id().value(), Person::name));
	}

	/** Enters a person. */
	@Transactional
	public PersonId add(Actor actor, PersonDetails details) {
		requireKeeper(actor, details.unit());
		this.units.holdOpen(details.unit());
		try {
			PersonId id = this.mapper.insert(this.seal.indexes(details), LocalDate.now(this.clock));
			seal(id, details);
			this.audit.record(AuditEntry.done(actor, "staff.person-added", "person", id.value())
				.with("unit", details.unit().value()));
			return id;
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("staff.person-exists");
		}
	}

	/**
	 * Changes a person's name, phone or unit. Roles stay: they are held for units of
	 * their own.
	 * @param version the version that was shown to the actor
	 * @param changed what is to stand there; without a phone the old one stays
	 */
	@Transactional
	public void change(Actor actor, PersonId id, long version, PersonDetails changed) {
		Person before = lock(id);
		requireKeeper(actor, before.unit());
		requireKeeper(actor, changed.unit());
		this.units.holdOpen(changed.unit());
		PersonDetails details = (changed.phone() != null) ? changed : new PersonDetails(changed.name(),
				this.mapper.find(id).map(this.seal::phone).orElse(null), changed.unit());
		try {
			if (this.mapper.change(id, version, this.seal.indexes(details)) == 0) {
				throw new Refusal.Conflict("staff.changed-meanwhile");
			}
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("staff.person-exists");
		}
		seal(id, details);
		this.audit.record(AuditEntry.done(actor, "staff.person-changed", "person", id.value())
			.with("unit", details.unit().value()));
	}

	/**
	 * Lets a person leave: all roles end at once.
	 * @throws Refusal.Conflict if an administrator has no successor
	 */
	@Transactional
	public void leave(Actor actor, PersonId id) {
		this.appointments.waitForTurn();
		Person person = lock(id);
		requireKeeper(actor, person.unit());
		if (actor.kind() == Actor.Kind.STAFF && actor.id() == id.value()) {
			throw new Refusal.Forbidden("staff.not-oneself");
		}
		this.appointments.endAllOf(actor, id, keptBy(actor));
		LocalDate today = LocalDate.now(this.clock);
		this.mapper.leave(id, today);
		this.audit.record(AuditEntry.done(actor, "staff.person-left", "person", id.value()));
		this.events.publishEvent(new PersonLeft(id, today));
	}

	/**
	 * The whole phone, which is recorded with the reason.
	 * @return the phone, or null if none is known
	 */
	@Transactional
	public @Nullable String phone(Actor actor, PersonId id, RevealReason reason) {
		find(actor, id);
		this.audit.record(AuditEntry.done(actor, "staff.phone-revealed", "person", id.value()).with("reason", reason));
		return this.mapper.find(id).map(this.seal::phone).orElse(null);
	}

	/**
	 * Locks the person until the end of the transaction and raises their version: whoever
	 * changes somebody's rights does this first, so such changes follow one another.
	 * @throws Refusal.NotFound if there is no such person or the person has left
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Person changeRightsOf(PersonId id) {
		if (this.mapper.raiseVersion(id) == 0) {
			throw new Refusal.NotFound("staff.no-such-person");
		}
		return lock(id);
	}

	/**
	 * Locks the person until the end of the transaction: what hangs on one person is
	 * changed by one at a time.
	 * @throws Refusal.NotFound if there is no such person or the person has left
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Person hold(PersonId id) {
		return lock(id);
	}

	/** A page of the people whom the actor keeps, in the order of their numbers. */
	public List<Person> list(Actor actor, PersonFilter filter) {
		Set<UnitId> visible = new HashSet<>(keptBy(actor));
		UnitId unit = filter.unit();
		if (unit != null) {
			visible.retainAll(this.units.reachOf(Set.of(unit)).getOrDefault(unit, Set.of()));
		}
		String name = filter.name();
		byte[] nameIndex = (name != null) ? this.seal.nameIndex(PersonDetails.spelled(name)) : null;
		return visible.isEmpty() ? List.of()
				: opened(this.mapper.list(filter, visible, nameIndex, LocalDate.now(this.clock)));
	}

	/** The units whose people the actor keeps. */
	public Set<UnitId> keptBy(Actor actor) {
		Set<UnitId> kept = new HashSet<>(actor.reach(Role.SYSTEM_ADMINISTRATOR));
		kept.addAll(actor.reach(Role.SCHOOL_ADMINISTRATOR));
		return kept;
	}

	private Person lock(PersonId id) {
		return this.mapper.findAndLock(id)
			.map(this.seal::open)
			.filter(Person::isHere)
			.orElseThrow(() -> new Refusal.NotFound("staff.no-such-person"));
	}

	private void seal(PersonId id, PersonDetails details) {
		this.mapper.seal(id, this.seal.name(id, details.name()), this.seal.phone(id, details.phone()));
	}

	private List<Person> opened(List<PersonMapper.Row> rows) {
		return rows.stream().map(this.seal::open).toList();
	}

	private boolean keeps(Actor actor, UnitId unit) {
		return actor.kind() == Actor.Kind.SYSTEM || keptBy(actor).contains(unit);
	}

	private void requireKeeper(Actor actor, UnitId unit) {
		if (!keeps(actor, unit)) {
			actor.require(Role.SYSTEM_ADMINISTRATOR, Role.SCHOOL_ADMINISTRATOR);
			throw new Refusal.NotFound("staff.no-such-person");
		}
	}

}
