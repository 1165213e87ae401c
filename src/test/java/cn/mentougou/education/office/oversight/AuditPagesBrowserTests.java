package cn.mentougou.education.office.oversight;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the audit. */
class AuditPagesBrowserTests extends BrowserSite {

	private static final Actor SECURITY = new Actor(Actor.Kind.STAFF, 12, "赵安全", List.of(), "203.0.113.7");

	@Autowired
	private Audit audit;

	@BeforeEach
	void act() {
		for (int i = 0; i < 60; i++) {
			this.audit.recordAlone(AuditEntry.done(SECURITY, "unit.renamed", "unit", 1000 + i));
		}
		this.audit.recordAlone(AuditEntry.done(SECURITY, "staff.role-given", "person", 99).with("role", "EDITOR"));
		this.audit.recordAlone(AuditEntry.refused(SECURITY, "staff.role-given", "person", 12).with("role", "REVIEWER"));
		as(Role.AUDIT_ADMINISTRATOR);
	}

	@Test
	void auditIsReadFilteredAndVerifiedByMouse() {
		this.browser.click(".side a", "审计").find("h1", "审计");
		this.browser.find("td", "岗位：保密审查员");
		this.browser.type("[name=action]", "unit.renamed").click(".filter button", "筛选");
		this.browser.until("the list is filtered", () -> !listSays("保密审查员") && listSays("单位 1059"));
		this.browser.click(".paging a", "下一页").find("td", "单位 1009");
		this.browser.click(".paging a", "回到第一页").find("td", "单位 1059");
		this.browser.until("everything is sealed", () -> {
			this.clock.advance(Duration.ofSeconds(3));
			return this.browser.visit(at("/console/audit?action=unit.renamed")).count("td[data-label=封存]") > 0;
		});
		this.browser.click(".actions button", "核对整条链").find(".note.good", "审计链完整");
		this.browser.screenshot("audit-verified");
		this.browser.visit(at("/console/audit?action=unit.renamed")).find(".note.good", "上次核对");
		this.browser.screenshot("audit-filtered");
		this.browser.click(".actions a", "每日定锚").find("h1", "每日定锚");
		// A filter that is typed on replaces the request before it, and htmx says so.
		assertThat(this.browser.complaints()).filteredOn((complaint) -> !complaint.contains("htmx:")).isEmpty();
	}

	private boolean listSays(String words) {
		return Boolean.TRUE
			.equals(this.browser.run("return document.getElementById('list').innerText.includes(arguments[0])", words));
	}

	@Test
	void chainIsVerifiedByKeyboardAlone() {
		this.browser.visit(at("/console/audit")).find("h1", "审计");
		tabTo("核对整条链");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note.good", "审计链完整");
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		for (String page : List.of("/console/audit", "/console/audit?person=x", "/console/audit?person=4711",
				"/console/audit/anchors")) {
			look(page);
		}
	}

}
