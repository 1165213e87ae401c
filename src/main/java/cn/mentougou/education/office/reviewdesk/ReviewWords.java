package cn.mentougou.education.office.reviewdesk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.mentougou.education.office.review.Decision;
import cn.mentougou.education.office.review.ReviewRegister;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/** Puts names to the numbers. */
@Component
class ReviewWords {

	private final Units units;

	private final People people;

	ReviewWords(Units units, People people) {
		this.units = units;
		this.people = people;
	}

	ReviewLine line(ReviewRegister.Item item) {
		return new ReviewLine(item, this.units.find(item.unit()).map(Unit::name).orElse(""));
	}

	List<ReviewLine> lines(Collection<ReviewRegister.Item> items) {
		if (items.isEmpty()) {
			return List.of();
		}
		Map<UnitId, String> names = unitNames();
		return items.stream().map((item) -> new ReviewLine(item, names.getOrDefault(item.unit(), ""))).toList();
	}

	Map<UnitId, String> unitNames() {
		return this.units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
	}

	List<HistoryLine> history(List<Decision> decisions) {
		Map<PersonId, Person> known = this.people.byIds(decisions.stream()
			.flatMap((one) -> Stream.of(one.actorId(), one.onBehalfOf()))
			.filter((id) -> id != null && id != 0)
			.map(PersonId::new)
			.collect(Collectors.toSet()));
		return decisions.stream().map((one) -> new HistoryLine(one, actor(one, known))).toList();
	}

	private static String actor(Decision decision, Map<PersonId, Person> known) {
		if (decision.actorId() == 0) {
			return "系统";
		}
		Long absent = decision.onBehalfOf();
		String name = name(decision.actorId(), known);
		return (absent != null) ? name + "（代" + name(absent, known) + "）" : name;
	}

	private static String name(long id, Map<PersonId, Person> known) {
		Person person = known.get(new PersonId(id));
		return (person != null && !person.name().isEmpty()) ? person.name() : id + " 号人员";
	}

}
