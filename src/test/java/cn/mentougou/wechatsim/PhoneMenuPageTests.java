package cn.mentougou.wechatsim;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.browser.Browser;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Menus that the interface set, and codes that the interface made, on the phone page. */
@Tag("engine")
class PhoneMenuPageTests {

	private static final String APP = "wx00000000000000f1";

	private static final String CODE = "{\"action_name\":\"QR_STR_SCENE\",\"expire_seconds\":%d,"
			+ "\"action_info\":{\"scene\":{\"scene_str\":\"%s\"}}}";

	private static Browser browser;

	private EchoServer server;

	private WeChatSimulator sim;

	private Caller platform;

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void start() {
		browser = (browser != null) ? browser : Browser.open();
		server = new EchoServer(SimAccount.service(APP).withName("区教育服务"));
		sim = WeChatSimulator.start(SimulatorSettings.defaults()
			.port(0)
			.platformPort(0)
			.timeout(Duration.ofSeconds(2))
			.clock(Clock.systemUTC())
			.account(server.account()));
		platform = new Caller(sim.platformUrl());
		browser.sized(1440, 900).visit(sim.controlUrl()).complaints();
	}

	@AfterEach
	void stop() {
		if (sim != null) {
			sim.close();
			server.close();
		}
	}

	@Test
	void menuOfTheInterfaceIsShownWhenTheChatIsEnteredAfresh() {
		follow();
		browser.find(".menubar__top", "班级");
		menu("{\"type\":\"click\",\"name\":\"我的孩子\",\"key\":\"CHILD\"},{\"name\":\"信息公开\",\"sub_button\":["
				+ "{\"type\":\"view\",\"name\":\"公开指南\",\"url\":\"" + sim.controlUrl() + "/img/icon.svg\"},"
				+ "{\"type\":\"click\",\"name\":\"依申请公开\",\"key\":\"APPLY\"}]}");
		browser.find(".log__fresh", "公众号换了菜单");
		assertThat(browser.barriers()).isEmpty();
		browser.click(".menubar__top", "帮助").find(".msg:not(.msg--me) .bubble", "您点的是：HELP");
		browser.click(".log__enter").find(".menubar__top", "我的孩子");
		assertThat(browser.count(".log__fresh")).isZero();
		browser.click(".menubar__top", "信息公开").find(".menubar__sub", "依申请公开");
		browser.screenshot("phone-menu-set");
		browser.click(".menubar__sub", "依申请公开").find(".msg:not(.msg--me) .bubble", "您点的是：APPLY");
		browser.click("[data-key=action]").click("[data-key=afresh]").find(".menubar__top", "我的孩子");
		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	void menuForATagIsShownToWhoeverHasIt() {
		follow();
		String openId = sim.persons().get(0).openId(APP);
		menu("{\"type\":\"click\",\"name\":\"我的孩子\",\"key\":\"CHILD\"}");
		int tag = post("tags/create", "{\"tag\":{\"name\":\"教师\"}}").at("/tag/id").asInt();
		post("tags/members/batchtagging", "{\"openid_list\":[\"" + openId + "\"],\"tagid\":" + tag + "}");
		post("menu/addconditional", "{\"button\":[{\"type\":\"click\",\"name\":\"教师入口\",\"key\":\"TEACHER\"}],"
				+ "\"matchrule\":{\"tag_id\":\"" + tag + "\"}}");
		browser.click(".log__enter").click(".menubar__top", "教师入口");
		browser.find(".msg:not(.msg--me) .bubble", "您点的是：TEACHER");
	}

	@Test
	void linkOpensInTheBrowserOfThePhoneAndIsPushed() {
		follow();
		menu("{\"type\":\"view\",\"name\":\"公开指南\",\"url\":\"" + sim.controlUrl() + "/img/icon.svg\"}");
		browser.click(".log__enter").click(".menubar__top", "公开指南").find("iframe.web__page");
		browser.find(".push", "点菜单链接");
		assertThat(browser.find(".web__foot a").getAttribute("href")).contains("/sim/open?person=")
			.endsWith("%2Fimg%2Ficon.svg");
		assertThat(browser.barriers()).isEmpty();
		browser.screenshot("phone-browser");
		browser.click("[aria-label=关闭网页]").find(".menubar__top", "公开指南");
		browser.until("closed", () -> browser.count(".web") == 0);
	}

	@Test
	void strangerScansACodeAndFollowsAndScansOnceMore() {
		create(600, "CLASS_7");
		create(1, "OLD");
		sim.clock().advance(Duration.ofSeconds(2));
		browser.click(".people__one").click("[data-key=action]").find(".codes__one", "CLASS_7");
		browser.until("the picture", () -> Boolean.TRUE
			.equals(browser.run("return document.querySelector('.codes__one img')?.naturalWidth === 430")));
		assertThat(browser.barriers()).isEmpty();
		browser.screenshot("phone-scan");
		browser.click(".codes__one", "CLASS_7").find(".msg:not(.msg--me) .bubble", "欢迎关注");
		assertThat(sim.persons().get(0).relation(APP).qrScene()).isEqualTo("CLASS_7");
		browser.click("[data-key=back]").click("[data-key=action]");
		browser.type("[name=content]", sim.codes().ofScene(APP, "CLASS_7").orElseThrow().url());
		browser.click(".drawer__side--go").find(".msg:not(.msg--me) .bubble", "您点的是：CLASS_7");
		assertThat(sim.pushLog()).extracting((push) -> push.draft().kind()).containsExactly("subscribe", "SCAN");
		browser.click("[data-key=back]").click("[data-key=action]").click(".codes__one", "OLD");
		browser.find(".question", "已经过期");
		browser.screenshot("phone-scan-over");
		browser.click(".question button");
		assertThat(sim.pushLog()).hasSize(2);
		assertThat(browser.complaints()).allSatisfy((complaint) -> assertThat(complaint).contains("400"));
	}

	private void follow() {
		browser.click(".people__one").click(".row", "区教育服务").click("[data-key=follow]");
		browser.find(".msg:not(.msg--me) .bubble", "欢迎关注");
	}

	private void menu(String buttons) {
		assertThat(platform.code("/cgi-bin/menu/create?access_token=" + platform.token(server.account()),
				"{\"button\":[" + buttons + "]}"))
			.isZero();
	}

	private void create(int seconds, String scene) {
		post("qrcode/create", CODE.formatted(seconds, scene));
	}

	private JsonNode post(String command, String body) {
		return platform.post("/cgi-bin/" + command + "?access_token=" + platform.token(server.account()), body);
	}

}
