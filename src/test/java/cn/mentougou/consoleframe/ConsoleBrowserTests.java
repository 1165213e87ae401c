package cn.mentougou.consoleframe;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The frame as people see and use it, with a desk of the tests inside. */
@Tag("engine")
@SpringBootTest(classes = ConsoleSite.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConsoleBrowserTests {

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = Browser.open().sized(1366, 768);
		signIn(Role.DISCLOSURE_CLERK);
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	private void signIn(Role role) {
		this.browser.visit(at("/console/nothing")).run("document.cookie = 'role=" + role + ";path=/'");
		// That there is no such page is no complaint.
		this.browser.complaints();
	}

	@Test
	void frameIsUsedByMouse() {
		this.browser.visit(at("/console")).find("h1", "今日");
		this.browser.click(".entries a", "第 2026-003 号").find("h1", "作废第 3 号登记？");
		this.browser.click("button.danger", "作废").find(".note.good", "第 3 号已作废");
		this.browser.click(".side a", "依申请公开").find(".side a[aria-current]", "依申请公开");
		this.browser.type(".filter [name=title]", "第 12");
		this.browser.until("the list follows the filter", () -> this.browser.count("#list tbody tr") == 2);
		this.browser.click(".filter .button", "清除")
			.until("all are back", () -> this.browser.count("#list tbody tr") == 50);
		this.browser.click(".paging a", "下一页").find("#list td", "2026-051");
		this.browser.type("#find", "大峪").click(".find button").find(".entries a", "大峪第一小学");
		this.browser.click("details.help summary", "这个页面怎么用").click("details.help a", "全部说明").find("h1", "帮助");
		this.browser.click(".me summary", "王小明").find(".roles", "信息公开经办人");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void frameIsUsedByKeyboardAlone() {
		this.browser.visit(at("/console")).find("h1", "今日");
		press(Keys.TAB);
		assertThat(focused()).isEqualTo("跳到正文");
		press(Keys.ENTER, Keys.TAB);
		assertThat(focused()).contains("没有运行");
		press("/", "大峪", Keys.ENTER);
		this.browser.find("h1", "“大峪”的搜索结果");
		tabTo("依申请公开");
		press(Keys.ENTER);
		this.browser.find("h1", "依申请公开");
		tabTo("登记申请");
		press(Keys.ENTER);
		this.browser.find("h1", "登记申请");
		tabTo("保存");
		press(Keys.ENTER);
		this.browser.find(".note.bad", "没有保存");
		tabTo("这个页面怎么用");
		press(Keys.ENTER);
		tabTo("全部说明");
		press(Keys.ENTER);
		this.browser.find("h1", "帮助");
	}

	private void press(CharSequence... keys) {
		for (CharSequence key : keys) {
			this.browser.press(key);
		}
	}

	private void tabTo(String words) {
		for (int step = 0; step < 60; step++) {
			if (focused().startsWith(words)) {
				return;
			}
			press(Keys.TAB);
		}
		throw new AssertionError("no way by keyboard to " + words);
	}

	private String focused() {
		return String.valueOf(this.browser.run("return document.activeElement.innerText || ''")).strip();
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		List<String> pages = List.of("/console", "/console/search?q=大峪", "/console/search?q=无", "/console/help",
				"/console/sample", "/console/sample?title=无", "/console/sample?after=x", "/console/sample/new",
				"/console/sample/12", "/console/sample/refused/bug", "/console/sample/status/401", "/console/nothing");
		for (String page : pages) {
			look(page);
		}
	}

	@Test
	void darkWindowsAreReadableToo() {
		for (String page : List.of("/console", "/console/sample", "/console/sample/new", "/console/sample/12")) {
			this.browser.dark().visit(at(page)).find(".me");
			assertThat(this.browser.barriers()).as(page).isEmpty();
			this.browser.screenshot(page.replaceAll("[^a-z0-9]+", "-").substring(1) + "-dark");
		}
	}

	private void look(String page) {
		String name = page.replaceAll("[^a-z0-9]+", "-").substring(1);
		this.browser.sized(1366, 768).visit(at(page)).find(".me");
		assertThat(this.browser.barriers()).as(page).isEmpty();
		this.browser.screenshot(name);
		this.browser.sized(360, 740);
		assertThat(this.browser.barriers()).as(page + " on a phone").isEmpty();
		this.browser.screenshot(name + "-phone");
		assertThat(this.browser.run("return document.documentElement.scrollWidth")).as("width of " + page)
			.isEqualTo(360L);
		assertThat(this.browser.complaints()).filteredOn((complaint) -> !complaint.contains("status of"))
			.as(page)
			.isEmpty();
	}

}
