package cn.mentougou.education.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.post.DisclosurePosts;
import cn.mentougou.education.office.post.PostKind;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.PersonDetails;
import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * A whole district with its people, as {@code demo-office.txt} tells it, and a sign-in
 * for each role. What is there already stays; only passwords follow the environment.
 */
@Component
@Profile("demo")
public class DemoOffice {

	/** The commission of the demonstration. */
	static final String COMMISSION = "门头沟区教育委员会";

	private static final Actor DEMO = Actor.system("demo");

	private static final LocalDate SINCE = LocalDate.of(2014, 1, 1);

	private final Units units;

	private final People people;

	private final Appointments appointments;

	private final DisclosurePosts posts;

	private final DemoSignIns signIns;

	DemoOffice(Units units, People people, Appointments appointments, DisclosurePosts posts, DemoSignIns signIns) {
		this.units = units;
		this.people = people;
		this.appointments = appointments;
		this.posts = posts;
		this.signIns = signIns;
	}

	/** Adds what is not there yet. */
	public void seed() {
		if (this.units.commission().isEmpty()) {
			this.units.found(DEMO, COMMISSION);
		}
		int phone = 0;
		for (String line : lines()) {
			String[] words = line.split(" ");
			switch (words[0]) {
				case "unit" -> unit(UnitKind.valueOf(words[1]), words[2], unit(words[3]));
				case "person" -> person(words, "1380000%04d".formatted(++phone));
				case "post" -> post(person(words[1]).orElseThrow(), PostKind.valueOf(words[2]));
				default -> throw new IllegalStateException(line);
			}
		}
		this.signIns.followTheEnvironment();
	}

	private void unit(UnitKind kind, String name, UnitId above) {
		if (find(name).isEmpty()) {
			this.units.add(DEMO, above, kind, name);
		}
	}

	private void person(String[] words, String phone) {
		PersonId id = person(words[1])
			.orElseGet(() -> this.people.add(DEMO, new PersonDetails(words[1], phone, unit(words[2]))));
		if (this.appointments.historyOf(id).isEmpty()) {
			this.appointments.give(DEMO, id, Role.valueOf(words[3]), Term.from(SINCE), unit(words[4]));
		}
		if (!words[5].equals("-")) {
			this.signIns.add(id, words[5]);
		}
	}

	private void post(PersonId person, PostKind kind) {
		if (this.posts.list(Long.MAX_VALUE, 100).stream().noneMatch((post) -> post.person().equals(person))) {
			this.posts.give(DEMO, person, kind, Term.from(SINCE));
		}
	}

	private Optional<PersonId> person(String name) {
		return this.people.named(name).stream().map(Person::id).findFirst();
	}

	private UnitId unit(String name) {
		return find(name).orElseThrow().id();
	}

	private Optional<Unit> find(String name) {
		return this.units.all().stream().filter((unit) -> unit.name().equals(name)).findFirst();
	}

	private static List<String> lines() {
		try (InputStream file = DemoOffice.class.getResourceAsStream("demo-office.txt")) {
			String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return text.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
