package cn.mentougou.education.office.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** A small district for tests: the commission, a section and two schools. */
public class District {

	/** Long before every test. */
	public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

	private static final Actor SETUP = Actor.system("test");

	private static final AtomicInteger COUNTER = new AtomicInteger(1000);

	private final Units units;

	private final People people;

	private final Appointments appointments;

	/** Keeps the desks. */
	public District(Units units, People people, Appointments appointments) {
		this.units = units;
		this.people = people;
		this.appointments = appointments;
	}

	/** The commission, founded when first asked for. */
	public UnitId commission() {
		return this.units.commission().map((unit) -> unit.id()).orElseGet(() -> this.units.found(SETUP, "门头沟区教育委员会"));
	}

	/** A new unit directly below the commission. */
	public UnitId unit(UnitKind kind, String name) {
		return this.units.add(SETUP, commission(), kind, name);
	}

	/** A new person with a phone of their own. */
	public PersonId person(String name, UnitId unit) {
		return this.people.add(SETUP, new PersonDetails(name, "1380000" + COUNTER.incrementAndGet(), unit));
	}

	/** Gives a role without an end. */
	public long give(PersonId person, Role role, UnitId unit) {
		return this.appointments.give(SETUP, person, role, Term.from(LONG_AGO), unit);
	}

	/** Somebody who holds this role for this unit, without a row in the database. */
	public Actor holding(Role role, UnitId unit) {
		Map<UnitId, Set<UnitId>> reach = this.units.reachOf(List.of(unit));
		return new Actor(Actor.Kind.STAFF, COUNTER.incrementAndGet() + 1_000_000, "王小明",
				List.of(new Grant(role, unit, reach.getOrDefault(unit, Set.of()), null)), "192.0.2.1");
	}

}
