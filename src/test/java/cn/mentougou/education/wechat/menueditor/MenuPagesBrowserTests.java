package cn.mentougou.education.wechat.menueditor;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.menupublishing.MenuVersion;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the menus, by mouse and by keyboard. */
class MenuPagesBrowserTests extends BrowserSite {

	private static final String ACCOUNT = "/console/menus/of/" + EngineProperties.SERVICE;

	@Autowired
	private MenuVersions versions;

	@BeforeEach
	void enter() {
		as(Role.EDITOR);
	}

	@Test
	void menuIsEditedPreviewedSavedAndComparedByMouse() {
		long before = latest();
		this.browser.click(".side a", "自定义菜单").find("h1", "自定义菜单");
		this.browser.click("main a", "编辑服务号的菜单").find("h1", "编辑服务号的菜单");
		this.browser.until("the preview follows the form", () -> phoneSays("我的班级"));
		this.browser.click("[id='add:m0.b2']").find("[id='m0.b2.e4.name']");
		this.browser.until("the new entry has the keyboard", () -> isFocused("m0.b2.e4.name"));
		this.browser.press("学校名录");
		pick("m0.b2.e4.target", "VIEW");
		this.browser.find("label", "网址");
		this.browser.until("the list keeps the keyboard", () -> isFocused("m0.b2.e4.target"));
		this.browser.find("[id='m0.b2.e4.value']").sendKeys("https://elsewhere.example/");
		this.browser.click("#menu-editor button", "保存为新版本").find(".note.bad", "elsewhere.example");
		this.browser.screenshot("menu-refused");
		this.browser.find("[id='m0.b2.e4.value']").clear();
		this.browser.find("[id='m0.b2.e4.value']").sendKeys("https://mp.weixin.qq.com/s/schools");
		this.browser.click("[id='up:m0.b2.e4']").until("it was moved up", () -> "学校名录".equals(value("m0.b2.e3.name")));
		this.browser.type("#note", "加上学校名录").click("#menu-editor button", "保存为新版本");
		this.browser.find(".note.good", "已保存为第");
		this.browser.screenshot("menu-version");
		assertThat(latest()).isGreaterThan(before);
		this.browser.click("main button", "看看改了什么").find("h1", "→");
		assertThat(complaints()).isEmpty();
	}

	@Test
	void menuIsEditedAndSavedByKeyboardAlone() {
		long before = latest();
		this.browser.visit(at(ACCOUNT)).find("h1");
		tabTo("编辑菜单");
		this.browser.press(Keys.ENTER);
		this.browser.find("h1", "编辑服务号的菜单");
		this.browser.until("the preview is there", () -> phoneSays("我的班级"));
		tabTo("下移");
		this.browser.press(Keys.ENTER);
		this.browser.until("the first went down", () -> "绑定孩子".equals(value("m0.b0.e0.name")));
		this.browser.until("the keyboard went along",
				() -> String.valueOf(this.browser.run("return document.activeElement.id")).contains("m0.b0.e1"));
		tabTo("保存为新版本");
		this.browser.press(Keys.ENTER);
		this.browser.find(".note.good", "已保存为第");
		assertThat(latest()).isGreaterThan(before);
		assertThat(complaints()).isEmpty();
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		MenuVersion first = this.versions.saveDefault(Actor.system("test"), EngineProperties.SUBSCRIPTION);
		MenuVersion second = this.versions.repeat(Actor.system("test"), first);
		String account = "/console/menus/of/" + EngineProperties.SUBSCRIPTION;
		String version = "/console/menus/versions/" + second.id();
		for (String page : List.of("/console/menus", account, account + "/edit", account + "/old-replies", version,
				version + "/difference?with=" + first.id(), version + "/publish", version + "/preview")) {
			look(page);
		}
	}

	private long latest() {
		return this.versions.latest(EngineProperties.SERVICE).map(MenuVersion::id).orElse(0L);
	}

	private void pick(String select, String value) {
		this.browser
			.run("const select = document.getElementById(arguments[0]); select.focus(); select.value = arguments[1];"
					+ "select.dispatchEvent(new Event('change', { bubbles: true }))", select, value);
	}

	private boolean isFocused(String id) {
		return Boolean.TRUE.equals(this.browser.run("return document.activeElement.id === arguments[0]", id));
	}

	private Object value(String id) {
		return this.browser.run("return document.getElementById(arguments[0])?.value", id);
	}

	/** What is inside a sandbox is read by nobody, so the driver looks. */
	private boolean phoneSays(String words) {
		return this.browser.inFrame(".phone-frame", (frame) -> frame.count("summary") > 0)
				&& this.browser.inFrame(".phone-frame", (frame) -> frame.find("body").getText().contains(words));
	}

	/** A form that is sent while another is on its way replaces it, and htmx says so. */
	private List<String> complaints() {
		return this.browser.complaints().stream().filter((complaint) -> !complaint.contains("htmx:")).toList();
	}

}
