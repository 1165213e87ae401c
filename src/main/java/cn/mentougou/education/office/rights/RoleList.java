package cn.mentougou.education.office.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.Appointment;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.UnitLine;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** Appointments with the names that people read. */
@Component
class RoleList {

	private final Appointments appointments;

	private final People people;

	private final Units units;

	private final Clock clock;

	RoleList(Appointments appointments, People people, Units units, Clock clock) {
		this.appointments = appointments;
		this.people = people;
		this.units = units;
		this.clock = clock;
	}

	KeyPage<RoleView> page(Actor actor, @Nullable Role role, @Nullable String after) {
		long last = Cursor.byId(after).map(Cursor::id).orElse(0L);
		return KeyPage.of(views(this.appointments.list(actor, role, last, KeyPage.ROWS + 1)), KeyPage.ROWS,
				(line) -> Cursor.of(line.appointment().id()));
	}

	/** What the person held for units that the actor looks after, newest first. */
	List<RoleView> history(Actor actor, PersonId person) {
		Set<UnitId> reach = actor.reach(Role.SECURITY_ADMINISTRATOR);
		return views(this.appointments.historyOf(person)
			.stream()
			.filter((appointment) -> reach.contains(appointment.unit()))
			.toList());
	}

	Map<String, String> unitChoices(Actor actor) {
		Set<UnitId> reach = actor.reach(Role.SECURITY_ADMINISTRATOR);
		return UnitLine
			.choices(this.units.all().stream().filter((unit) -> unit.open() && reach.contains(unit.id())).toList());
	}

	static Map<String, String> roleChoices() {
		return Arrays.stream(Role.values())
			.collect(Collectors.toMap(Role::name, Role::title, (one, two) -> one, LinkedHashMap::new));
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	RoleView view(Appointment appointment) {
		return views(List.of(appointment)).get(0);
	}

	private List<RoleView> views(List<Appointment> appointments) {
		Map<UnitId, String> names = this.units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
		Map<PersonId, Person> known = this.people.byIds(appointments.stream()
			.flatMap((one) -> Stream.of(one.person(), new PersonId(one.givenBy())))
			.collect(Collectors.toSet()));
		return appointments.stream()
			.map((one) -> new RoleView(one, name(known, one.person()), names.getOrDefault(one.unit(), ""),
					(one.givenBy() == 0) ? "系统" : name(known, new PersonId(one.givenBy())), state(one)))
			.toList();
	}

	private static String name(Map<PersonId, Person> known, PersonId id) {
		Person person = known.get(id);
		return (person != null) ? person.name() : "编号 " + id.value();
	}

	private String state(Appointment appointment) {
		if (appointment.takenAt() != null) {
			return "已收回";
		}
		if (appointment.isInForce(today())) {
			return "现任";
		}
		return appointment.isOpen(today()) ? "尚未开始" : "已到期";
	}

}
