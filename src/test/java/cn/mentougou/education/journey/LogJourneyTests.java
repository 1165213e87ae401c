package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.JourneyHandlers.Gate;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.platform.ApiLogEntry;
import cn.mentougou.wechatsim.push.Push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the application's log tells, and what it never tells, at its most talkative. */
@Journey
@ExtendWith(OutputCaptureExtension.class)
class LogJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private final String secretWords = "只给学校看的话" + UUID.randomUUID();

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private WeChatAccounts accounts;

	@Autowired
	private Gate gate;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Environment environment;

	private SimPerson mother;

	@BeforeEach
	void speakFreely() {
		level(LogLevel.DEBUG);
		this.gate.isFailing = true;
		this.gate.close();
		this.mother = this.simulator.person("王女士" + UUID.randomUUID());
		this.mother.follow(SERVICE).await();
	}

	@AfterEach
	void speakAsUsual() {
		this.gate.open();
		level(null);
	}

	@Test
	void neitherPeopleNorWordsNorSecretsAreLogged(CapturedOutput log) {
		this.mother.text(SERVICE, this.secretWords).await();
		this.mother.text(SERVICE, JourneyHandlers.FAIL + this.secretWords).await();
		this.mother.voice(SERVICE, this.secretWords).await();
		this.mother.location(SERVICE, 39.94, 116.1, this.secretWords).await();
		this.mother.link(SERVICE, this.secretWords, this.secretWords, "http://u/" + this.secretWords).await();
		this.mother.message(SERVICE, "a_new_kind", "<Novel>" + this.secretWords + "</Novel>").await();
		answerLate();
		this.mother.unfollow(SERVICE).await();
		assertThat(log.getAll()).contains("DEBUG", "HandlerWork").doesNotContain(secrets());
	}

	@Test
	void oneIdLeadsFromThePushToTheCallOutside(CapturedOutput log) {
		int before = this.simulator.apiLog().size();
		answerLate();
		List<String> ids = this.simulator.apiLog()
			.stream()
			.skip(before)
			.filter((call) -> call.path().equals("/cgi-bin/message/custom/send"))
			.map(ApiLogEntry::requestId)
			.toList();
		assertThat(ids).hasSize(1);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM inbox_message WHERE correlation_id = ?")
			.param(ids.get(0))
			.query(Integer.class)
			.single()).isOne();
		assertThat(log.getAll().lines().filter((line) -> line.contains("[" + ids.get(0) + "]")))
			.anyMatch((line) -> line.contains("outbound"))
			.anyMatch((line) -> line.contains("message-handler"));
	}

	private void answerLate() {
		Push push = this.mother.text(SERVICE, JourneyHandlers.GATED + this.secretWords).await();
		assertThat(push.lastAttempt().answerWire()).isEqualTo("success");
		this.gate.open();
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.mother.phone(SERVICE).stream().anyMatch((bubble) -> "等到了".equals(bubble.text())));
	}

	private List<String> secrets() {
		List<String> secrets = new ArrayList<>(
				List.of(this.secretWords, this.mother.openId(SERVICE), "王女士", "private words", "openid="));
		for (WeChatAccount account : this.accounts.all()) {
			secrets.addAll(List.of(account.secret(), account.token(), String.valueOf(account.aesKey())));
		}
		for (String property : List.of("education.privacy.keys[0].key", "education.privacy.index-key",
				"spring.datasource.password")) {
			secrets.add(this.environment.getRequiredProperty(property));
		}
		return secrets;
	}

	private static void level(@Nullable LogLevel level) {
		LoggingSystem.get(LogJourneyTests.class.getClassLoader()).setLogLevel("cn.mentougou.education", level);
	}

}
