package cn.mentougou.education.office.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Today is 20 May 2026. */
@DeskTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class CalendarDeskTests {

	private static final Actor CLERK = actor(Role.DISCLOSURE_CLERK);

	@Autowired
	private CalendarMapper mapper;

	@Autowired
	private Audit audit;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	private final List<Object> events = new ArrayList<>();

	private CurrentCalendar current;

	private CalendarDesk desk;

	private WorkingDays workingDays;

	private static Actor actor(Role role) {
		return new Actor(Actor.Kind.STAFF, 41, "孙经办", List.of(new Grant(role, new UnitId(1), Set.of(), null)),
				"192.0.2.1");
	}

	@BeforeEach
	void open() {
		this.jdbc.sql("DELETE FROM audit_entry").update();
		this.current = instance();
		this.workingDays = new WorkingDays(this.current);
		this.desk = new CalendarDesk(this.mapper, this.current, this.audit, this.events::add, this.transactions,
				this.clock);
	}

	@AfterEach
	void asItWasSeeded() {
		this.current.stop();
		this.jdbc.sql("DELETE FROM work_calendar WHERE list_year >= 2026").update();
		this.jdbc.sql("DELETE FROM work_calendar_list WHERE list_year > 2026").update();
		YearList seed = this.desk.imported(2026, 1);
		this.mapper.insertDays(2026, seed.days());
		this.jdbc.sql("UPDATE work_calendar_list SET version = 1, source_doc = ? WHERE list_year = 2026")
			.param(seed.source())
			.update();
		this.jdbc.sql("DELETE FROM work_calendar_import WHERE version > 1 OR list_year > 2026").update();
		this.jdbc.sql("UPDATE work_calendar_list SET version = 1").update();
		this.mapper.raiseVersion();
	}

	private CurrentCalendar instance() {
		return new CurrentCalendar(this.mapper, CalendarConfiguration.snapshot(this.transactions),
				Duration.ofMillis(100));
	}

	private static YearList of2027(String... lines) {
		return YearList.of(2027, "关于2027年部分节假日安排的通知", String.join("\n", lines));
	}

	/** The list of 2026 with other days added or put in their place. */
	private YearList of2026(String... lines) {
		List<CalendarDay> days = new ArrayList<>(this.desk.list(2026).days());
		for (CalendarDay day : YearList.of(2026, "", String.join("\n", lines)).days()) {
			days.removeIf((one) -> one.on().equals(day.on()));
			days.add(day);
		}
		return new YearList(2026, this.desk.list(2026).source(), days);
	}

	private List<String> audited() {
		return this.jdbc.sql("SELECT CONCAT(actor_id, ' ', action, ' ', object_id, '\n', details) FROM audit_entry")
			.query(String.class)
			.list();
	}

	@Test
	void importOfANewYearMakesItsDaysDefinite() {
		LocalDate start = LocalDate.of(2026, 12, 25);
		DueDate before = this.workingDays.addWorkingDays(start, 10);
		YearList list = of2027("2026-12-31,OFF,元旦", "2027-01-01,OFF,元旦", "2027-01-02,OFF,元旦", "2027-01-03,WORK,元旦调休");
		Preview preview = this.desk.preview(list);
		assertThat(preview.changes()).extracting((change) -> change.on() + " " + change.worked())
			.containsExactly("2026-12-31 false", "2027-01-01 false", "2027-01-03 true");
		assertThat(preview.definite()).isTrue();

		this.desk.importList(CLERK, list, 0, false);
		DueDate after = this.workingDays.addWorkingDays(start, 10);
		assertThat(before.on()).isEqualTo("2027-01-08");
		assertThat(before.provisional()).isTrue();
		assertThat(after.on()).isEqualTo("2027-01-11");
		assertThat(after.provisional()).isFalse();
		assertThat(this.events).containsExactly(new CalendarChanged(Set.of(2026, 2027), after.calendarVersion()));
		assertThat(audited()).singleElement()
			.asString()
			.startsWith("41 calendar.year-imported 2027\n")
			.contains("changed-days=3", "version=1")
			.doesNotContain("past");
		assertThat(this.desk.imports(2027)).singleElement().extracting(CalendarMapper.ImportRow::list).isEqualTo(list);
	}

	@Test
	void importThatChangesPastDaysAsksAndIsAudited() {
		YearList list = of2026("2026-03-02,OFF,临时放假", "2026-06-22,OFF,端午节");
		assertThat(this.desk.preview(list).pastChanges()).extracting(Preview.Change::on)
			.containsExactly(LocalDate.of(2026, 3, 2));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> this.desk.importList(CLERK, list, 1, false))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("calendar.past-not-confirmed"));
		assertThat(this.workingDays.isWorkingDay(LocalDate.of(2026, 6, 22))).isTrue();
		assertThat(this.events).isEmpty();
		assertThat(audited()).isEmpty();

		this.desk.importList(CLERK, list, 1, true);
		assertThat(this.workingDays.isWorkingDay(LocalDate.of(2026, 3, 2))).isFalse();
		assertThat(audited()).singleElement()
			.asString()
			.contains("changed-days=2", "past-days=1", "past-1=20260302-", "version=2");
	}

	@Test
	void manyPastDaysFitIntoTheAudit() {
		YearList wrong = YearList.of(2013, "", "2013-01-01,OFF,元旦");
		int version = this.desk.preview(wrong).version();
		this.desk.importList(CLERK, wrong, version, true);
		this.desk.importList(CLERK, this.desk.imported(2013, 1), version + 1, true);
		assertThat(audited()).hasSize(2)
			.allSatisfy((row) -> assertThat(row).contains("past-days=34", "past-1=20130102", "past-2=")
				.doesNotContain("past-3"));
	}

	@Test
	void twoPeopleCannotOverwriteEachOther() {
		YearList one = of2026("2026-06-22,OFF,端午节");
		YearList other = of2026("2026-06-23,OFF,端午节");
		this.desk.importList(CLERK, one, 1, false);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.desk.importList(CLERK, other, 1, false))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("calendar.changed-meanwhile"));
		assertThat(this.workingDays.isWorkingDay(LocalDate.of(2026, 6, 23))).isTrue();
	}

	@Test
	void oldListIsImportedAgain() {
		YearList seed = this.desk.list(2026);
		this.desk.importList(CLERK, of2026("2026-06-22,OFF,端午节"), 1, false);
		this.desk.importList(CLERK, this.desk.imported(2026, 1), 2, false);
		assertThat(this.desk.list(2026)).isEqualTo(seed);
		assertThat(this.desk.imports(2026)).extracting(CalendarMapper.ImportRow::version).containsExactly(3, 2, 1);
	}

	@Test
	void sameListOnceMoreIsRefused() {
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.desk.importList(CLERK, this.desk.list(2026), 1, true));
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.desk.list(2027));
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.desk.imported(2026, 9));
	}

	@Test
	void decemberOfTheYearBeforeStaysWhenThatYearIsImportedAgain() {
		this.desk.importList(CLERK, of2027("2026-12-31,OFF,元旦", "2027-01-01,OFF,元旦"), 0, false);
		this.desk.importList(CLERK, of2026("2026-06-22,OFF,端午节"), 1, false);
		assertThat(this.workingDays.isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
		assertThat(this.desk.list(2026).days()).extracting(CalendarDay::on).doesNotContain(LocalDate.of(2026, 12, 31));
	}

	@Test
	void otherInstanceLearnsOfTheChange() {
		CurrentCalendar other = instance();
		WorkingDays there = new WorkingDays(other);
		assertThat(there.hasDataFor(2027)).isFalse();
		other.start();
		try {
			this.desk.importList(CLERK, of2027("2027-01-01,OFF,元旦"), 0, false);
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> there.hasDataFor(2027));
			assertThat(there.version()).isEqualTo(this.workingDays.version());
		}
		finally {
			other.stop();
		}
	}

	@Test
	void missingListIsRememberedFromNovember() {
		CalendarConfiguration.Reminder today = new CalendarConfiguration.Reminder(this.workingDays);
		assertThat(today.entriesFor(CLERK, LocalDate.of(2026, 10, 31))).isEmpty();
		assertThat(today.entriesFor(CLERK, LocalDate.of(2026, 11, 1))).singleElement().satisfies((entry) -> {
			assertThat(entry.kind()).isEqualTo(TodayEntry.Kind.WAITING);
			assertThat(entry.title()).startsWith("请导入 2027 年的放假安排");
			assertThat(entry.href()).isEqualTo("/console/calendar/import?year=2027");
		});
		assertThat(today.entriesFor(actor(Role.SYSTEM_ADMINISTRATOR), LocalDate.of(2026, 12, 1))).singleElement()
			.extracting(TodayEntry::kind)
			.isEqualTo(TodayEntry.Kind.ALARM);
		assertThat(today.entriesFor(actor(Role.EDITOR), LocalDate.of(2026, 12, 1))).isEmpty();
		assertThat(today.entriesFor(CLERK, LocalDate.of(2027, 2, 1))).singleElement()
			.extracting(TodayEntry::kind)
			.isEqualTo(TodayEntry.Kind.ALARM);
		this.desk.importList(CLERK, of2027("2027-01-01,OFF,元旦"), 0, false);
		assertThat(today.entriesFor(CLERK, LocalDate.of(2026, 12, 1))).isEmpty();
	}

	@Test
	void yearIsShownMonthByMonth() {
		YearView view = YearView.of(this.current.get(), 2026, LocalDate.of(2026, 5, 20));
		assertThat(view.workingDays()).isEqualTo(248);
		YearView.Month february = view.months().get(1);
		assertThat(february.first()).isEqualTo(7);
		assertThat(february.workingDays()).isEqualTo(16);
		assertThat(february.days().get(13)).isEqualTo(new YearView.Day(14, "exchanged", "班", "调休上班", false));
		assertThat(february.days().get(15)).isEqualTo(new YearView.Day(16, "free", "休", "春节", false));
		assertThat(view.months().get(4).days().get(19).today()).isTrue();
	}

}
