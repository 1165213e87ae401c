package cn.mentougou.education.newsroom.newsdesk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.ItemFilter;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.UnitId;

/** Items with the names that people read. */
@Component
class ItemLines {

	/** What did something without a person is called. */
	static final String SYSTEM = "系统";

	private final Drafts drafts;

	private final Units units;

	private final People people;

	ItemLines(Drafts drafts, Units units, People people) {
		this.drafts = drafts;
		this.units = units;
		this.people = people;
	}

	/** A page of what the actor reads. */
	KeyPage<ItemLine> page(Actor actor, ItemFilter filter, @Nullable String after, int rows) {
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		Map<UnitId, String> names = names();
		Set<UnitId> reach = Drafts.reach(actor);
		Set<UnitId> only = reach.containsAll(names.keySet()) ? null : reach;
		KeyPage<NewsItem> items = KeyPage.of(this.drafts.list(only, filter, before, rows + 1), rows,
				(item) -> Cursor.of(item.id()));
		Map<Long, String> people = people(items.rows().stream().map(NewsItem::changedBy).collect(Collectors.toSet()));
		return new KeyPage<>(items.rows()
			.stream()
			.map((item) -> new ItemLine(item, names.getOrDefault(new UnitId(item.unitId()), ""),
					people.getOrDefault(item.changedBy(), SYSTEM)))
			.toList(), items.next());
	}

	/** The units for which the actor may begin an item, one's own first. */
	Map<Long, String> writable(Actor actor) {
		Map<Long, String> names = new LinkedHashMap<>();
		actor.grants()
			.stream()
			.map((grant) -> grant.unit())
			.filter((unit) -> Drafts.mayWrite(actor, unit.value()))
			.forEach((unit) -> this.units.find(unit).ifPresent((found) -> names.put(unit.value(), found.name())));
		for (Unit unit : this.units.all()) {
			if (unit.open() && Drafts.mayWrite(actor, unit.id().value())) {
				names.putIfAbsent(unit.id().value(), unit.name());
			}
		}
		return names;
	}

	/** All units that the actor reads. */
	Map<Long, String> readable(Actor actor) {
		Set<UnitId> reach = Drafts.reach(actor);
		Map<Long, String> names = new LinkedHashMap<>();
		names().forEach((id, name) -> {
			if (reach.contains(id)) {
				names.put(id.value(), name);
			}
		});
		return names;
	}

	/** What people are called. */
	Map<Long, String> people(Set<Long> ids) {
		return this.people.namesOf(ids);
	}

	/** What a person is called. */
	String person(long id) {
		return people(Set.of(id)).getOrDefault(id, SYSTEM);
	}

	/** What a unit is called. */
	String unit(long id) {
		return this.units.find(new UnitId(id)).map(Unit::name).orElse("");
	}

	private Map<UnitId, String> names() {
		Map<UnitId, String> names = new LinkedHashMap<>();
		this.units.all().forEach((unit) -> names.put(unit.id(), unit.name()));
		return names;
	}

}
