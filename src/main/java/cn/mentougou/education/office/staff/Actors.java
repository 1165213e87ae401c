package cn.mentougou.education.office.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/**
 * Says what a person may do at this very moment. Asked at each request of the console, it
 * takes at most four reads of an index.
 */
@Component
public class Actors {

	private final PersonMapper people;

	private final PersonSeal seal;

	private final AppointmentMapper appointments;

	private final ObjectProvider<Delegations> delegations;

	private final Units units;

	private final Clock clock;

	Actors(PersonMapper people, PersonSeal seal, AppointmentMapper appointments,
			ObjectProvider<Delegations> delegations, Units units, Clock clock) {
		this.people = people;
		this.seal = seal;
		this.appointments = appointments;
		this.delegations = delegations;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * The person with the roles of today, their own and those lent by absent people.
	 * @param address the network address the request came from
	 * @return empty if there is no such person or the person has left
	 */
	public Optional<Actor> actorOf(PersonId person, String address) {
		return here(person)
			.map((row) -> new Actor(Actor.Kind.STAFF, person.value(), this.seal.name(row), grantsOf(person), address));
	}

	/** The person's version, raised with every change of rights; empty if they left. */
	public OptionalLong versionOf(PersonId person) {
		return here(person).stream().mapToLong(PersonMapper.Row::version).findFirst();
	}

	private Optional<PersonMapper.Row> here(PersonId person) {
		return this.people.find(person).filter((row) -> row.leftOn() == null);
	}

	private List<Grant> grantsOf(PersonId person) {
		LocalDate today = LocalDate.now(this.clock);
		Set<Long> lent = this.delegations.stream()
			.flatMap((source) -> source.lentTo(person, today).stream())
			.collect(Collectors.toSet());
		List<Appointment> held = this.appointments.inForce(person, lent, today)
			.stream()
			.map(AppointmentMapper.Row::appointment)
			.filter((appointment) -> appointment.person().equals(person) || !appointment.role().isAdministrator())
			.toList();
		Map<UnitId, Set<UnitId>> reach = this.units
			.reachOf(held.stream().map(Appointment::unit).collect(Collectors.toSet()));
		return held.stream().map((appointment) -> grant(appointment, person, reach)).toList();
	}

	private static Grant grant(Appointment appointment, PersonId person, Map<UnitId, Set<UnitId>> reach) {
		boolean isOwn = appointment.person().equals(person);
		return new Grant(appointment.role(), appointment.unit(),
				reach.getOrDefault(appointment.unit(), Set.of(appointment.unit())),
				isOwn ? null : appointment.person());
	}

}
