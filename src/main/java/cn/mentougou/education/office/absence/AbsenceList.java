package cn.mentougou.education.office.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.staff.Appointment;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.PersonId;

/** Absences with the names that people read. */
@Component
class AbsenceList {

	private final Absences absences;

	private final Appointments appointments;

	private final People people;

	private final Units units;

	private final Clock clock;

	AbsenceList(Absences absences, Appointments appointments, People people, Units units, Clock clock) {
		this.absences = absences;
		this.appointments = appointments;
		this.people = people;
		this.units = units;
		this.clock = clock;
	}

	List<AbsenceView> views(List<Absence> absences) {
		Map<PersonId, Person> known = this.people.byIds(absences.stream()
			.flatMap((one) -> Stream.of(one.person(), one.delegate()))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet()));
		LocalDate today = LocalDate.now(this.clock);
		return absences.stream()
			.map((one) -> new AbsenceView(one, name(known, one.person()), name(known, one.delegate()), lent(one),
					one.isOpen(today)))
			.toList();
	}

	/** What the person could lend, by the number of the appointment. */
	Map<Long, String> lendable(PersonId person) {
		LocalDate today = LocalDate.now(this.clock);
		return this.appointments.inForce(person, today)
			.stream()
			.filter((appointment) -> !appointment.role().isAdministrator())
			.collect(Collectors.toMap(Appointment::id, this::title));
	}

	private List<String> lent(Absence absence) {
		return this.absences.lentDuring(absence.id())
			.stream()
			.flatMap((id) -> this.appointments.find(id).stream())
			.map(this::title)
			.toList();
	}

	private String title(Appointment appointment) {
		String unit = this.units.find(appointment.unit()).map(Unit::name).orElse("");
		return appointment.role().title() + "（" + unit + "）";
	}

	private static String name(Map<PersonId, Person> known, @Nullable PersonId id) {
		Person person = (id != null) ? known.get(id) : null;
		return (person != null) ? person.name() : "";
	}

}
