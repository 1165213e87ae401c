package cn.mentougou.education.office.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the jobs and of the calendar, on the morning of 20 May 2026. */
class OfficePagesBrowserTests extends BrowserSite {

	private static final String LIST = """
			date,kind,name
			2027-01-01,OFF,元旦
			2027-02-05,OFF,春节
			2027-02-20,WORK,春节调休
			2027-10-01,OFF,国庆节
			""";

	@TempDir
	private Path folder;

	@BeforeEach
	void forgetList() {
		this.jdbc.sql("DELETE FROM work_calendar WHERE list_year = 2027").update();
		this.jdbc.sql("DELETE FROM work_calendar_list WHERE list_year = 2027").update();
		this.jdbc.sql("DELETE FROM work_calendar_import WHERE list_year = 2027").update();
	}

	private String audited(String action) {
		return this.jdbc.sql("SELECT GROUP_CONCAT(object_id) FROM audit_entry WHERE action = ?")
			.param(action)
			.query(String.class)
			.optional()
			.orElse("");
	}

	@Test
	void calendarIsImportedByMouse() throws IOException {
		Path wrong = Files.writeString(this.folder.resolve("wrong.csv"), LIST + "2027-02-30,OFF,春节\n");
		Path right = Files.writeString(this.folder.resolve("right.csv"), LIST);
		as(Role.DISCLOSURE_CLERK).click(".side a", "工作日历").find("h1", "2026 年工作日历");
		this.browser.click(".years a", "2027（未导入）").find(".note.bad", "暂定");
		this.browser.click(".actions a", "导入这一年").find("h1", "导入放假安排");
		this.browser.type("#source", "关于2027年部分节假日安排的通知").type("#file", wrong.toAbsolutePath().toString());
		this.browser.click(".buttons button").find(".note.bad", "第 6 行：“2027-02-30”不是日期");
		this.browser.screenshot("calendar-wrong-file");
		this.browser.find("#text").clear();
		this.browser.type("#file", right.toAbsolutePath().toString()).click(".buttons button");
		this.browser.find("h1", "核对 2027 年的变化");
		this.browser.find("td", "2027-02-20 星期六");
		this.browser.screenshot("calendar-preview");
		this.browser.click(".buttons button", "确认导入").find(".note.good", "已导入 2027 年的放假安排，4 天有变化");
		this.browser.find("td", "现用");
		this.browser.screenshot("calendar-2027");
		assertThat(audited("calendar.year-imported")).contains("2027");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void changeOfPastDaysIsAskedOnceMore() {
		as(Role.SYSTEM_ADMINISTRATOR).visit(at("/console/calendar/import?year=2013"));
		this.browser.type("#text", "2013-01-01,OFF,元旦\n2013-10-01,OFF,国庆节");
		this.browser.click(".buttons button").find("td", "已经过去");
		this.browser.click(".buttons button", "确认导入").find(".note.bad", "还没有导入");
		this.browser.screenshot("calendar-past-days");
		this.browser.click("[name=pastConfirmed]").click(".buttons button", "确认导入").find(".note.good", "已导入 2013 年");
		this.browser.click("td a", "恢复第 1 版").find("td", "2013-01-02 星期三");
		this.browser.click("[name=pastConfirmed]").click(".buttons button", "确认导入").find(".note.good", "已导入 2013 年");
		this.browser.find("dd", "250 天");
	}

	@Test
	void jobIsRunByKeyboardAlone() {
		as(Role.SYSTEM_ADMINISTRATOR).visit(at("/console/jobs")).find("h1", "定时任务");
		tabTo("清理定时任务的运行记录");
		this.browser.press(Keys.ENTER);
		this.browser.find("h1", "清理定时任务的运行记录");
		int runs = this.browser.count("#list tbody tr");
		tabTo("立即运行一次");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note.good", "已安排");
		assertThat(audited("job.run-asked")).isEqualTo("job-history-erasure");
		this.browser.until("the run is there",
				() -> this.browser.visit(at("/console/jobs/job-history-erasure")).count("#list tbody tr") > runs);
		this.browser.find("td", "成功");
		this.browser.visit(at("/console/jobs"));
		assertThat((String) this.browser.run("return [...document.querySelectorAll('td a')].map(a => a.innerText)"
				+ ".filter(title => !/[一-龥]/.test(title)).join()"))
			.as("jobs without a Chinese title")
			.isEmpty();
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void calendarIsReadByKeyboardAlone() {
		as(Role.DISCLOSURE_CLERK).visit(at("/console/calendar")).find("h1", "工作日历");
		tabTo("2014");
		this.browser.press(Keys.ENTER);
		this.browser.find("h1", "2014 年工作日历");
		tabTo("重新导入这一年");
		this.browser.press(Keys.ENTER);
		this.browser.find("h1", "导入放假安排");
		tabTo("看看会有什么变化");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note.bad", "没有找到 2014 年的任何一天");
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		as(Role.SYSTEM_ADMINISTRATOR);
		for (String page : List.of("/console/jobs", "/console/jobs/audit-seal", "/console/calendar",
				"/console/calendar/2027", "/console/calendar/import", "/console/calendar/2026/imports/1")) {
			look(page);
		}
	}

}
