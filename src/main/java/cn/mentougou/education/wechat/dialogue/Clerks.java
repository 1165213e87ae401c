package cn.mentougou.education.wechat.dialogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.mentougou.education.office.absence.Absences;
import cn.mentougou.education.office.staff.Appointment;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * Who answers: the enquiry clerks (咨询投诉经办人) of the commission, whose accounts they are. A
 * clerk of one school alone sees none of it.
 */
@Component
class Clerks {

	private final Units units;

	private final People people;

	private final Appointments appointments;

	private final Absences absences;

	private final Clock clock;

	Clerks(Units units, People people, Appointments appointments, Absences absences, Clock clock) {
		this.units = units;
		this.people = people;
		this.appointments = appointments;
		this.absences = absences;
		this.clock = clock;
	}

	/** Whether the actor is one of them, in their own right or for somebody absent. */
	boolean include(Actor actor) {
		Optional<UnitId> commission = commission();
		return commission.isPresent() && actor.holds(Role.ENQUIRY_CLERK, commission.get());
	}

	/**
	 * Refuses everybody else.
	 * @throws Refusal.NotFound if the actor is none
	 */
	void require(Actor actor) {
		if (!include(actor)) {
			throw new Refusal.NotFound("dialogue.no-such-dialogue");
		}
	}

	/** The actor, and those for whom the actor acts while they are absent. */
	Set<Long> handsOf(Actor actor) {
		return Stream.concat(Stream.of(actor.id()),
				actor.grants()
					.stream()
					.filter((grant) -> grant.role() == Role.ENQUIRY_CLERK)
					.flatMap((grant) -> Optional.ofNullable(grant.onBehalfOf()).stream())
					.map(PersonId::value))
			.collect(Collectors.toSet());
	}

	/** To whom a conversation can be given, by name; who is absent today is marked. */
	Map<PersonId, String> all() {
		LocalDate today = LocalDate.now(this.clock);
		UnitId commission = commission().orElse(null);
		List<PersonId> holders = this.appointments.holdersOf(Role.ENQUIRY_CLERK);
		Set<PersonId> clerks = this.appointments.openOf(holders)
			.stream()
			.filter((held) -> held.role() == Role.ENQUIRY_CLERK && held.unit().equals(commission)
					&& held.isInForce(today))
			.map(Appointment::person)
			.collect(Collectors.toSet());
		Map<PersonId, String> names = new LinkedHashMap<>();
		this.people.byIds(clerks)
			.values()
			.stream()
			.filter(Person::isHere)
			.sorted((one, other) -> Long.compare(one.id().value(), other.id().value()))
			.forEach((person) -> names.put(person.id(), named(person, today)));
		return names;
	}

	private String named(Person person, LocalDate today) {
		boolean isAbsent = this.absences.of(person.id()).stream().anyMatch((absence) -> absence.isOn(today));
		return isAbsent ? person.name() + "（今天不在岗）" : person.name();
	}

	private Optional<UnitId> commission() {
		return this.units.commission().map(Unit::id);
	}

}
