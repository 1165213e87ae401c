package cn.mentougou.wechatsim;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.browser.Browser;
import cn.mentougou.wechatsim.notice.SimTemplate;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Cards, the pop-up that asks for consent, and its settings on the phone page. */
@Tag("engine")
class NoticePageTests {

	private static final String APP = "wx00000000000000f1";

	private static Browser browser;

	private EchoServer server;

	private WeChatSimulator sim;

	private SimTemplate result;

	private SimTemplate meeting;

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
		sim = WeChatSimulator.start(SimulatorSettings.defaults().port(0).platformPort(0).account(server.account()));
		result = sim.notices().adopt(APP, "43219");
		meeting = sim.notices().adopt(APP, "52301");
		browser.sized(1440, 900).visit(sim.controlUrl()).complaints();
		browser.click(".people__one").click(".row", "区教育服务").click("[data-key=follow]");
		browser.find(".msg:not(.msg--me) .bubble", "欢迎关注");
	}

	@AfterEach
	void stop() {
		if (sim != null) {
			sim.close();
			server.close();
		}
	}

	@Test
	void templateMessageIsACardWithItsRowsAndItsLink() {
		assertThat(send("/cgi-bin/message/template/send", result, "url")).isZero();
		assertThat(browser.find(".bubble--card .noticecard__title", "入学登记结果通知").isDisplayed()).isTrue();
		assertThat(browser.find(".noticecard__row", "登记结果").getText()).contains("已通过");
		assertThat(browser.find("a.noticecard__more").getAttribute("href"))
			.endsWith("&url=https%3A%2F%2Fh5.example.cn%2F");
		browser.find(".push", "模板消息结果");
		assertThat(browser.barriers()).isEmpty();
		assertThat(browser.complaints()).isEmpty();
		browser.screenshot("phone-card");
	}

	@Test
	void personAllowsANoticeReceivesItAndSwitchesItOff() {
		String person = sim.persons().get(0).id();
		browser.click(".composer__turn").click(".composer__more").click(".tray__one", "订阅通知");
		assertThat(browser.find(".asking__one", "家长会通知").isDisplayed()).isTrue();
		assertThat(browser.barriers()).isEmpty();
		browser.screenshot("phone-consent");
		browser.click("[data-key=allow-notices]").find(".push", "订阅通知弹窗");
		assertThat(sim.notices().consent(APP, person, meeting.id()).credits()).isEqualTo(1);
		assertThat(send("/cgi-bin/message/subscribe/bizsend", meeting, "page")).isZero();
		browser.find(".bubble--card .noticecard__title", "家长会通知");
		assertThat(send("/cgi-bin/message/subscribe/bizsend", meeting, "page")).isEqualTo(43101);
		sim.persons().get(0).acceptNotices(APP, meeting.id());
		browser.click("[data-key=action]").click("[data-key=notices]").find(".weui-actionsheet__cell", "还可接收 1 条");
		browser.screenshot("phone-consent-settings");
		browser.click(".weui-actionsheet__cell", "家长会通知").find(".push", "订阅通知设置");
		browser.until("nothing left", () -> sim.notices().consent(APP, person, meeting.id()).credits() == 0);
	}

	@Test
	void personRefusesInThePopup() {
		browser.click(".composer__turn").click(".composer__more").click(".tray__one", "订阅通知");
		browser.click("[data-key=refuse-notices]").find(".push", "订阅通知弹窗");
		assertThat(send("/cgi-bin/message/subscribe/bizsend", meeting, "page")).isEqualTo(43101);
	}

	@Test
	void entryOfAMenuMessageIsTappedAndAnsweredAsText() {
		customerService("msgmenu", "{\"head_content\":\"服务还满意吗？\",\"list\":[{\"id\":\"101\",\"content\":\"满意\"},"
				+ "{\"id\":\"102\",\"content\":\"不满意 & 意见\"}],\"tail_content\":\"谢谢\"}");
		browser.click(".menu-entry", "不满意").find(".msg--me .bubble", "不满意 & 意见");
		browser.find(".push[aria-current=true]", "不满意");
		browser.find("[aria-label=平台发给服务器] pre", "<bizmsgmenuid>102</bizmsgmenuid>");
		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	void miniProgramAndMusicAreCards() {
		customerService("miniprogrampage", "{\"title\":\"班级打卡\",\"appid\":\"wx0123456789abcdef\","
				+ "\"pagepath\":\"pages/index\",\"thumb_media_id\":\"sim_media_1_thumb\"}");
		customerService("music",
				"{\"title\":\"校歌\",\"description\":\"合唱\",\"musicurl\":\"https://h5.example.cn/1.mp3\","
						+ "\"thumb_media_id\":\"sim_media_1_thumb\"}");
		browser.find(".bubble--program", "pages/index");
		browser.find("a.bubble--link", "校歌");
		assertThat(browser.barriers()).isEmpty();
		browser.screenshot("phone-program");
	}

	private void customerService(String type, String payload) {
		Caller platform = new Caller(sim.platformUrl());
		assertThat(platform.code("/cgi-bin/message/custom/send?access_token=" + platform.token(sim.accounts().get(0)),
				"{\"touser\":\"%s\",\"msgtype\":\"%s\",\"%s\":%s}".formatted(sim.persons().get(0).openId(APP), type,
						type, payload)))
			.isZero();
	}

	private int send(String path, SimTemplate template, String link) {
		Caller platform = new Caller(sim.platformUrl());
		StringBuilder data = new StringBuilder();
		template.fields()
			.forEach((field) -> data.append(data.isEmpty() ? "" : ",")
				.append("\"%s\":{\"value\":\"%s\"}".formatted(field.name(), field.example())));
		return platform.code(path + "?access_token=" + platform.token(sim.accounts().get(0)),
				"{\"touser\":\"%s\",\"template_id\":\"%s\",\"%s\":\"https://h5.example.cn/\",\"data\":{%s}}"
					.formatted(sim.persons().get(0).openId(APP), template.id(), link, data));
	}

}
