package cn.mentougou.delivery;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class PackagedJarTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	@Test
	void jarHoldsNoSimulatorNoEngineAndNoDemo() throws IOException {
		try (JarFile jar = new JarFile(PackagedApplication.jar().toFile())) {
			List<String> entries = jar.stream().map(ZipEntry::getName).toList();
			assertThat(entries).anyMatch((name) -> name.contains("EducationApplication"))
				.anyMatch((name) -> name.contains("db/migration/V"))
				.noneMatch(
						(name) -> name.matches("(?i).*(wechatsim|testrun|/engines/|mariadb|embedded-redis|redis-server"
								+ "|demo|junit|selenium|sample).*"));
		}
	}

	@Test
	void followerOfTheJarIsAnsweredAndAKilledJarAnswersARepeatAlike() {
		Map<String, Object> properties = fresh();
		try (WeChatSimulator simulator = simulator(properties);
				PackagedApplication application = application(properties).start()) {
			simulator.accounts()
				.forEach((account) -> simulator.webhook(account.appId(),
						application.uri("/wechat/" + account.appId()).toString()));
			SimPerson mother = simulator.person("王女士");
			Push follow = mother.follow(EngineProperties.SERVICE).await();
			Push text = mother.text(EngineProperties.SERVICE, "请问几点上班").await();
			assertThat(List.of(follow, text)).extracting(Push::state).containsOnly(PushRecord.State.ANSWERED);
			List<Bubble> phone = mother.phone(EngineProperties.SERVICE);
			assertThat(phone).filteredOn((bubble) -> bubble.side() == Bubble.Side.ACCOUNT).hasSize(2);
			assertThat(phone).noneMatch(Bubble::isFault);
			application.kill();
			application.start();
			for (Push push : List.of(follow, text)) {
				Push again = simulator.redeliver(push.id()).await();
				assertThat(again.lastAttempt().answerClear()).isEqualTo(push.lastAttempt().answerClear());
				assertThat(again.lastAttempt().answerWire()).isNotEqualTo(push.lastAttempt().answerWire());
			}
			assertThat(messagesIn(properties)).isEqualTo(2);
			assertThat(application.stop()).isEqualTo(143);
			assertThat(application.process().output()).doesNotContain(mother.openId(EngineProperties.SERVICE), "请问几点上班",
					"王女士");
		}
	}

	@Test
	void oneCorrelationIdGoesFromTheProxyToTheApplication() throws Exception {
		Path proxy = Files.createDirectory(this.folder.resolve("proxy"));
		try (PackagedApplication application = application(fresh());
				Nginx nginx = Nginx.start(proxy, application.uri("/").getPort())) {
			application.start();
			HttpResponse<String> answer = get(nginx.uri("/wechat/wxunknown?openid=oSecret"));
			String id = idOf(answer);
			nginx.awaitLog("/wechat/wxunknown");
			assertThat(nginx.logs()).contains(id + " \"GET /wechat/wxunknown\" " + answer.statusCode())
				.doesNotContain("oSecret");
			assertThat(answer.headers().firstValue("Content-Security-Policy"))
				.as("the webhook passes no filter of pages")
				.isEmpty();
			HttpResponse<String> page = get(nginx.uri("/nothing"));
			assertThat(page.body()).contains("主办：北京市门头沟区教育委员会", idOf(page).substring(0, 8))
				.doesNotContain("refusal.", "Whitelabel");
			assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
			assertThat(get(nginx.uri("/assets/console.css")).statusCode()).isEqualTo(200);
		}
	}

	private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static String idOf(HttpResponse<?> answer) {
		return answer.headers().firstValue("X-Request-Id").orElse("none");
	}

	@Test
	void jarWithoutSecretsRefusesToStart() {
		Map<String, Object> properties = fresh();
		properties.keySet().removeIf((name) -> name.startsWith("education.privacy"));
		assertThat(refusalOf(properties)).contains("缺少 education.privacy.keys[0]");
	}

	@Test
	void jarWithASampleSecretRefusesToStart() {
		Map<String, Object> properties = fresh();
		properties.put("education.wechat.accounts[1].secret", "changeme");
		assertThat(refusalOf(properties)).contains("education.wechat.accounts[1].secret 是示例值")
			.doesNotContain("changeme");
	}

	@Test
	void busyPortIsNamedWithItsProperty() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			Map<String, Object> properties = fresh();
			properties.put("server.port", taken.getLocalPort());
			assertThat(refusalOf(properties)).contains("端口 " + taken.getLocalPort(), "server.port", "SERVER_PORT");
		}
	}

	private String refusalOf(Map<String, Object> properties) {
		try (PackagedApplication application = application(properties)) {
			ChildProcess process = application.launch();
			assertThat(process.awaitEnd(PATIENCE)).isNotZero();
			assertThat(process.output()).doesNotContain("\tat ");
			return process.output();
		}
	}

	/** Compiled lightly, since it starts more often than it works. */
	private PackagedApplication application(Map<String, Object> properties) {
		return new PackagedApplication(properties, this.folder).option("-XX:TieredStopAtLevel=1");
	}

	private static WeChatSimulator simulator(Map<String, Object> properties) {
		SimulatorSettings settings = DemoAccount.settings(properties);
		WeChatSimulator simulator = WeChatSimulator.start(settings);
		properties.put("education.wechat.api-base-url", simulator.platformUrl());
		return simulator;
	}

	private static long messagesIn(Map<String, Object> properties) {
		return JdbcClient
			.create(new DriverManagerDataSource((String) properties.get("spring.datasource.url"),
					(String) properties.get("spring.datasource.username"),
					(String) properties.get("spring.datasource.password")))
			.sql("SELECT COUNT(*) FROM inbox_message")
			.query(Long.class)
			.single();
	}

	private static Map<String, Object> fresh() {
		return new LinkedHashMap<>(EngineProperties.fresh());
	}

}
