package cn.mentougou.education.newsroom.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;

/** Counts the items and the pushes of a year. */
@Component
class YearCounts {

	private final FactMapper mapper;

	private final Plans plans;

	private final Units units;

	private final Clock clock;

	YearCounts(FactMapper mapper, Plans plans, Units units, Clock clock) {
		this.mapper = mapper;
		this.plans = plans;
		this.units = units;
		this.clock = clock;
	}

	/** The years that have something, and this one, the latest first. */
	List<Integer> years() {
		Set<Integer> years = new TreeSet<>(this.mapper.years());
		years.add(Year.now(this.clock).getValue());
		List<Integer> all = new ArrayList<>(years);
		Collections.reverse(all);
		return all;
	}

	@Transactional(readOnly = true)
	YearCount of(int year) {
		LocalDate first = LocalDate.of(year, 1, 1);
		LocalDate last = LocalDate.of(year, 12, 31);
		List<PlanView> pushes = this.plans.between(start(first), start(last.plusDays(1)))
			.stream()
			.filter((plan) -> plan.state() == PlanState.SENT)
			.toList();
		List<Long> pushed = pushes.stream().flatMap(YearCounts::items).distinct().toList();
		Map<Long, FactMapper.Fact> facts = this.mapper.facts(first, last, pushed)
			.stream()
			.collect(Collectors.toMap(FactMapper.Fact::itemId, Function.identity()));
		Map<Long, List<String>> boards = boards(facts.keySet());
		List<FactMapper.Fact> shown = facts.values()
			.stream()
			.filter((fact) -> fact.shownOn().getYear() == year)
			.toList();
		Counting counting = new Counting(shown, pushes, facts);
		Map<Long, String> names = this.units.all()
			.stream()
			.collect(Collectors.toMap((unit) -> unit.id().value(), Unit::name));
		return new YearCount(year, shown.size(),
				(int) shown.stream().filter((fact) -> fact.withdrawnOn() != null).count(), pushes.size(),
				(int) pushes.stream().flatMap(YearCounts::items).count(),
				counting.lines(levels(), (fact) -> List.of(NewsLevel.valueOf(fact.level()).title())),
				counting.lines(List.of(), (fact) -> boards.getOrDefault(fact.itemId(), List.of("没有栏目"))),
				counting.lines(List.of(), (fact) -> List.of(name(fact, names))), months(shown, pushes));
	}

	private static List<String> levels() {
		return Stream.of(NewsLevel.values()).map(NewsLevel::title).toList();
	}

	private static String name(FactMapper.Fact fact, Map<Long, String> names) {
		Long unit = fact.unitId();
		return (unit != null) ? names.getOrDefault(unit, "已撤销的单位") : "没有登记单位";
	}

	private Map<Long, List<String>> boards(Collection<Long> items) {
		return items.isEmpty() ? Map.of()
				: this.mapper.boards(List.copyOf(items))
					.stream()
					.collect(Collectors.groupingBy(FactMapper.BoardFact::itemId,
							Collectors.mapping(FactMapper.BoardFact::board, Collectors.toList())));
	}

	private List<YearCount.Line> months(List<FactMapper.Fact> shown, List<PlanView> pushes) {
		return IntStream.rangeClosed(1, 12).mapToObj((month) -> {
			List<PlanView> those = pushes.stream()
				.filter((plan) -> LocalDate.ofInstant(plan.slot(), this.clock.getZone()).getMonthValue() == month)
				.toList();
			return new YearCount.Line(month + " 月",
					(int) shown.stream().filter((fact) -> fact.shownOn().getMonthValue() == month).count(),
					those.size(), (int) those.stream().flatMap(YearCounts::items).count());
		}).toList();
	}

	private Instant start(LocalDate day) {
		return day.atStartOfDay(this.clock.getZone()).toInstant();
	}

	private static Stream<Long> items(PlanView plan) {
		return plan.items().stream().map((item) -> item.id().value());
	}

	/** The items shown and the pushes sent, to be grouped. */
	private record Counting(List<FactMapper.Fact> shown, List<PlanView> pushes, Map<Long, FactMapper.Fact> facts) {

		/** One line for each group, those of the list even if they have nothing. */
		List<YearCount.Line> lines(List<String> always, Function<FactMapper.Fact, List<String>> groups) {
			Map<String, int[]> counts = new LinkedHashMap<>();
			always.forEach((name) -> counts.put(name, new int[3]));
			for (FactMapper.Fact fact : this.shown) {
				groups.apply(fact).forEach((name) -> counts.computeIfAbsent(name, (key) -> new int[3])[0]++);
			}
			for (PlanView push : this.pushes) {
				List<String> of = items(push).map(this.facts::get)
					.filter(Objects::nonNull)
					.flatMap((fact) -> groups.apply(fact).stream())
					.toList();
				of.forEach((name) -> counts.computeIfAbsent(name, (key) -> new int[3])[2]++);
				new LinkedHashSet<>(of).forEach((name) -> counts.computeIfAbsent(name, (key) -> new int[3])[1]++);
			}
			return counts.entrySet()
				.stream()
				.map((entry) -> new YearCount.Line(entry.getKey(), entry.getValue()[0], entry.getValue()[1],
						entry.getValue()[2]))
				.toList();
		}

	}

}
