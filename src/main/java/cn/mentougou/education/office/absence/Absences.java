package cn.mentougou.education.office.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.staff.Appointment;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.Delegations;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.PersonLeft;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the absences. Everybody records their own; whoever keeps the people of a
 * unit records those of its people, but never lends somebody's roles to themselves.
 */
@Component
public class Absences implements Delegations {

	private final AbsenceMapper mapper;

	private final People people;

	private final Appointments appointments;

	private final Audit audit;

	private final Clock clock;

	Absences(AbsenceMapper mapper, People people, Appointments appointments, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.people = people;
		this.appointments = appointments;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public Set<Long> lentTo(PersonId delegate, LocalDate day) {
		return this.mapper.lentTo(delegate, day);
	}

	/** The absences of a person, the latest first. */
	public List<Absence> of(PersonId person) {
		return absences(this.mapper.of(person));
	}

	/** The absences, lasting or to come, of the people whom the actor keeps. */
	public List<Absence> keptBy(Actor actor) {
		Set<UnitId> kept = this.people.keptBy(actor);
		if (kept.isEmpty()) {
			return List.of();
		}
		List<Absence> open = absences(this.mapper.open(today()));
		Map<PersonId, Person> known = this.people.byIds(open.stream().map(Absence::person).collect(Collectors.toSet()));
		return open.stream().filter((absence) -> {
			Person person = known.get(absence.person());
			return person != null && kept.contains(person.unit());
		}).toList();
	}

	/** The absences in which this person acts or will act for somebody. */
	public List<Absence> heldBy(PersonId delegate) {
		return absences(this.mapper.heldBy(delegate, today()));
	}

	/** The numbers of the appointments that are lent during this absence. */
	public List<Long> lentDuring(long id) {
		return this.mapper.loansOf(id);
	}

	/** The absence, if the actor may see it: their own or of somebody whom they keep. */
	public Optional<Absence> find(Actor actor, long id) {
		return this.mapper.find(id)
			.map(AbsenceMapper.Row::absence)
			.filter((absence) -> isOneself(actor, absence.person()) || keeps(actor, absence.person()));
	}

	/**
	 * Records an absence and lends roles during it.
	 * @return its number
	 * @throws Refusal.Conflict if the person or the delegate is absent on these days
	 * already
	 * @throws Refusal.Invalid if one of the roles cannot be lent
	 */
	@Transactional
	public long record(Actor actor, PersonId person, AbsenceDetails details) {
		requireKeeper(actor, person);
		if (details.untilOn().isBefore(today())) {
			throw new Refusal.Invalid("absence.past");
		}
		PersonId delegate = details.delegate();
		hold(person, delegate);
		if (this.mapper.anyBetween(person, details.fromOn(), details.untilOn()).isPresent()) {
			throw new Refusal.Conflict("absence.overlaps");
		}
		if (delegate != null) {
			checkDelegate(actor, person, delegate, details);
		}
		checkLoans(person, details.appointments());
		long id = this.mapper.insert(new AbsenceMapper.Row(0, person.value(), details.fromOn(), details.untilOn(),
				(delegate != null) ? delegate.value() : null, null), actor.id(), this.clock.instant());
		details.appointments().forEach((appointment) -> this.mapper.insertLoan(id, appointment));
		AuditEntry entry = AuditEntry.done(actor, "absence.recorded", "person", person.value()).with("absence", id);
		this.audit.record((delegate != null) ? entry.with("delegate", delegate.value())
			.with("appointments",
					details.appointments().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")))
				: entry);
		return id;
	}

	/** Ends an absence early, at once: the delegate acts no more. */
	@Transactional
	public void end(Actor actor, long id) {
		Absence absence = find(actor, id).orElseThrow(() -> new Refusal.NotFound("absence.no-such-absence"));
		if (this.mapper.end(id, actor.id(), this.clock.instant(), today()) == 0) {
			throw new Refusal.Conflict("absence.over");
		}
		PersonId delegate = absence.delegate();
		if (delegate != null && this.people.find(delegate).filter(Person::isHere).isPresent()) {
			this.people.changeRightsOf(delegate);
		}
		this.audit
			.record(AuditEntry.done(actor, "absence.ended", "person", absence.person().value()).with("absence", id));
	}

	@EventListener
	void on(PersonLeft left) {
		this.mapper.endAllOf(left.person(), this.clock.instant(), left.on());
	}

	/** Locked in the order of their numbers: two may lend to each other at once. */
	private void hold(PersonId person, @Nullable PersonId delegate) {
		if (delegate == null || delegate.value() >= person.value()) {
			this.people.hold(person);
		}
		if (delegate != null && !delegate.equals(person)) {
			this.people.changeRightsOf(delegate);
			this.people.hold(person);
		}
	}

	private void checkDelegate(Actor actor, PersonId person, PersonId delegate, AbsenceDetails details) {
		if (delegate.equals(person)) {
			throw new Refusal.Invalid("absence.delegate-is-absent-person");
		}
		if (actor.kind() == Actor.Kind.STAFF && delegate.equals(actor.person())) {
			throw new Refusal.Forbidden("absence.not-to-oneself");
		}
		if (this.mapper.anyBetween(delegate, details.fromOn(), details.untilOn()).isPresent()) {
			throw new Refusal.Conflict("absence.delegate-is-away");
		}
	}

	private void checkLoans(PersonId person, Set<Long> lent) {
		Map<Long, Appointment> own = this.appointments.openOf(Set.of(person))
			.stream()
			.collect(Collectors.toMap(Appointment::id, Function.identity()));
		for (Long id : lent) {
			if (!own.containsKey(id)) {
				throw new Refusal.Invalid("absence.not-their-role");
			}
			Appointment appointment = Objects.requireNonNull(own.get(id));
			if (appointment.role().isAdministrator()) {
				throw new Refusal.Invalid("absence.administrator-stays", appointment.role().title());
			}
		}
	}

	private void requireKeeper(Actor actor, PersonId person) {
		if (!isOneself(actor, person) && !keeps(actor, person)) {
			throw new Refusal.NotFound("staff.no-such-person");
		}
	}

	private boolean keeps(Actor actor, PersonId person) {
		return actor.kind() == Actor.Kind.SYSTEM || this.people.find(person)
			.filter((found) -> this.people.keptBy(actor).contains(found.unit()))
			.isPresent();
	}

	private static boolean isOneself(Actor actor, PersonId person) {
		return actor.kind() == Actor.Kind.STAFF && actor.person().equals(person);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static List<Absence> absences(List<AbsenceMapper.Row> rows) {
		return rows.stream().map(AbsenceMapper.Row::absence).toList();
	}

}
