package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.JourneyHandlers.Effects;
import cn.mentougou.education.journey.JourneyHandlers.Gate;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator does about messages that went wrong, on the management port. */
@Journey
class OperatorJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private final String words = JourneyHandlers.FAIL + UUID.randomUUID();

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Effects effects;

	@Autowired
	private Gate gate;

	@Autowired
	private JdbcClient jdbc;

	@LocalManagementPort
	private int managementPort;

	@LocalServerPort
	private int port;

	private SimPerson mother;

	@BeforeEach
	void fail() {
		this.gate.isFailing = true;
		this.mother = this.simulator.person("王女士");
		this.mother.follow(SERVICE).await();
		this.mother.text(SERVICE, this.words).await();
	}

	@Test
	void aDeadLetterIsListedWithReasonAndMessage() {
		assertThat(call(HttpMethod.GET, "deadletters")).contains(this.words, "IllegalStateException at ",
				"\"attempts\":1");
	}

	@Test
	void aFailureOfTheNextRunIsCountedAndChangesNothingElse() {
		assertThat(call(HttpMethod.POST, "deadletters/" + latest())).contains("再次失败", "IllegalStateException")
			.doesNotContain("private words");
		assertThat(this.jdbc.sql("SELECT CONCAT(state, attempts) FROM dead_letter WHERE id = ?")
			.param(latest())
			.query(String.class)
			.single()).isEqualTo("OPEN2");
		assertThat(this.effects.of(this.words)).isZero();
	}

	@Test
	void theNextRunThatSucceedsReachesThePersonOnceAndSettlesTheLetter() {
		long id = latest();
		call(HttpMethod.POST, "deadletters/" + id);
		this.gate.isFailing = false;
		assertThat(call(HttpMethod.POST, "deadletters/" + id)).contains("已重新处理");
		await().atMost(Duration.ofSeconds(20)).until(() -> lateAnswers() == 1);
		assertThat(call(HttpMethod.POST, "deadletters/" + id)).contains("可能已经处理过");
		assertThat(call(HttpMethod.GET, "deadletters")).doesNotContain(this.words);
		assertThat(this.effects.of(this.words)).isOne();
		assertThat(lateAnswers()).isOne();
	}

	@Test
	void aLetterThatIsSetAsideIsListedNoMore() {
		long id = latest();
		assertThat(call(HttpMethod.DELETE, "deadletters/" + id)).contains("已搁置");
		assertThat(call(HttpMethod.DELETE, "deadletters/" + id)).contains("可能已经处理过");
		assertThat(call(HttpMethod.GET, "deadletters")).doesNotContain(this.words);
	}

	@Test
	void anUnknownNumberIsSaidToBeUnknown() {
		assertThat(call(HttpMethod.POST, "deadletters/99999999")).contains("没有编号为 99999999 的待处理消息");
	}

	@Test
	void whatOnlyGotTheDefaultAnswerIsListed() {
		String question = "没有人准备过的问题" + UUID.randomUUID();
		this.mother.text(SERVICE, question).await();
		assertThat(call(HttpMethod.GET, "unanswered")).contains(question).doesNotContain(this.words);
	}

	@Test
	void nothingThatTellsSecretsIsServedAndNothingOfThisOnThePublicPort() {
		for (String endpoint : new String[] { "env", "heapdump", "configprops", "beans", "threaddump", "loggers",
				"mappings", "shutdown", "logfile", "scheduledtasks", "flyway", "sessions" }) {
			assertThat(status(this.managementPort, "/actuator/" + endpoint)).as(endpoint).isEqualTo(404);
		}
		for (String path : new String[] { "", "/health", "/prometheus", "/deadletters", "/unanswered" }) {
			assertThat(status(this.port, "/actuator" + path)).as(path).isEqualTo(404);
		}
	}

	private long latest() {
		return this.jdbc.sql("SELECT MAX(id) FROM dead_letter").query(Long.class).single();
	}

	private long lateAnswers() {
		return this.mother.phone(SERVICE)
			.stream()
			.filter((bubble) -> "这次好了".equals(bubble.text()) && bubble.via() == Bubble.Via.CUSTOMER_SERVICE)
			.count();
	}

	private String call(HttpMethod method, String path) {
		RestClient.RequestBodySpec request = RestClient.create()
			.method(method)
			.uri("http://localhost:" + this.managementPort + "/actuator/" + path);
		if (method == HttpMethod.POST) {
			request.contentType(MediaType.APPLICATION_JSON).body(Map.of());
		}
		return String.valueOf(request.retrieve().body(String.class));
	}

	private static int status(int port, String path) {
		return RestClient.create()
			.get()
			.uri("http://localhost:" + port + path)
			.exchange((request, response) -> response.getStatusCode().value());
	}

}
