package cn.mentougou.education.office.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.UnitOccupant;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the roles. The security administrator gives and takes them; a school's
 * administrator may make teachers of the school, who thereby gain nothing in the console.
 */
@Component
public class Appointments implements UnitOccupant {

	private final AppointmentMapper mapper;

	private final PersonMapper people;

	private final Units units;

	private final Audit audit;

	private final Clock clock;

	Appointments(AppointmentMapper mapper, PersonMapper people, Units units, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.people = people;
		this.units = units;
		this.audit = audit;
		this.clock = clock;
	}

	/** What the person holds, will hold and held, newest first. */
	public List<Appointment> historyOf(PersonId person) {
		return appointments(this.mapper.historyOf(person));
	}

	/** The roles that the person holds in their own right on this day. */
	public List<Appointment> inForce(PersonId person, LocalDate day) {
		return appointments(this.mapper.inForce(person, Set.of(), day));
	}

	/** Who holds this role today, for any unit. */
	public List<PersonId> holdersOf(Role role) {
		return this.mapper.holders(role, today()).stream().map(PersonId::new).toList();
	}

	/** The appointment, open or ended. */
	public Optional<Appointment> find(long id) {
		return this.mapper.find(id).map(AppointmentMapper.Row::appointment);
	}

	/** What these people hold or will hold. */
	public List<Appointment> openOf(Collection<PersonId> people) {
		return people.isEmpty() ? List.of() : appointments(this.mapper.openOfAll(people, today()));
	}

	/**
	 * What is held or will be held for the actor's units, in the order of the numbers.
	 * @param role only this role, or null for all
	 * @param after the last number of the page before; 0 for the first page
	 */
	public List<Appointment> list(Actor actor, @Nullable Role role, long after, int limit) {
		Set<UnitId> reach = actor.reach(Role.SECURITY_ADMINISTRATOR);
		return reach.isEmpty() ? List.of() : appointments(this.mapper.list(reach, role, today(), after, limit));
	}

	/**
	 * The actor's own roles, and those the actor looks after, that end within these days.
	 */
	public List<Appointment> endingWithin(Actor actor, int days) {
		LocalDate last = today().plusDays(days);
		List<AppointmentMapper.Row> rows = new ArrayList<>(this.mapper.endingOf(today(), last, actor.person()));
		Set<UnitId> reach = actor.reach(Role.SECURITY_ADMINISTRATOR);
		if (!reach.isEmpty()) {
			rows.addAll(this.mapper.endingFor(today(), last, reach));
		}
		return appointments(rows).stream().distinct().toList();
	}

	/**
	 * Gives a role for a unit and all below it.
	 * @return the number of the appointment
	 * @throws Refusal.Forbidden if it is for oneself
	 * @throws Refusal.Conflict if it is held already, or is a second administrator's role
	 */
	@Transactional
	public long give(Actor actor, PersonId person, Role role, Term term, UnitId unit) {
		if (role.isAdministrator()) {
			waitForTurn();
		}
		Unit place = requireGiver(actor, person, role, unit);
		if (this.people.raiseVersion(person) == 0) {
			throw new Refusal.NotFound("staff.no-such-person");
		}
		checkTerm(role, term, place);
		boolean held = this.mapper.openOfAndLock(person, term.fromOn())
			.stream()
			.map(AppointmentMapper.Row::appointment)
			.anyMatch((other) -> other.role() == role && other.unit().equals(unit)
					&& new Term(other.fromOn(), other.untilOn()).overlaps(term));
		if (held) {
			throw new Refusal.Conflict("staff.role-held", role.title());
		}
		long id = insert(new AppointmentMapper.Row(0, person.value(), role, unit.value(), term.fromOn(), term.untilOn(),
				actor.id(), this.clock.instant(), null, null));
		this.audit.record(AuditEntry.done(actor, "staff.role-given", "person", person.value())
			.with("role", role)
			.with("unit", unit.value())
			.with("appointment", id));
		return id;
	}

