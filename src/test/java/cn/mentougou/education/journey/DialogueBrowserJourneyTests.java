package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** A clerk at the console and a person at a phone, each seeing what the other does. */
@Journey
class DialogueBrowserJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String PASSWORD = "lantern-moss-47-quiet";

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private JdbcClient jdbc;

	@Value("${local.server.port}")
	private int port;

	private Browser browser;

	private SimPerson mother;

	@BeforeEach
	void signIn(@Autowired Units units, @Autowired People people, @Autowired Appointments appointments,
			@Autowired SignIns signIns, @Autowired SecondFactors factors) {
		this.simulator.pushOptions(PushOptions.NONE);
		this.mother = this.simulator.person("王女士");
		this.mother.follow(SERVICE).await();
		this.simulator.clock().advance(Duration.ofMinutes(2));
		District district = new District(units, people, appointments);
		PersonId clerk = district.person("孙雅琴", district.commission());
		district.give(clerk, Role.ENQUIRY_CLERK, district.commission());
		String username = "u" + UUID.randomUUID().toString().substring(0, 8);
		signIns.create(Actor.system("test"), clerk, username, PASSWORD);
		Totp totp = Totp.fresh();
		factors.preset(Actor.system("test"), clerk, totp);
		this.browser = Browser.open().sized(1366, 768).visit(at("/console"));
		this.browser.type("#username", username).type("#password", PASSWORD).click("main button", "登录");
		this.browser.find("#code");
		this.browser.type("#code", totp.codeAt(this.simulator.clock().instant())).click("main button");
		this.browser.find("h1", "今日");
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void questionIsFoundAnsweredAndSeenOnThePhoneByMouse() {
		String page = asked("请问转学要带什么材料？");
		this.browser.visit(at("/console")).find(".entries a", "个会话等待答复");
		this.browser.screenshot("dialogue-today");
		this.browser.click(".entries a", "个会话等待答复").find("h1", "留言会话");
		look("/console/dialogues", "dialogue-list");
		this.browser.click("td a", number(page)).find(".thread .words", "请问转学要带什么材料？");
		this.browser.find("#thread .note", "还可答复 5 条");
		this.browser.type("#note", "已请中教科核实。").click("button", "保存备注").find(".thread .note", "已请中教科核实。");
		this.browser.type("#text", "请带户口本原件和学籍卡，").click("#thread");
		this.mother.text(SERVICE, "另外，什么时候办？").await();
		refresh(() -> this.browser.count(".thread .person") == 2);
		assertThat(this.browser.run("return document.getElementById('text').value")).isEqualTo("请带户口本原件和学籍卡，");
		assertThat(this.browser.run("return document.getElementById('news').textContent")).isEqualTo("会话有新的内容");
		this.browser.type("#text", "每周二、周四上午办理。").click("#answer button", "发送答复").find(".note.good", "已交给微信发送");
		this.browser.until("the phone shows it",
				() -> this.mother.phone(SERVICE)
					.stream()
					.anyMatch((bubble) -> "请带户口本原件和学籍卡，每周二、周四上午办理。".equals(bubble.text())));
		refresh(() -> this.browser.count(".thread .outcome") == 1 && says(".thread .outcome", "已发到对方微信"));
		this.browser.find("#thread .note", "还可答复 4 条");
		look(page, "dialogue");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void questionIsAnsweredByKeyboardAlone() {
		String page = asked("请问幼儿园什么时候报名？");
		this.browser.visit(at("/console/dialogues?state=WAITING")).find("h1", "留言会话");
		tabTo(number(page));
		this.browser.press(Keys.ENTER);
		this.browser.find(".thread .words", "请问幼儿园什么时候报名？");
		tabInto("textarea#text");
		this.browser.press("五月上旬，以当年通知为准。");
		tabTo("发送答复");
		this.browser.press(Keys.ENTER);
		this.browser.find(".thread .staff .words", "五月上旬");
		tabTo("结束会话");
		this.browser.press(Keys.ENTER);
		this.browser.find(".confirm h1", number(page));
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void closedWindowIsExplainedAndAColleaguesAnswerIsTold() {
		String page = asked("请问校服怎么买？");
		this.browser.visit(at(page)).type("#text", "我正在写的答复");
		this.jdbc.sql("UPDATE dialogue_thread SET version = version + 1").update();
		this.browser.click("#answer button", "发送答复").find(".note.bad", "同事已经处理过这个会话");
		assertThat(this.browser.run("return document.getElementById('text').value")).isEqualTo("我正在写的答复");
		this.jdbc.sql("UPDATE reply_window SET closes_at = opened_at").update();
		this.browser.visit(at(page)).find("#thread .note.bad", "已超过 48 小时");
		assertThat(this.browser.count("#text")).isZero();
		look(page, "dialogue-closed");
	}

	@Test
	void cannedAnswerIsWrittenOnceAndUsedWithoutScripts() {
		String page = asked("请问招生咨询电话？");
		this.browser.visit(at("/console/canned-answers/new"));
		String title = "电话 " + UUID.randomUUID().toString().substring(0, 8);
		this.browser.type("#title", title).type("#words", "招生咨询请在工作日来电。").click("main button", "保存");
		this.browser.find("td", title);
		look("/console/canned-answers", "dialogue-canned");
		this.browser.visit(at(page)).type("#text", "您好！");
		this.browser.run("const s = document.querySelector('[name=canned]');"
				+ "s.value = [...s.options].find((one) => one.text === arguments[0]).value", title);
		this.browser.click("#answer button", "填入").find("h1", "会话");
		assertThat(this.browser.run("return document.getElementById('text').value")).isEqualTo("您好！\n招生咨询请在工作日来电。");
	}

	/** Writes as somebody new and returns the page of the conversation. */
	private String asked(String words) {
		this.mother.text(SERVICE, words).await();
		return "/console/dialogues/"
				+ this.jdbc.sql("SELECT MAX(dialogue_id) FROM unanswered_message WHERE state = 'OPEN'")
					.query(Long.class)
					.single();
	}

	private static String number(String page) {
		return "-%05d".formatted(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
	}

	/** The page looks for news every so many seconds; a test does not wait for it. */
	private void refresh(BooleanSupplier until) {
		this.browser.until("the page has the news", () -> {
			this.simulator.clock().advance(Duration.ofSeconds(1));
			this.browser.run("document.getElementById('thread').dispatchEvent(new Event('refresh'))");
			return until.getAsBoolean();
		});
	}

	private boolean says(String selector, String words) {
		return Boolean.TRUE.equals(this.browser
			.run("return document.querySelector(arguments[0]).textContent.includes(arguments[1])", selector, words));
	}

	private void look(String page, String name) {
		look(page, name, 1366, 768);
		look(page, name + "-phone", 360, 740);
		assertThat(this.browser.run("return document.documentElement.scrollWidth")).as("width of " + page)
			.isEqualTo(360L);
		this.browser.sized(1366, 768).visit(at(page)).find("h1");
	}

	private void look(String page, String name, int width, int height) {
		this.browser.sized(width, height).visit(at(page)).find("h1");
		assertThat(this.browser.barriers()).as(page).isEmpty();
		this.browser.screenshot(name);
	}

	private void tabTo(String words) {
		tab("return (document.activeElement.innerText || '').includes(arguments[0])", words);
	}

	private void tabInto(String selector) {
		tab("return document.activeElement.matches(arguments[0])", selector);
	}

	private void tab(String isThere, String what) {
		for (int step = 0; step < 80; step++) {
			if (Boolean.TRUE.equals(this.browser
				.run("if (document.activeElement === document.body) { return false }" + isThere, what))) {
				return;
			}
			this.browser.press(Keys.TAB);
		}
		throw new AssertionError("no way by keyboard to " + what);
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

}
