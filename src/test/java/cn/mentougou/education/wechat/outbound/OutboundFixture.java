package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.dispatch.LateReplies;
import cn.mentougou.education.wechat.dispatch.LateReplies.LateReply;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushWitness;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.token.FakePlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ledger on the real database, a platform that says what a test wants, and one person.
 */
abstract class OutboundFixture {

	static final String SEND = "/cgi-bin/message/custom/send";

	static final String TEMPLATE = "/cgi-bin/message/template/send";

	static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

	static final String TAKEN = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228332}";

	static final FakePlatform platform = new FakePlatform().answer("/cgi-bin/stable_token",
			"{\"access_token\":\"T\",\"expires_in\":7200}");

	/** Another person in each test, since the database is one. */
	final String person = "o" + UUID.randomUUID();

	@Autowired
	Outbound outbound;

	@Autowired
	LateReplies lateReplies;

	@Autowired
	Leftovers leftovers;

	@Autowired
	PushWitness witness;

	@Autowired
	TransactionTemplate transaction;

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
		platform.answer(TEMPLATE, TAKEN);
	}

	/** The person wrote. */
	void wrote() {
		saw(new InboundMessage.Text(header("text"), "您好", null));
	}

	/** The person tapped a menu button. */
	void tapped() {
		saw(new InboundMessage.Event(header("event:CLICK"), new InboundEvent.MenuTapped("K")));
	}

	void saw(InboundMessage message) {
		this.witness.saw(new Push(new MessageKey(new byte[32]), message, new byte[0], this.clock.instant(), 0, "c"));
	}

	InboundMessage.Header header(String kind) {
		return new InboundMessage.Header(EngineProperties.SERVICE, "gh_1", this.person, this.clock.instant(), kind,
				null);
	}

	OutboundId send(OutboundMessage message) {
		return send(UUID.randomUUID().toString(), message);
	}

	OutboundId send(String key, OutboundMessage message) {
		return this.transaction.execute((status) -> this.outbound.send(order(key, message)));
	}

	OutboundOrder order(String key, OutboundMessage message) {
		return new OutboundOrder(key, EngineProperties.SERVICE, this.person, message, "test",
				this.clock.instant().plus(Duration.ofHours(100)));
	}

	static OutboundMessage text(String text) {
		return new OutboundMessage.Text(text);
	}

	static OutboundMessage template() {
		return new OutboundMessage.Template("T1", null, null, Map.of("thing1", "数学课"));
	}

	LateReply late(Instant receivedAt, Reply reply) {
		return new LateReply(this.index.of("test", UUID.randomUUID().toString()), EngineProperties.SERVICE, this.person,
				"text", receivedAt, reply, "correlation-1");
	}

	/** After a while, the job runs. */
	void later(Duration time) {
		this.clock.advance(time);
		this.leftovers.send();
	}

	List<FakePlatform.Call> sent() {
		return calls(SEND);
	}

	List<FakePlatform.Call> calls(String path) {
		return platform.calls(path).stream().filter((call) -> call.body().contains(this.person)).toList();
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
