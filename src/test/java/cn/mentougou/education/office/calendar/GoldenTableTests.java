package cn.mentougou.education.office.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The seeded lists against the tables that were counted elsewhere. */
@MapperTest
class GoldenTableTests {

	@Autowired
	private CalendarMapper mapper;

	@Autowired
	private PlatformTransactionManager transactions;

	private WorkingDays workingDays;

	@BeforeEach
	void fromTheSeed() {
		this.workingDays = new WorkingDays(new CurrentCalendar(this.mapper,
				CalendarConfiguration.snapshot(this.transactions), Duration.ofHours(1)));
	}

	private static JsonNode table(String name) {
		try (InputStream file = GoldenTableTests.class.getResourceAsStream(name)) {
			return JsonMapper.shared().readTree(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Stream<DeadlineCase> deadlines() {
		return table("deadline-cases.json").values()
			.stream()
			.map((row) -> new DeadlineCase(row.get("id").asString(), row.get("rule").asString(),
					LocalDate.parse(row.get("start").asString()), row.get("workingDays").asInt(),
					LocalDate.parse(row.get("due").asString())));
	}

	static Stream<LocalDate> fifthWorkingDays() {
		return table("fifth-working-day.json").values()
			.stream()
			.flatMap((year) -> year.values().stream())
			.map((date) -> LocalDate.parse(date.asString()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("deadlines")
	void periodEndsOnTheDayInTheTable(DeadlineCase row) {
		DueDate due = this.workingDays.addWorkingDays(row.start(), row.workingDays());
		assertThat(due).isEqualTo(new DueDate(row.due(), false, 1));
		assertThat(this.workingDays.isWorkingDay(row.due())).isTrue();
		assertThat(this.workingDays.workingDaysBetween(row.start(), row.due())).isEqualTo(row.workingDays());
	}

	@Test
	void tablesAreWhole() {
		assertThat(deadlines()).hasSize(20);
		assertThat(fifthWorkingDays()).hasSize(24);
	}

	@ParameterizedTest
	@MethodSource("fifthWorkingDays")
	void figuresAreDueOnTheFifthWorkingDay(LocalDate date) {
		assertThat(this.workingDays.fifthWorkingDayOf(YearMonth.from(date)).on()).isEqualTo(date);
	}

	@Test
	void everyDayOfFourteenYearsIsAsTheListsSay() {
		Set<LocalDate> free = new HashSet<>();
		Set<LocalDate> worked = new HashSet<>();
		table("workcalendar-2013-2026.json").values().forEach((year) -> {
			year.get("offWeekdays").values().forEach((date) -> free.add(LocalDate.parse(date.asString())));
			year.get("workWeekends").values().forEach((date) -> worked.add(LocalDate.parse(date.asString())));
		});
		List<LocalDate> days = LocalDate.of(2013, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).toList();
		assertThat(days).hasSize(5113)
			.allSatisfy((date) -> assertThat(this.workingDays.isWorkingDay(date)).as(date.toString())
				.isEqualTo(CalendarDay.isWeekday(date) ? !free.contains(date) : worked.contains(date)));
	}

	@ParameterizedTest
	@CsvSource({ "2013, 250", "2014, 250", "2015, 249", "2016, 250", "2017, 249", "2018, 250", "2019, 250", "2020, 249",
			"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248" })
	void yearHasAsManyWorkingDaysAsItsListMakes(int year, int count) {
		assertThat(this.workingDays.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
			.isEqualTo(count);
		assertThat(this.workingDays.hasDataFor(year)).isTrue();
	}

	@Test
	void eveOfTheSpringFestivalIsAsTheListSays() {
		assertThat(Stream.of("2024-02-09", "2025-01-27", "2025-01-28").map(LocalDate::parse))
			.extracting(this.workingDays::isWorkingDay)
			.containsExactly(true, true, false);
	}

	@Test
	void periodIntoAYearWithoutAListIsProvisional() {
		assertThat(this.workingDays.hasDataFor(2027)).isFalse();
		assertThat(this.workingDays.addWorkingDays(LocalDate.of(2026, 12, 21), 8).provisional()).isFalse();
		DueDate due = this.workingDays.addWorkingDays(LocalDate.of(2026, 12, 21), 20);
		assertThat(due.on()).isEqualTo("2027-01-18");
		assertThat(due.provisional()).isTrue();
		assertThat(this.workingDays.fifthWorkingDayOf(YearMonth.of(2027, 1)).provisional()).isTrue();
	}

	@Test
	void naturalDaysThatEndOnADayOffEndOnTheNextWorkingDay() {
		assertThat(this.workingDays.addNaturalDays(LocalDate.of(2026, 8, 3), 60).on()).isEqualTo("2026-10-08");
		assertThat(this.workingDays.addNaturalDays(LocalDate.of(2026, 7, 12), 90).on()).as("a Saturday that is worked")
			.isEqualTo("2026-10-10");
		assertThat(this.workingDays.workingDayFrom(LocalDate.of(2026, 1, 31)).on()).isEqualTo("2026-02-02");
		assertThat(this.workingDays.addNaturalDays(LocalDate.of(2026, 11, 5), 57)).as("1 January of an unknown year")
			.isEqualTo(new DueDate(LocalDate.of(2027, 1, 1), true, 1));
	}

	@Test
	void whatIsLeftTurnsNegativeWhenOverdue() {
		LocalDate due = LocalDate.of(2026, 6, 9);
		assertThat(this.workingDays.workingDaysBetween(LocalDate.of(2026, 6, 5), due)).isEqualTo(2);
		assertThat(this.workingDays.workingDaysBetween(due, due)).isZero();
		assertThat(this.workingDays.workingDaysBetween(LocalDate.of(2026, 6, 12), due)).isEqualTo(-3);
	}

	@Test
	void whatIsNoPeriodIsABug() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.workingDays.addWorkingDays(LocalDate.of(2026, 6, 5), 0));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.workingDays.nthWorkingDayOf(YearMonth.of(2026, 2), 20));
		assertThat(this.workingDays.nthWorkingDayOf(YearMonth.of(2026, 2), 16).on()).isEqualTo("2026-02-28");
	}

	@Test
	void countingAsksNoDatabase() {
		Map<String, Integer> asked = new HashMap<>();
		CalendarBook book = new CalendarBook(7, Set.of(2026), Map.of());
		WorkingDays counted = new WorkingDays(() -> {
			asked.merge("book", 1, Integer::sum);
			return book;
		});
		IntStream.rangeClosed(1, 50).forEach((count) -> counted.addWorkingDays(LocalDate.of(2026, 1, 1), count));
		assertThat(asked).containsEntry("book", 50);
	}

	/** A row of the table. */
	record DeadlineCase(String id, String rule, LocalDate start, int workingDays, LocalDate due) {

		@Override
		public String toString() {
			return this.id + " " + this.rule;
		}

	}

}
