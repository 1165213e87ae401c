package cn.mentougou.education.wechat.outbound;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.dispatch.LateReplies.LateReply;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.token.FakePlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ledger on the real database, a platform that says what a test wants, and one person.
 */
abstract class OutboundFixture {

	static final String SEND = "/cgi-bin/message/custom/send";

	static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

	static final FakePlatform platform = new FakePlatform().answer("/cgi-bin/stable_token",
			"{\"access_token\":\"T\",\"expires_in\":7200}");

	/** Another person in each test, since the database is one. */
	final String person = "o" + UUID.randomUUID();

	@Autowired
	OutboundLedger ledger;

	@Autowired
	OutboundMapper mapper;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@Autowired
	Vault vault;

	@Autowired
	LookupIndex index;

	@DynamicPropertySource
	static void platform(DynamicPropertyRegistry registry) {
		registry.add("education.wechat.api-base-url", platform::url);
	}

	@BeforeEach
	void platformTakesEverything() {
		platform.answer(SEND, OK);
	}

	LateReply text(String text) {
		return late("text", this.clock.instant(), new Reply.Text(text));
	}

	LateReply late(String kind, Instant receivedAt, Reply reply) {
		return new LateReply(this.index.of("test", UUID.randomUUID().toString()), EngineProperties.SERVICE, this.person,
				kind, receivedAt, reply, "correlation-1");
	}

	List<FakePlatform.Call> sent() {
		return platform.calls(SEND).stream().filter((call) -> call.body().contains(this.person)).toList();
	}

	void settled(String... states) {
		Awaitility.await().untilAsserted(() -> assertThat(states()).containsExactly(states));
	}

	List<String> states() {
		return this.jdbc.sql("""
				SELECT CONCAT_WS(' ', state, reason)
				FROM outbound_message
				WHERE person = ?
				ORDER BY id
				""").param(personIndex()).query(String.class).list();
	}

	byte[] personIndex() {
		return new Seal(this.vault, this.index).person(EngineProperties.SERVICE, this.person);
	}

}
