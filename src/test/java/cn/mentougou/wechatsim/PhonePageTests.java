package cn.mentougou.wechatsim;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import cn.mentougou.browser.Browser;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@Tag("engine")
class PhonePageTests {

	private static final String APP = "wx00000000000000f1";

	private static final String INPUT = ".composer__text";

	private static Browser browser;

	private EchoServer server;

	private WeChatSimulator sim;

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void start() {
		// Opened here and not once for all, so that without a browser each test is
		// skipped by name.
		browser = (browser != null) ? browser : Browser.open();
		server = new EchoServer(SimAccount.service(APP).withName("区教育服务"));
		sim = simulator(0);
		// Another port is another origin, so nothing is remembered from the test before.
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
	void personFollowsWritesAndSeesTheAnswerAndItsXml() {
		follow();
		write("课表");
		assertThat(browser.find(".msg:not(.msg--me) .bubble", "您说的是：课表").getText()).isEqualTo("您说的是：课表");
		assertThat(browser.find(".msg--me .bubble", "课表").isDisplayed()).isTrue();
		browser.find(".push[aria-current=true]", "课表");
		assertThat(browser.find("[aria-label=平台发给服务器] pre").getText()).contains("<Content><![CDATA[课表]]></Content>");
		assertThat(browser.find("[aria-label=平台发给服务器] .paper--wire").getText()).contains("<Encrypt>")
			.doesNotContain("课表");
		assertThat(browser.find("[aria-label=服务器回给平台] .paper--wire").getText()).contains("<MsgSignature>");
		assertThat(browser.find("[aria-label=服务器回给平台] pre").getText()).contains("您说的是：课表");
		assertThat(browser.complaints()).isEmpty();
		browser.screenshot("phone-answer");
	}

	@Test
	void serverThatFailsShowsTheFaultLineAndItsAttempts() {
		follow();
		server.fails();
		write("在吗");
		browser.find(".notice--fault", "该公众号提供的服务出现故障，请稍后再试");
		browser.find(".msg__status[data-state=failed]");
		browser.until("three attempts", () -> browser.count(".attempt.verdict--http-status") == 3);
		assertThat(browser.find(".detail__note").getText()).contains("状态码是 500");
		browser.screenshot("phone-fault");
	}

	@Test
	void serverThatIsTooSlowIsAskedAgainWhileThePersonWaits() {
		follow();
		server.answersAfter(Duration.ofSeconds(3));
		write("慢慢来");
		browser.find(".msg__status[data-state=delivering]");
		browser.find(".attempt.verdict--running", "第 2 次");
		browser.screenshot("phone-slow");
		browser.find(".notice--fault");
		browser.until("timed out", () -> browser.count(".attempt.verdict--running") == 0);
	}

	@Test
	void hostileTextIsShownAsText() {
		follow();
		String hostile = "<img src=x onerror=\"document.title='开门'\"><script>document.title='开门'</script>"
				+ "<a href=\"javascript:document.title='开门'\">点我</a>";
		write(hostile);
		assertThat(browser.find(".msg--me .bubble", "<img").getText()).isEqualTo(hostile);
		browser.find(".msg:not(.msg--me) .bubble", "您说的是：<img src=x");
		assertThat(browser.count(".bubble img, .bubble script, .bubble a:not([href*='&url=https'])")).isZero();
		assertThat(browser.count(".push img, .detail img, pre img")).isZero();
		assertThat(browser.run("return document.title")).isEqualTo("微信模拟器");
	}

	@Test
	void messageAppearsInEveryWindowWithoutReloading() {
		follow();
		sim.persons().get(0).text(APP, "从别处写的");
		browser.find(".msg--me .bubble", "从别处写的");
		browser.find(".msg:not(.msg--me) .bubble", "您说的是：从别处写的");
	}

	@Test
	void unreadMessagesAreCountedUntilTheyAreRead() {
		follow();
		browser.click("[data-key=back]").find(".row__text", "欢迎关注");
		sim.persons().get(0).text(APP, "从别处写的").await();
		assertThat(browser.find(".row__dot").getText()).startsWith("1");
		browser.find(".row__text", "您说的是：从别处写的");
		browser.click(".row", "区教育服务").click("[data-key=back]").find(".row");
		browser.until("nothing unread", () -> browser.count(".row__dot") == 0);
	}

	@Test
	void articleIsACardThatLeadsToItsPage() {
		follow();
		write("新闻");
		assertThat(browser.find("a.news__one", "本区召开招生工作会").getAttribute("href"))
			.endsWith("&url=https%3A%2F%2Fexample.edu.cn%2Fnews%2F1");
		browser.until("the picture", () -> Boolean.TRUE
			.equals(browser.run("return document.querySelector('img.news__cover')?.naturalWidth > 0")));
	}

	@Test
	void lostConnectionIsToldAndComesBackByItself() {
		follow();
		int port = Integer.parseInt(sim.controlUrl().replaceAll(".*:", ""));
		sim.close();
		browser.find("#lost", "连接中断，正在重连…");
		browser.screenshot("phone-lost");
		sim = simulator(port);
		browser.until("the line goes away", () -> browser.count("#lost[hidden]") == 1);
		browser.find(".people__title");
		assertThat(sim.persons()).isEmpty();
	}

	@Test
	void accountIsLeftOnlyAfterAQuestion() {
		follow();
		browser.click("[data-key=action]").click("[data-key=unfollow]").click(".weui-dialog__btn", "取消");
		assertThat(sim.persons().get(0).follows(APP)).isTrue();
		browser.click("[data-key=unfollow]").click(".weui-dialog__btn", "不再关注").find("[data-key=follow]");
		assertThat(sim.persons().get(0).follows(APP)).isFalse();
	}

	@Test
	void menuAndPanelSendWhatCannotBeTyped() {
		follow();
		browser.click(".menubar__top", "班级").click(".menubar__sub", "我的班级");
		browser.find(".msg:not(.msg--me) .bubble", "您点的是：MY_CLASS");
		keyboard().click(".composer__more").click(".tray__one", "图片").click(".album__pick", "作业照片");
		browser.find("[data-kind=image] img");
		browser.click(".composer__more")
			.click(".tray__one", "语音")
			.type(".drawer textarea", "家长会几点")
			.click(".drawer__side--go");
		browser.find(".bubble--heard", "家长会几点");
		browser.click(".composer__more").click(".tray__one", "位置").click(".drawer__side--go");
		browser.find("[data-kind=location] .place__words", "新桥大街");
		browser.screenshot("phone-kinds");
		browser.click(".composer__more").click(".tray__one", "扫码").type("[name=scene]", "CLASS_1");
		browser.click(".drawer__side--go").find(".push", "扫码");
	}

	@Test
	void inputMethodMayUseEnterForItself() {
		follow();
		keyboard().type(INPUT, "bang");
		browser.run("document.querySelector(arguments[0]).dispatchEvent(new KeyboardEvent('keydown',"
				+ "{ key: 'Enter', isComposing: true, bubbles: true }))", INPUT);
		assertThat(browser.find(INPUT).getAttribute("value")).isEqualTo("bang");
		browser.type(INPUT, Keys.ENTER).find(".msg--me .bubble", "bang");
	}

	@Test
	void switchesMakeThePlatformMisbehave() {
		follow();
		browser.click("#tab-bolt").click("[data-fault=重复投递]").click("[data-fault='超出回复时限（45015）']");
		browser.until("both in force", () -> sim.faults().list().size() == 1 && browser.count(".fault--on") == 2);
		assertThat(sim.faults().list()).extracting(Fault::action, Fault::errcode)
			.containsExactly(tuple(FaultAction.ERRCODE, 45015));
		browser.screenshot("phone-switches");
		write("课表");
		browser.click("#tab-push").until("two deliveries", () -> browser.count(".attempt") == 2);
		assertThat(server.timesTold("课表")).isEqualTo(2);
		browser.click("#tab-bolt").click("[data-fault='超出回复时限（45015）']");
		browser.until("taken back", () -> sim.faults().list().isEmpty());
		browser.click("[data-fault=PT48H]").find(".clock__ahead", "48 小时");
	}

	@Test
	void pushIsDeliveredOnceMoreOnDemand() {
		follow();
		write("课表");
		browser.find(".push[aria-current=true]", "课表");
		browser.click(".detail__again").find(".push[aria-current=true]", "再投递");
		browser.until("told once more", () -> server.timesTold("课表") == 2);
	}

	@Test
	void smallScreenShowsOneThingAtATime() {
		browser.sized(390, 844).visit(sim.controlUrl());
		browser.screenshot("phone-small-start");
		follow();
		write("课表");
		browser.find(".msg:not(.msg--me) .bubble", "您说的是：课表");
		assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
		browser.screenshot("phone-small-chat");
		assertThat(browser.barriers()).isEmpty();
		browser.click(".switcher__one", "推送").click(".push", "课表").find(".detail__back");
		assertThat(browser.barriers()).isEmpty();
		browser.screenshot("phone-small-push");
	}

	@Test
	void noScreenHasBarriers() {
		assertThat(browser.find(".people__title").getText()).isNotBlank();
		assertThat(browser.barriers()).as("people").isEmpty();
		browser.click(".people__one").find(".row");
		assertThat(browser.barriers()).as("accounts").isEmpty();
		browser.click(".row", "区教育服务").find("[data-key=follow]");
		assertThat(browser.barriers()).as("profile").isEmpty();
		browser.click("[data-key=follow]").find(".menubar");
		browser.click(".menubar__top", "班级").find(".menubar__sub");
		assertThat(browser.barriers()).as("menu").isEmpty();
		write("https://example.edu.cn/ 在吗");
		browser.find(".msg:not(.msg--me) .bubble a");
		browser.click(".composer__more").find(".tray__one");
		assertThat(browser.barriers()).as("chat").isEmpty();
		browser.click("#tab-api");
		assertThat(browser.barriers()).as("interfaces").isEmpty();
		browser.click("#tab-bolt").click("[data-fault=重复投递]").find(".fault--on");
		assertThat(browser.barriers()).as("switches").isEmpty();
		assertThat(browser.complaints()).isEmpty();
	}

	private void follow() {
		browser.click(".people__one").click(".row", "区教育服务").click("[data-key=follow]");
		browser.find(".msg:not(.msg--me) .bubble", "欢迎关注");
	}

	private void write(String text) {
		keyboard().type(INPUT, text + Keys.ENTER);
	}

	private Browser keyboard() {
		browser.find(".menubar, " + INPUT);
		if (browser.count(".menubar") > 0) {
			browser.click(".composer__turn");
		}
		browser.find(INPUT);
		return browser;
	}

	private WeChatSimulator simulator(int port) {
		return WeChatSimulator.start(SimulatorSettings.defaults()
			.port(port)
			.platformPort(0)
			.timeout(Duration.ofSeconds(2))
			.account(server.account()));
	}

}
