package cn.mentougou.education.office.personnel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.PersonDetails;
import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * Enters people from a file: first shows what each line would do, then does it line by
 * line, so that a bad one stops no other. Doing it again enters nobody twice.
 */
@Component
class RollImport {

	private static final List<String> COLUMNS = List.of("姓名", "手机号", "单位");

	private static final String TEACHER = Role.TEACHER.title();

	private final People people;

	private final Appointments appointments;

	private final Units units;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RollImport(People people, Appointments appointments, Units units, PlatformTransactionManager transactions,
			Clock clock) {
		this.people = people;
		this.appointments = appointments;
		this.units = units;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** What each line would do. */
	List<RollLine> preview(Actor actor, String text) {
		List<List<String>> lines = RollFile.lines(text);
		if (lines.isEmpty()) {
			throw new Refusal.Invalid("personnel.file-missing");
		}
		if (lines.get(0).size() < COLUMNS.size() || !lines.get(0).subList(0, COLUMNS.size()).equals(COLUMNS)) {
			throw new Refusal.Invalid("personnel.header-wrong");
		}
		Map<String, List<UnitId>> units = unitsByName(actor);
		Set<String> seen = new HashSet<>();
		List<RollLine> preview = new ArrayList<>();
		for (List<String> cells : lines.subList(1, lines.size())) {
			RollLine line = line(preview.size() + 1, cells);
			preview.add(checked(actor, line, cells, units, seen));
		}
		return preview;
	}

	/** Enters the people of the good lines; the others come back with their reasons. */
	List<RollLine> run(Actor actor, String text) {
		return preview(actor, text).stream().map((line) -> enter(actor, line)).toList();
	}

	private RollLine enter(Actor actor, RollLine line) {
		PersonDetails details = line.details();
		if (details == null) {
			return line;
		}
		try {
			this.transaction.executeWithoutResult((status) -> {
				PersonId id = this.people.add(actor, details);
				if (line.isTeacher()) {
					this.appointments.give(actor, id, Role.TEACHER, Term.from(LocalDate.now(this.clock)),
							details.unit());
				}
			});
			return line;
		}
		catch (Refusal ex) {
			return line.bad(ex.code(), ex.arguments());
		}
	}

	private static RollLine line(int number, List<String> cells) {
		String role = cell(cells, 3);
		return new RollLine(number, cell(cells, 0), cell(cells, 2), null, role.equals(TEACHER), null, List.of());
	}

	private RollLine checked(Actor actor, RollLine line, List<String> cells, Map<String, List<UnitId>> units,
			Set<String> seen) {
		List<UnitId> found = units.getOrDefault(line.unit(), List.of());
		String role = cell(cells, 3);
		if (found.size() != 1) {
			return line.bad(found.isEmpty() ? "personnel.no-such-unit" : "personnel.several-units",
					List.of(line.unit()));
		}
		if (!role.isEmpty() && !(line.isTeacher() && actor.holds(Role.SCHOOL_ADMINISTRATOR, found.get(0)))) {
			return line.bad("personnel.role-elsewhere", List.of(role));
		}
		try {
			PersonDetails details = new PersonDetails(line.name(), cell(cells, 1), found.get(0));
			if (!seen.add(details.name() + " " + details.phone())) {
				return line.bad("personnel.twice", List.of());
			}
			return isHere(details) ? line.bad("staff.person-exists", List.of()) : new RollLine(line.number(),
					details.name(), line.unit(), details, line.isTeacher(), null, List.of());
		}
		catch (Refusal ex) {
			return line.bad(ex.code(), ex.arguments());
		}
	}

	private boolean isHere(PersonDetails details) {
		String phone = details.phone();
		return phone != null && this.people.withPhone(phone)
			.stream()
			.filter(Person::isHere)
			.anyMatch((person) -> person.name().equals(details.name()));
	}

	/** A unit is found by its name, or by 上级/名称 where several have the name. */
	private Map<String, List<UnitId>> unitsByName(Actor actor) {
		Set<UnitId> kept = this.people.keptBy(actor);
		Map<UnitId, String> names = new HashMap<>();
		List<Unit> all = this.units.all();
		all.forEach((unit) -> names.put(unit.id(), unit.name()));
		Map<String, List<UnitId>> found = new HashMap<>();
		for (Unit unit : all) {
			if (unit.open() && kept.contains(unit.id())) {
				@Nullable String above = names.get(unit.parent());
				found.computeIfAbsent(unit.name(), (name) -> new ArrayList<>()).add(unit.id());
				found.computeIfAbsent(above + "/" + unit.name(), (name) -> new ArrayList<>()).add(unit.id());
			}
		}
		return found;
	}

	private static String cell(List<String> cells, int at) {
		return (at < cells.size()) ? cells.get(at) : "";
	}

}
