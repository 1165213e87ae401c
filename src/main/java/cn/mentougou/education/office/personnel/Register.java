package cn.mentougou.education.office.personnel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.Appointment;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.PersonFilter;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.UnitLine;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/** The people with the names of their units and their roles, as the pages show them. */
@Component
class Register {

	private final People people;

	private final Appointments appointments;

	private final Units units;

	private final Clock clock;

	Register(People people, Appointments appointments, Units units, Clock clock) {
		this.people = people;
		this.appointments = appointments;
		this.units = units;
		this.clock = clock;
	}

	/** A page of so many lines. */
	KeyPage<PersonView> page(Actor actor, PersonFilter filter, int size) {
		List<Person> found = this.people.list(actor,
				new PersonFilter(filter.unit(), filter.role(), filter.name(), filter.left(), filter.after(), size + 1));
		List<PersonView> lines = views(found);
		return KeyPage.of(lines, size, (line) -> Cursor.of(line.id()));
	}

	/** One person as a line. */
	PersonView view(Person person) {
		return views(List.of(person)).get(0);
	}

	private List<PersonView> views(List<Person> found) {
		Map<UnitId, String> names = this.units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
		Map<PersonId, List<String>> roles = rolesOf(found);
		return found.stream()
			.map((person) -> PersonView.of(person, names.getOrDefault(person.unit(), ""),
					roles.getOrDefault(person.id(), List.of())))
			.toList();
	}

	/** The open units whose people the actor keeps, as choices of a field. */
	Map<String, String> unitChoices(Actor actor) {
		Set<UnitId> kept = this.people.keptBy(actor);
		return UnitLine
			.choices(this.units.all().stream().filter((unit) -> unit.open() && kept.contains(unit.id())).toList());
	}

	private Map<PersonId, List<String>> rolesOf(List<Person> people) {
		LocalDate today = LocalDate.now(this.clock);
		return this.appointments.openOf(people.stream().map(Person::id).toList())
			.stream()
			.filter((appointment) -> appointment.isInForce(today))
			.collect(Collectors.groupingBy(Appointment::person, LinkedHashMap::new,
					Collectors.mapping((appointment) -> appointment.role().title(), Collectors
						.collectingAndThen(Collectors.toList(), (titles) -> titles.stream().distinct().toList()))));
	}

}
