package cn.mentougou.education.office.door;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.faultproxy.Behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SessionJourneyTests extends OfficeSite {

	private static final Actor SETUP = Actor.system("test");

	@Autowired
	private Appointments appointments;

	@Autowired
	private People people;

	@Test
	void rightsThatWereTakenAreGoneWithTheNextRequest() {
		Colleague keeper = colleague(Role.SECURITY_ADMINISTRATOR);
		colleague(Role.SECURITY_ADMINISTRATOR);
		Browser browser = signedIn(keeper);
		assertThat(browser.open("/console/sign-ins").statusCode()).isEqualTo(200);
		long role = this.appointments.historyOf(keeper.person()).get(0).id();
		this.appointments.take(SETUP, role);
		assertThat(browser.open("/console/sign-ins").statusCode()).isEqualTo(403);
		assertThat(browser.open("/console").statusCode()).isEqualTo(200);
	}

	@Test
	void disabledSignInIsOutAtOnceThoughRedisStillHasTheSession() {
		Colleague editor = colleague(Role.EDITOR);
		Browser browser = signedIn(editor);
		this.signIns.set(SETUP, editor.person(), SignIn.State.DISABLED);
		HttpResponse<String> answer = browser.open("/console/search?q=x");
		assertThat(Browser.to(answer)).isEqualTo("/console/sign-in?to=%2Fconsole%2Fsearch%3Fq%3Dx&over=changed");
		assertThat(browser.follow(Browser.to(answer)).body()).contains("账号有变动").doesNotContain("退出登录");
		browser.open("/console/sign-in");
		assertThat(browser.submit("/console/sign-in", "username", editor.username(), "password", PASSWORD).body())
			.contains("已停用");
	}

	@Test
	void personWhoLeftIsOutAtOnce() {
		Colleague editor = colleague(Role.EDITOR);
		Browser browser = signedIn(editor);
		this.people.leave(SETUP, editor.person());
		assertThat(browser.open("/console").statusCode()).isEqualTo(303);
	}

	@Test
	void oneOfTwoBrowsersEndsTheOther() {
		Colleague editor = colleague(Role.EDITOR);
		Browser office = signedIn(editor);
		Browser home = signedIn(editor).with("User-Agent", "Firefox on Windows");
		assertThat(home.open("/console/myself").body()).contains("现在这里").contains("结束其他所有登录");
		assertThat(Browser.to(home.submit("/console/myself/sessions/end-others"))).isEqualTo("/console/myself");
		assertThat(home.open("/console/myself").body()).contains("其他地方的登录都已结束").doesNotContain("结束其他所有登录");
		assertThat(office.follow("/console").body()).contains("已在别处被结束");
	}

	@Test
	void nobodyEndsTheSessionOfSomebodyElse() {
		Colleague editor = colleague(Role.EDITOR);
		Browser victim = signedIn(editor);
		long session = this.jdbc.sql("SELECT MAX(id) FROM office_session WHERE person_id = ?")
			.param(editor.person().value())
			.query(Long.class)
			.single();
		Browser other = signedIn(colleague(Role.EDITOR));
		other.open("/console/myself");
		other.submit("/console/myself/sessions/" + session + "/end");
		assertThat(victim.open("/console").statusCode()).isEqualTo(200);
	}

	@Test
	void idleSessionEndsAndAUsedOneDoesNot() {
		Browser browser = signedIn(colleague(Role.EDITOR));
		for (int i = 0; i < 3; i++) {
			this.clock.advance(Duration.ofMinutes(29));
			assertThat(browser.open("/console").statusCode()).isEqualTo(200);
		}
		this.clock.advance(Duration.ofMinutes(32));
		assertThat(Browser.to(browser.open("/console"))).isEqualTo("/console/sign-in?to=%2Fconsole&over=idle");
	}

	@Test
	void sessionEndsAfterEightHoursHoweverBusy() {
		Browser browser = signedIn(colleague(Role.EDITOR));
		for (int i = 0; i < 16; i++) {
			assertThat(browser.open("/console").statusCode()).as("after %s half hours", i).isEqualTo(200);
			this.clock.advance(Duration.ofMinutes(30));
		}
		assertThat(Browser.to(browser.open("/console"))).isEqualTo("/console/sign-in?to=%2Fconsole&over=too-old");
	}

	@Test
	void formSentAfterTheEndIsSaidToBeLost() {
		Colleague editor = colleague(Role.EDITOR);
		Browser browser = signedIn(editor);
		browser.open("/console/myself/password");
		this.clock.advance(Duration.ofMinutes(40));
		HttpResponse<String> answer = browser
			.with("Referer", "http://127.0.0.1:" + this.port + "/console/myself/password")
			.submit("/console/myself/password", "current", PASSWORD, "password", "x", "again", "x");
		assertThat(Browser.to(answer)).isEqualTo("/console/sign-in?to=%2Fconsole%2Fmyself%2Fpassword&over=unsaved");
		assertThat(browser.follow(Browser.to(answer)).body()).contains("没有保存");
	}

	@Test
	void formWithoutItsWordIsRefused() {
		Colleague editor = colleague(Role.EDITOR);
		Browser browser = signedIn(editor);
		browser.open("/console/myself");
		for (String path : new String[] { "/console/sign-out", "/console/myself/password",
				"/console/myself/sessions/end-others" }) {
			assertThat(browser.post(path, "a", "b").statusCode()).as(path).isEqualTo(403);
		}
		assertThat(browser.open("/console").statusCode()).isEqualTo(200);
		Browser stranger = browser();
		assertThat(stranger.post("/console/sign-in", "username", "a", "password", "b").statusCode()).isEqualTo(403);
	}

	@Test
	void signOutIsAPostAndFinal() {
		Colleague editor = colleague(Role.EDITOR);
		Browser browser = signedIn(editor);
		assertThat(browser.open("/console/sign-out").statusCode()).isIn(404, 405);
		browser.open("/console");
		String cookie = browser.cookie();
		assertThat(Browser.to(browser.submit("/console/sign-out"))).isEqualTo("/console/sign-in?over=left");
		Browser thief = browser().with("Cookie", "console=" + cookie);
		assertThat(thief.open("/console").statusCode()).isEqualTo(303);
	}

	@Test
	void changedPasswordEndsOtherSessionsAndNotThisOne() {
		Colleague editor = colleague(Role.EDITOR);
		Browser here = signedIn(editor);
		Browser there = signedIn(editor);
		here.open("/console/myself/password");
		String fresh = "quiet-river-and-7-stones";
		assertThat(
				here.submit("/console/myself/password", "current", "wrong-guess-99", "password", fresh, "again", fresh)
					.statusCode())
			.isEqualTo(401);
		assertThat(here.submit("/console/myself/password", "current", PASSWORD, "password", PASSWORD, "again", PASSWORD)
			.body()).contains("用过的密码");
		assertThat(Browser
			.to(here.submit("/console/myself/password", "current", PASSWORD, "password", fresh, "again", fresh)))
			.isEqualTo("/console/myself");
		assertThat(here.open("/console").statusCode()).isEqualTo(200);
		assertThat(there.open("/console").statusCode()).isEqualTo(303);
	}

	@Test
	void firstSignInLeadsThroughOwnPasswordAndTelephoneToRecoveryCodes() {
		Colleague keeper = colleague(Role.SECURITY_ADMINISTRATOR);
		Browser desk = signedIn(keeper);
		var person = this.district.person("赵新来", this.district.commission());
		this.district.give(person, Role.EDITOR, this.district.commission());
		desk.open("/console/sign-ins/new");
		HttpResponse<String> made = desk.submit("/console/sign-ins/new", "name", "赵新来", "username", "zhao.xinlai");
		String initial = found(made, "<dd><code>([0-9a-z-]{23})</code>");
		Browser browser = browser();
		browser.open("/console/sign-in");
		assertThat(Browser.to(browser.submit("/console/sign-in", "username", "zhao.xinlai", "password", initial)))
			.isEqualTo("/console/sign-in/password");
		assertThat(Browser.to(browser.open("/console/sign-in/second-factor"))).isEqualTo("/console/sign-in/password");
		browser.open("/console/sign-in/password");
		assertThat(Browser.to(browser.submit("/console/sign-in/password", "password", "seven-clouds-over-water",
				"again", "seven-clouds-over-water")))
			.isEqualTo("/console/sign-in/second-factor");
		HttpResponse<String> page = browser.open("/console/sign-in/second-factor");
		String letters = found(page, "<code>([A-Z2-7 ]{39})</code>");
		assertThat(page.body()).contains("<svg class=\"qr\"").doesNotContain("style=");
		var totp = Totp.of(letters);
		assertThat(browser.submit("/console/sign-in/second-factor", "code", "000000").statusCode()).isEqualTo(401);
		HttpResponse<String> codes = browser.submit("/console/sign-in/second-factor", "code",
				totp.codeAt(this.clock.instant()));
		assertThat(codes.body()).contains("只显示这一次");
		assertThat(browser.open("/console").statusCode()).isEqualTo(200);
		String code = found(codes, "<li><code>([0-9A-Z-]{11})</code>");
		Colleague zhao = new Colleague(person, "zhao.xinlai", totp);
		assertThat(Browser.to(recovery(zhao, code))).isEqualTo("/console");
		assertThat(recovery(zhao, code).statusCode()).isEqualTo(401);
		assertThat(audit(person)).anyMatch((row) -> row.contains("second-factor=RECOVERY_CODE"));
	}

	private HttpResponse<String> recovery(Colleague colleague, String code) {
		Browser browser = browser();
		browser.open("/console/sign-in");
		browser.submit("/console/sign-in", "username", colleague.username(), "password", "seven-clouds-over-water");
		browser.open("/console/sign-in/code");
		return browser.submit("/console/sign-in/code", "code", code.toLowerCase());
	}

	@Test
	void keeperUnlocksResetsAndDisablesAndOthersSeeNothing() {
		Colleague keeper = colleague(Role.SECURITY_ADMINISTRATOR);
		Colleague editor = colleague(Role.EDITOR);
		Browser desk = signedIn(keeper);
		Browser victim = signedIn(editor);
		String page = "/console/sign-ins/" + editor.person().value();
		assertThat(desk.open("/console/sign-ins?kind=ALL&name=王小明").statusCode()).isIn(200, 400);
		for (Map.Entry<String, String> remedy : Map.of("end-sessions", "结束", "reset-second-factor", "取消").entrySet()) {
			assertThat(desk.open(page + "/" + remedy.getKey()).body()).contains(remedy.getValue());
			assertThat(Browser.to(desk.submit(page + "/" + remedy.getKey()))).isEqualTo(page);
			assertThat(desk.open(page).body()).contains("已办好");
		}
		assertThat(victim.open("/console").statusCode()).isEqualTo(303);
		desk.open(page + "/disable");
		desk.submit(page + "/disable");
		assertThat(desk.open(page).body()).contains("已停用", "恢复使用");
		String own = "/console/sign-ins/" + keeper.person().value();
		desk.open(own);
		assertThat(desk.submit(own + "/disable").statusCode()).isEqualTo(403);
		for (Role role : new Role[] { Role.EDITOR, Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR }) {
			Browser other = signedIn(colleague(role));
			assertThat(other.open(page).statusCode()).as("%s", role).isEqualTo(403);
			other.open("/console/myself");
			assertThat(other.submit(page + "/enable").statusCode()).as("%s", role).isEqualTo(403);
		}
	}

	@Test
	void withoutRedisTheConsoleSaysWhatToDoAndTheRestGoesOn() {
		Browser browser = signedIn(colleague(Role.EDITOR));
		redis.behave(Behaviour.REFUSE);
		redis.reset();
		HttpResponse<String> page = browser.open("/console");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("暂时认不出您是谁", "没有保存", "doctor");
		assertThat(page.headers().map()).containsKeys("Retry-After", "Content-Security-Policy");
		assertThat(browser.open("/console/sign-in").statusCode()).isEqualTo(503);
		assertThat(browser.post("/console/sign-out").statusCode()).isEqualTo(503);
		assertThat(browser.open("/assets/console.css").statusCode()).isEqualTo(200);
		assertThat(browser.open("/wechat/" + EngineProperties.SERVICE).statusCode()).isEqualTo(400);
		assertThat(browser.open("/nothing").statusCode()).isEqualTo(404);
		redis.behave(Behaviour.BLACK_HOLE);
		redis.reset();
		assertThat(browser.open("/console").statusCode()).isEqualTo(503);
		redis.behave(Behaviour.PASS);
		redis.reset();
		await().atMost(Duration.ofSeconds(20)).until(() -> browser.open("/console").statusCode() == 200);
	}

	@Test
	void withoutMySqlTheConsoleSaysWhatToDo() {
		Browser browser = signedIn(colleague(Role.EDITOR));
		database.behave(Behaviour.REFUSE);
		database.reset();
		HttpResponse<String> page = browser.open("/console");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("暂时认不出您是谁");
		database.behave(Behaviour.PASS);
		await().atMost(Duration.ofSeconds(20)).until(() -> browser.open("/console").statusCode() == 200);
	}

	@Test
	void cookieIsForTheConsoleAloneAndHeadersAreSet() {
		HttpResponse<String> door = browser().open("/console/sign-in");
		assertThat(door.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.contains("Path=/console", "HttpOnly", "SameSite=Lax")
			.doesNotContain("Secure");
		assertThat(
				browser().with("X-Forwarded-Proto", "https").open("/console/sign-in").headers().allValues("Set-Cookie"))
			.singleElement()
			.asString()
			.startsWith("__Secure-console=");
		assertThat(door.headers().map()).containsKeys("Content-Security-Policy", "X-Content-Type-Options",
				"Referrer-Policy");
		assertThat(door.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(door.body()).doesNotContain("style=", "<script>");
		for (String path : new String[] { "/assets/console.css", "/nothing", "/wechat/" + EngineProperties.SERVICE }) {
			assertThat(browser().open(path).headers().map()).as(path).doesNotContainKey("Set-Cookie");
		}
	}

	private static String found(HttpResponse<String> page, String pattern) {
		return Pattern.compile(pattern).matcher(page.body()).results().findFirst().orElseThrow().group(1);
	}

}
