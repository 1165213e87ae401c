package cn.mentougou.education.wechat.scene;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes are made, looked at and withdrawn in a browser. The platform is out of reach. */
class SceneBrowserTests extends BrowserSite {

	private static final String PAGE = "/console/scene-codes";

	@Autowired
	private SceneQrCodes codes;

	private String title;

	@BeforeEach
	void come() {
		this.title = "海报 " + System.nanoTime() % 1_000_000;
		as(Role.EDITOR);
	}

	@Test
	void posterIsMadeAndWithdrawnByMouse() {
		this.browser.click(".side a", "二维码").find("h1", "二维码");
		this.browser.click(".actions a", "生成二维码").find("h1", "生成二维码");
		choose("kind", "海报");
		choose("unit", "门头沟区教育委员会");
		this.browser.type("[name=title]", this.title).type("[name=note]", "周五下午两点，欢迎家长参加。");
		this.browser.click(".buttons button", "生成").find(".note.good", "已登记");
		issue();
		this.browser.visit(String.valueOf(this.browser.run("return location.href"))).find("svg.qr[role=img]");
		this.browser.find(".actions a", "下载海报（A4）");
		this.browser.screenshot("scene-code");
		this.browser.click("main p a", "看这个码的扫码统计").find("h1", this.title);
		this.browser.click(".actions a", "看这个二维码").find("h1", this.title);
		this.browser.click("main p a", "停用这个二维码").find("h1", "停用");
		this.browser.click("main button", "停用").find(".note.good", "已停用");
		this.browser.click(".buttons button", "重新启用").find(".note.good", "已重新启用");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void posterIsMadeByKeyboardAlone() {
		this.browser.visit(at(PAGE)).find("h1", "二维码");
		tabTo("生成二维码");
		this.browser.press(Keys.ENTER);
		this.browser.find("h1", "生成二维码");
		this.browser.run("document.querySelector('[name=kind]').focus()");
		this.browser.press("其");
		this.browser.press(Keys.TAB);
		this.browser.press("门");
		this.browser.press(Keys.TAB);
		this.browser.press(this.title);
		tabTo("生成");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note.good", "已登记");
		this.browser.find("h1", this.title);
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		long id = this.codes
			.order(Actor.system("test"),
					new SceneDraft(SceneKind.POSTER, this.district.commission(), this.title, "欢迎", true, null))
			.value();
		issue();
		this.jdbc.sql("INSERT INTO scene_tally (code_id, day, follows, scans) VALUES (?, ?, 3, 4)")
			.params(id, LocalDate.now(this.clock))
			.update();
		for (String page : List.of(PAGE, PAGE + "/new", PAGE + "/" + id, PAGE + "/" + id + "/withdraw",
				PAGE + "/statistics", PAGE + "/statistics?code=" + id, "/service-account")) {
			look(page);
		}
	}

	private void issue() {
		this.jdbc.sql("""
				UPDATE scene_code
				SET state = 'ISSUED', ticket = 'gQ', url = 'http://weixin.qq.com/q/02kZxL5sXndHk10000M07f',
					issued_at = created_at, due_at = NULL, reason = NULL
				WHERE title = ?
				""").param(this.title).update();
	}

}
