package cn.mentougou.education.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.demo.DemoMenus;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.scene.SceneDraft;
import cn.mentougou.education.wechat.scene.SceneKind;
import cn.mentougou.education.wechat.scene.SceneQrCode;
import cn.mentougou.education.wechat.scene.SceneQrCodes;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Codes that the platform made are scanned, and people find from one account to the
 * other.
 */
@Journey
class SceneJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String NEWS = EngineProperties.SUBSCRIPTION;

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private SceneQrCodes codes;

	@Autowired
	private Units units;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationContext context;

	@Value("${local.server.port}")
	private int port;

	@BeforeEach
	void found() {
		this.simulator.pushOptions(PushOptions.NONE);
		if (this.units.commission().isEmpty()) {
			this.units.found(Actor.system("test"), "门头沟区教育委员会");
		}
		run("serviceAccountPicture", "sceneTickets", "serviceAccountPicture");
	}

	@Test
	void newFollowerAndOldOneReachTheSameAnswerAndEachPushCountsOnce() {
		SceneQrCode code = issued("家长开放日 " + UUID.randomUUID().toString().substring(0, 8), true);
		SimPerson mother = this.simulator.person("扫码的妈妈");
		Push follow = mother.scanCode(code.ticket().url()).await();
		assertThat(last(mother)).contains("欢迎关注", code.title(), "正在准备");
		assertThat(tally(code)).containsExactly("1 0");
		this.simulator.redeliver(follow.id()).await();
		assertThat(tally(code)).as("a redelivery counts no more").containsExactly("1 0");
		this.simulator.clock().advance(Duration.ofSeconds(2));
		Push scan = mother.scanCode(code.ticket().url()).await();
		assertThat(last(mother)).doesNotContain("欢迎关注").contains(code.title(), "正在准备");
		this.simulator.redeliver(scan.id()).await();
		assertThat(tally(code)).containsExactly("1 1");
		this.codes.withdraw(Actor.system("test"), code.id());
		this.simulator.clock().advance(Duration.ofSeconds(2));
		mother.scanCode(code.ticket().url()).await();
		assertThat(last(mother)).contains("已经停用");
		assertThat(tally(code)).as("it says how many posters still hang").containsExactly("1 2");
	}

	@Test
	void permanentCodeIsOneAtThePlatformHoweverOftenItIsAskedFor() {
		int before = this.simulator.codes().permanentCount(SERVICE);
		SceneQrCode code = issued("永久 " + UUID.randomUUID().toString().substring(0, 8), true);
		this.jdbc.sql("UPDATE scene_code SET state = 'WANTED', ticket = NULL, due_at = created_at WHERE id = ?")
			.param(code.id().value())
			.update();
		run("sceneTickets");
		assertThat(this.codes.find(code.id()).orElseThrow().ticket().url()).isEqualTo(code.ticket().url());
		assertThat(this.simulator.codes().permanentCount(SERVICE)).isEqualTo(before + 1);
	}

	@Test
	void personFindsFromTheSubscriptionAccountIntoTheServiceAccount() throws IOException, InterruptedException {
		SimPerson father = this.simulator.person("找班级的爸爸");
		father.follow(NEWS).await();
		await().atMost(Duration.ofSeconds(20)).until(() -> pictures(father).size() == 1);
		assertThat(pictures(father).get(0).via()).isEqualTo(Bubble.Via.CUSTOMER_SERVICE);
		father.menu(NEWS, "FIND_SERVICE").await();
		father.text(NEWS, "我的班级").await();
		assertThat(pictures(father)).hasSize(3);
		Push follow = father.scanPicture(bytes(this.simulator.controlUrl() + pictures(father).get(2).picUrl())).await();
		assertThat(follow.draft().kind()).isEqualTo("subscribe");
		assertThat(father.follows(SERVICE)).isTrue();
		assertThat(last(father)).contains("欢迎关注", "这里是“门头沟教育”服务号");
	}

	@Test
	void phonePageWalksFromOneAccountIntoTheOther() throws IOException, InterruptedException {
		name(NEWS, "门头沟教育", DemoMenus.SUBSCRIPTION);
		name(SERVICE, "门头沟教育服务", DemoMenus.SERVICE);
		SimPerson person = this.simulator.person("手机页上的家长");
		try (Browser browser = Browser.open().sized(1440, 900).visit(this.simulator.controlUrl())) {
			browser.click(".people__one", "手机页上的家长").click(".row", "门头沟教育").click("[data-key=follow]");
			browser.find(".msg:not(.msg--me) .bubble--picture img");
			browser.click(".menubar__top", "找服务号");
			await().atMost(Duration.ofSeconds(20)).until(() -> pictures(person).size() == 2);
			browser.until("the picture is shown", () -> browser.count(".msg:not(.msg--me) .bubble--picture img") == 2);
			browser.screenshot("bridge-picture");
			Path file = Files.createDirectories(Path.of("target/screenshots")).resolve("bridge-saved.png");
			Files.write(file, bytes(this.simulator.controlUrl() + pictures(person).get(1).picUrl()));
			browser.click("[data-key=back]").click("[data-key=action]").find(".codes__file");
			browser.type(".codes__file input", file.toAbsolutePath().toString());
			browser.until("the code is read",
					() -> !String.valueOf(browser.run("return document.querySelector('[name=content]').value"))
						.isEmpty());
			browser.click(".drawer__side--go").find(".msg:not(.msg--me) .bubble", "这里是“门头沟教育”服务号");
			browser.screenshot("bridge-arrived");
			assertThat(person.follows(SERVICE)).isTrue();
			assertThat(browser.complaints()).isEmpty();
			browser.visit("http://localhost:" + this.port + "/service-account").find("img[alt*=二维码]");
			browser.until("the picture is there",
					() -> Boolean.TRUE.equals(browser.run("return document.querySelector('img').naturalWidth > 200")));
			assertThat(browser.barriers()).isEmpty();
			assertThat(browser.complaints()).isEmpty();
			browser.screenshot("service-account");
		}
		finally {
			name(NEWS, "订阅号", List.of());
			name(SERVICE, "服务号", List.of());
		}
	}

	private SceneQrCode issued(String title, boolean isPermanent) {
		UnitId unit = this.units.commission().orElseThrow().id();
		SceneQrCode code = this.codes
			.find(this.codes.order(Actor.system("test"),
					new SceneDraft(SceneKind.POSTER, unit, title, "", isPermanent, null)))
			.orElseThrow();
		run("sceneTickets");
		await().atMost(Duration.ofSeconds(20)).until(() -> this.codes.find(code.id()).orElseThrow().ticket() != null);
		return this.codes.find(code.id()).orElseThrow();
	}

	private void run(String... jobs) {
		for (String job : jobs) {
			this.context.getBean(job, Job.class).work().run();
		}
	}

	private List<String> tally(SceneQrCode code) {
		return this.jdbc.sql("SELECT CONCAT(follows, ' ', scans) FROM scene_tally WHERE code_id = ?")
			.param(code.id().value())
			.query(String.class)
			.list();
	}

	private static List<Bubble> pictures(SimPerson person) {
		return person.phone(NEWS)
			.stream()
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT && bubble.kind() == Bubble.Kind.IMAGE)
			.toList();
	}

	private static String last(SimPerson person) {
		List<String> words = person.phone(SERVICE)
			.stream()
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT)
			.map((bubble) -> String.valueOf(bubble.text()))
			.toList();
		return words.isEmpty() ? "" : words.get(words.size() - 1);
	}

	private static byte[] bytes(String address) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	private void name(String appId, String name, List<DemoMenus.Entry> menu) {
		SimAccount account = this.simulator.accounts()
			.stream()
			.filter((one) -> one.appId().equals(appId))
			.findFirst()
			.orElseThrow();
		this.simulator.account(account.withName(name).withMenu(DemoAccount.buttons(menu)));
	}

}
