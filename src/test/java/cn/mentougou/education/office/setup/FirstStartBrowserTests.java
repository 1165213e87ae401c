package cn.mentougou.education.office.setup;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.EngineTest;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;

import static org.assertj.core.api.Assertions.assertThat;

/** The first start as three people live through it, on a database where nobody is yet. */
@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "education.job.enabled=false" })
class FirstStartBrowserTests {

	private static final String PASSWORD = "lantern-moss-47-quiet";

	@Autowired
	private Setup setup;

	@Autowired
	private JdbcClient jdbc;

	@Value("${local.server.port}")
	private int port;

	@DynamicPropertySource
	static void emptyDatabase(DynamicPropertyRegistry registry) {
		MariaDb mariaDb = Engines.shared().mariaDb();
		String name = mariaDb.newDatabase();
		registry.add("spring.datasource.url", () -> "jdbc:mysql://127.0.0.1:" + mariaDb.port() + "/" + name);
		registry.add("spring.datasource.username", () -> MariaDb.USER);
		registry.add("spring.datasource.password", mariaDb::password);
	}

	@Test
	void threePeopleMakeThemselvesTheThreeAdministrators() {
		List<String> links = begin();
		assertThat(links).hasSize(3);
		byMouse(links.get(0), "赵一", "13800000001", "zhaoyi");
		byKeyboard(links.get(1), "钱二", "13800000002", "qianer");
		try (Browser third = Browser.open().sized(360, 740)) {
			fill(third.visit(links.get(2)), "孙三", "13800000003", "sunsan");
			assertThat(third.barriers()).isEmpty();
			third.screenshot("setup-administrator-phone");
			third.click(".buttons button", "完成").find("p", "您现在是审计管理员");
			third.visit(links.get(0)).find("h1", "不能使用这个链接");
			third.screenshot("setup-refused-phone");
			third.visit(links.get(2)).find("h1", "不能使用这个链接");
		}
		assertThat(this.setup.missing()).isEmpty();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'setup.administrator-made'")
			.query(Long.class)
			.single()).isEqualTo(3);
	}

	/** The first page, by keyboard alone: it yields the three links. */
	@SuppressWarnings("unchecked")
	private List<String> begin() {
		try (Browser browser = Browser.open().sized(1366, 768)) {
			String link = "http://127.0.0.1:" + this.port + SetupController.PATH + "?link="
					+ this.setup.newBeginning().text();
			browser.visit(link).find("h1", "首次设置");
			assertThat(browser.barriers()).isEmpty();
			browser.screenshot("setup-begin");
			tab(browser, "commission").press("门头沟区教育委员会");
			browser.press(Keys.ENTER).find("h1", "请把链接分别交给不同的人");
			assertThat(browser.barriers()).isEmpty();
			assertThat(browser.complaints()).isEmpty();
			browser.screenshot("setup-links");
			return (List<String>) browser
				.run("return [...document.querySelectorAll('dd code')].map((code) => code.innerText)");
		}
	}

	private static void byMouse(String link, String name, String phone, String username) {
		try (Browser browser = Browser.open().sized(1366, 768)) {
			fill(browser.visit(link), name, phone, username);
			browser.click(".buttons button", "完成").find("p", "您现在是系统管理员");
			assertThat(browser.complaints()).isEmpty();
			browser.click(".buttons a", "去登录").find("h1", "登录");
		}
	}

	private static void fill(Browser browser, String name, String phone, String username) {
		browser.type("#name", name).type("#phone", phone).type("#username", username);
		browser.type("#password", PASSWORD).type("#again", PASSWORD);
	}

	private static void byKeyboard(String link, String name, String phone, String username) {
		try (Browser browser = Browser.open().sized(1366, 768)) {
			browser.visit(link).find("h1", "设置安全管理员");
			tab(browser, "name").press(name);
			tab(browser, "phone").press(phone);
			tab(browser, "username").press(username);
			tab(browser, "password").press(PASSWORD);
			tab(browser, "again").press(PASSWORD);
			browser.press(Keys.ENTER).find("p", "您现在是安全管理员");
		}
	}

	private static Browser tab(Browser browser, String field) {
		for (int step = 0; step < 30; step++) {
			if (field.equals(browser.run("return document.activeElement.name || ''"))) {
				return browser;
			}
			browser.press(Keys.TAB);
		}
		throw new AssertionError("no way by keyboard into " + field);
	}

}