	/**
	 * Takes a role back, at once.
	 * @throws Refusal.Conflict if it is the last administrator of its kind, or ended
	 */
	@Transactional
	public void take(Actor actor, long id) {
		waitForTurn();
		Appointment appointment = find(id).orElseThrow(() -> new Refusal.NotFound("staff.no-such-appointment"));
		requireGiver(actor, appointment.role(), appointment.unit());
		this.people.raiseVersion(appointment.person());
		end(actor, appointment);
	}

	/** A unit stays open while people work in it or hold roles for it. */
	@Override
	public void agreeToClosing(UnitId unit) {
		if (this.people.anyHereIn(unit).isPresent()) {
			throw new Refusal.Conflict("staff.unit-has-people");
		}
		if (this.mapper.countOpenFor(unit, today()) > 0) {
			throw new Refusal.Conflict("staff.unit-has-roles");
		}
	}

	/** Whatever may end an administrator's role waits for its turn before it reads. */
	@Transactional(propagation = Propagation.MANDATORY)
	void waitForTurn() {
		this.mapper.waitForTurn();
	}

	/** Ends all roles of a person who leaves. */
	@Transactional(propagation = Propagation.MANDATORY)
	void endAllOf(Actor actor, PersonId person, Set<UnitId> reach) {
		for (AppointmentMapper.Row row : this.mapper.openOfAndLock(person, today())) {
			Appointment appointment = row.appointment();
			boolean isForeign = !reach.contains(appointment.unit()) && actor.kind() != Actor.Kind.SYSTEM;
			if (isForeign) {
				throw new Refusal.Conflict("staff.holds-roles-elsewhere");
			}
			end(actor, appointment);
		}
	}

	private void end(Actor actor, Appointment appointment) {
		Role role = appointment.role();
		if (role.isAdministrator() && this.mapper.countOtherHolders(role, appointment.person(), today()) == 0) {
			throw new Refusal.Conflict("staff.last-administrator", role.title());
		}
		if (this.mapper.take(appointment.id(), actor.id(), this.clock.instant(), today()) == 0) {
			throw new Refusal.Conflict("staff.role-ended");
		}
		this.audit.record(AuditEntry.done(actor, "staff.role-taken", "person", appointment.person().value())
			.with("role", role)
			.with("unit", appointment.unit().value())
			.with("appointment", appointment.id()));
	}

	private long insert(AppointmentMapper.Row row) {
		try {
			return this.mapper.insert(row);
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("staff.two-administrators");
		}
	}

	private Unit requireGiver(Actor actor, PersonId person, Role role, UnitId unit) {
		if (actor.kind() == Actor.Kind.STAFF && actor.id() == person.value()) {
			throw new Refusal.Forbidden("staff.not-to-oneself");
		}
		requireGiver(actor, role, unit);
		return this.units.holdOpen(unit);
	}

	private static void requireGiver(Actor actor, Role role, UnitId unit) {
		boolean makesTeacher = role == Role.TEACHER && actor.holds(Role.SCHOOL_ADMINISTRATOR, unit);
		if (actor.kind() != Actor.Kind.SYSTEM && !makesTeacher) {
			actor.require(Role.SECURITY_ADMINISTRATOR);
			actor.require(Role.SECURITY_ADMINISTRATOR, unit);
		}
	}

	/** An administrator without an end is never missing on a morning. */
	private void checkTerm(Role role, Term term, Unit unit) {
		if (term.endsBefore(today())) {
			throw new Refusal.Invalid("staff.term-past");
		}
		if (role.isAdministrator() && unit.parent() != null) {
			throw new Refusal.Invalid("staff.administrator-of-commission", role.title());
		}
		if (role.isAdministrator() && term.untilOn() != null) {
			throw new Refusal.Invalid("staff.administrator-without-end", role.title());
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static List<Appointment> appointments(List<AppointmentMapper.Row> rows) {
		return rows.stream().map(AppointmentMapper.Row::appointment).toList();
	}

}
