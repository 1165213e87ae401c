package cn.mentougou.education.office.calendar;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarFileTests {

	private static final String GOOD = "2027-01-01,OFF,元旦\n2027-02-20,WORK,春节调休\n";

	private static List<String> faults(String text) {
		return CalendarFile.read(2027, "", text)
			.faults()
			.stream()
			.map((fault) -> fault.line() + " " + fault.code().replace("calendar.", ""))
			.toList();
	}

	private static YearList list(String text) {
		CalendarFile.Reading reading = CalendarFile.read(2027, "", text);
		assertThat(reading.faults()).isEmpty();
		return reading.list();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-01-01,OFF,元旦\n2027-02-20,WORK,春节调休\n",
			"\uFEFFdate,kind,name\r\n2027-01-01,OFF,元旦\r\n\r\n2027-02-20,WORK,春节调休",
			"日期,类型,名称\n2027年1月1日,休,元旦\n2027/2/20,班,春节调休", "# 2027\n2027.1.1\t放假\t元旦\n2027-2-20\t调休上班\t春节调休",
			"\"2027-02-20\",\"work\",\"春节调休\"\n2027-01-01,off,元旦" })
	void spreadsheetsOfEveryKindAreRead(String text) {
		assertThat(list(text).text()).isEqualTo(GOOD);
	}

	@Test
	void ownJsonIsRead() {
		YearList list = list("""
				{"year": 2027, "source": "关于2027年部分节假日安排的通知", "days": [
				  {"date": "2027-02-20", "kind": "WORK", "name": "春节调休"},
				  {"date": "2027-01-01", "kind": "OFF", "name": "元旦", "more": [1, {"a": 2}]}
				]}""");
		assertThat(list.text()).isEqualTo(GOOD);
		assertThat(list.source()).isEqualTo("关于2027年部分节假日安排的通知");
	}

	@Test
	void fileOfHolidayCnIsRead() {
		YearList list = list("""
				{"$schema": "https://example.org/schema.json", "year": 2027, "papers": ["https://example.org/a"],
				 "days": [
				  {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
				  {"name": "元旦", "date": "2027-01-02", "isOffDay": true},
				  {"name": "春节", "date": "2027-02-20", "isOffDay": false},
				  {"name": "春节", "date": "2027-02-22", "isOffDay": false}
				]}""");
		assertThat(list.text()).as("a Monday that is worked needs no word")
			.isEqualTo("2027-01-01,OFF,元旦\n2027-01-02,OFF,元旦\n2027-02-20,WORK,春节\n");
	}

	@Test
	void bothListsOfTheFirstDataAreRead() {
		assertThat(list("""
				{"2026": {"offWeekdays": ["2026-01-01"], "workWeekends": []},
				 "2027": {"offWeekdays": ["2027-01-01"], "workWeekends": ["2027-02-20"]}}""").text())
			.isEqualTo("2027-01-01,OFF,放假\n2027-02-20,WORK,调休上班\n");
	}

	@Test
	void everyFaultOfASpreadsheetIsNamedWithItsLine() {
		assertThat(faults("""
				date,kind,name
				2027-01-01,OFF,元旦
				2027-02-30,OFF,春节
				tomorrow,OFF,春节
				2028-01-01,OFF,元旦
				2026-11-30,OFF,元旦
				2027-01-01,WORK,元旦
				2027-02-22,WORK,春节
				2027-05-01,HOLIDAY,劳动节
				2027-05-03,OFF,<script>alert(1)</script>
				2027-05-04,OFF,=HYPERLINK("http://example.org")
				2027-10-02
				""")).containsExactly("3 bad-date", "4 bad-date", "5 wrong-year", "6 wrong-year", "7 twice",
				"8 weekday-worked", "9 unknown-kind", "10 bad-name", "11 bad-name", "12 unknown-kind");
	}

	@Test
	void everyFaultOfJsonIsNamedWithItsLine() {
		assertThat(faults("""
				{"year": 2027,
				 "days": [
				  {"date": "2027-01-01", "kind": "OFF", "name": "元旦"},
				  {"date": "2027-13-01", "kind": "OFF", "name": "元旦"},

				  {"date": "2027-01-01", "kind": "OFF", "name": "元旦"},
				  {"date": 5, "kind": ["OFF"], "name": null}
				 ]}""")).containsExactly("4 bad-date", "6 twice", "7 bad-date");
		assertThat(faults("{\"year\": 2027,\n\"days\": [\n{\"date\": \"2027-01-01\",}\n]}"))
			.containsExactly("3 not-json");
		assertThat(faults("{\"year\": 2027,\n\"days\": [")).containsExactly("2 not-json");
		assertThat(faults("{\n\"year\": 2026, \"days\": []}")).containsExactly("2 other-year");
		assertThat(faults("[1, 2]")).containsExactly("1 unknown-shape");
		assertThat(faults("{\"year\": 2027, \"days\": [5]}")).containsExactly("1 unknown-shape");
		assertThat(faults("{\"year\": 99999999999999999999, \"days\": []}")).hasSize(1);
	}

	@Test
	void whatHoldsNoDayOfTheYearIsRefused() {
		assertThat(faults("")).containsExactly("1 file-empty");
		assertThat(faults("{\"2026\": {\"offWeekdays\": [\"2026-01-01\"]}}")).containsExactly("1 file-empty");
		assertThat(faults("x".repeat(CalendarFile.LONGEST + 1))).containsExactly("1 file-too-long");
	}

	@Test
	void noticeIsShortenedAndOneLine() {
		String notice = "通知\u0000\n" + "长".repeat(500);
		assertThat(CalendarFile.read(2027, notice, GOOD).list().source()).hasSize(200).startsWith("通知  长");
	}

	@Test
	void faultsAreShownUpToTwenty() {
		assertThat(faults("nonsense\n".repeat(500))).hasSize(20);
	}

	@Test
	void newYearsHolidayMayBeginInTheDecemberBefore() {
		assertThat(list("2026-12-31,OFF,元旦\n2027-01-01,OFF,元旦").days()).hasSize(2);
	}

	@Test
	void exportIsReadBackAsItWas() {
		YearList list = new YearList(2027, "通知", list(GOOD).days());
		assertThat(list(list.csv()).days()).isEqualTo(list.days());
		assertThat(CalendarFile.read(2027, "", list.json()).list()).isEqualTo(list);
		assertThat(YearList.of(2027, "通知", list.text())).isEqualTo(list);
	}

	@Test
	void missingFixedHolidayIsSeen() {
		assertThat(list(GOOD).missingHolidays()).containsExactly("国庆节");
	}

}
