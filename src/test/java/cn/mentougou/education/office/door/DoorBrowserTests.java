package cn.mentougou.education.office.door;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.faultproxy.Behaviour;

import static org.assertj.core.api.Assertions.assertThat;

class DoorBrowserTests extends OfficeSite {

	private Browser browser;

	@BeforeEach
	void openWindow() {
		this.browser = Browser.open().sized(1366, 768);
	}

	@AfterEach
	void closeWindow() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	private void comeIn(Colleague colleague) {
		this.browser.visit(at("/console/sign-in")).type("#username", colleague.username());
		this.browser.type("#password", PASSWORD).click("main button");
		this.browser.find("h1", "输入动态码");
		this.browser.type("#code", code(colleague)).click("main button").find("h1", "今日");
	}

	@Test
	void everythingAtTheDoorGoesByKeyboardAlone() {
		Colleague editor = colleague(Role.EDITOR);
		this.browser.visit(at("/console/myself")).find("h1", "登录");
		look("door-sign-in");
		this.browser.press(editor.username() + Keys.TAB + "wrong-guess-99" + Keys.ENTER);
		this.browser.find("[role=alert]", "用户名或密码不正确");
		look("door-wrong");
		// The name stands there still, and the focus is in the password.
		this.browser.press(PASSWORD + Keys.ENTER);
		this.browser.find("h1", "输入动态码");
		look("door-code");
		this.browser.press(code(editor) + Keys.ENTER);
		this.browser.find("h1", "我的登录");
		look("door-myself");
		this.browser.visit(at("/console/myself/password")).find("h1", "修改密码");
		look("door-own-password");
		this.browser.visit(at("/console/myself/recovery-codes")).type("#current", PASSWORD + Keys.ENTER);
		this.browser.find("h1", "请保存恢复码");
		look("door-own-codes");
		this.browser.visit(at("/console")).click(".me summary").click(".sheet button", "退出登录");
		this.browser.find("[role=status]", "您已退出登录");
		assertThat(this.browser.count("[name=password]")).isOne();
	}

	@Test
	void keeperAdmitsSomebodyWhoComesInForTheFirstTime() {
		Colleague keeper = colleague(Role.SECURITY_ADMINISTRATOR);
		PersonId person = this.district.person("孙初来", this.district.commission());
		this.district.give(person, Role.REVIEWER, this.district.commission());
		comeIn(keeper);
		this.browser.click(".side a", "登录账号").find("h1", "登录账号");
		look("admission-list");
		this.browser.click(".actions a", "开通账号").type("#name", "孙初来").type("#username", "sun.chulai");
		look("admission-new");
		this.browser.click("main button", "开通").find("h1", "初始密码");
		look("admission-one-time-password");
		String initial = this.browser.find("dd:last-of-type code").getText();
		this.browser.click(".buttons a").find("h1", "孙初来");
		look("admission-show");
		this.browser.click(".buttons a", "停用").find("h1", "停用“孙初来”的账号？");
		look("admission-disable");
		this.browser.click(".buttons a", "返回").find("h1", "孙初来");
		this.browser.visit(at("/console")).click(".me summary").click(".sheet button", "退出登录");
		firstTime(initial);
	}

	private void firstTime(String initial) {
		this.browser.find("h1", "登录");
		this.browser.type("#username", "sun.chulai").type("#password", initial).click("main button");
		this.browser.find("h1", "设置新密码");
		look("door-new-password");
		String own = "seven-clouds-over-water";
		this.browser.type("#password", own).type("#again", own).click("main button").find("h1", "绑定手机");
		look("door-second-factor");
		Totp totp = Totp.of(this.browser.find("main code").getText());
		this.browser.type("#code", totp.codeAt(this.clock.instant())).click("main button");
		this.browser.find("h1", "请保存恢复码");
		look("door-recovery-codes");
		assertThat(this.browser.count(".codes li")).isEqualTo(10);
		this.browser.click("a.button").find("h1", "今日");
	}

	@Test
	void outagePageIsReadable() {
		redis.behave(Behaviour.REFUSE);
		redis.reset();
		this.browser.visit(at("/console")).find("h1", "暂时认不出您是谁");
		assertThat(this.browser.barriers()).isEmpty();
		this.browser.screenshot("door-outage");
	}

	private void look(String name) {
		for (List<Integer> size : List.of(List.of(360, 740), List.of(1366, 768))) {
			this.browser.sized(size.get(0), size.get(1));
			assertThat(this.browser.barriers()).as(name + " " + size).isEmpty();
			this.browser.screenshot(name + (size.get(0) < 600 ? "-phone" : ""));
			assertThat((Long) this.browser.run("return document.documentElement.scrollWidth")).as(name)
				.isLessThanOrEqualTo(size.get(0));
		}
		assertThat(this.browser.complaints()).as(name)
			.allMatch((line) -> line.contains("status of 401") && line.contains(URI.create(at("/")).getAuthority()));
	}

}
