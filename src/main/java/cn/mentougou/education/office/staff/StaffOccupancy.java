package cn.mentougou.education.office.staff;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import cn.mentougou.education.office.unit.UnitOccupant;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/** Keeps a unit open while people work in it or hold roles for it. */
@Component
class StaffOccupancy implements UnitOccupant {

	private final PersonMapper people;

	private final AppointmentMapper appointments;

	private final Clock clock;

	StaffOccupancy(PersonMapper people, AppointmentMapper appointments, Clock clock) {
		this.people = people;
		this.appointments = appointments;
		this.clock = clock;
	}

	@Override
	public void agreeToClosing(UnitId unit) {
		if (this.people.anyHereIn(unit).isPresent()) {
			throw new Refusal.Conflict("staff.unit-has-people");
		}
		if (this.appointments.countOpenFor(unit, LocalDate.now(this.clock)) > 0) {
			throw new Refusal.Conflict("staff.unit-has-roles");
		}
	}

}
