package cn.mentougou.education.wechat.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.notice.SimTemplate;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

/**
 * A platform of its own beside the ledger of consents; what the platform pushes is handed
 * over by hand, so that it can be late, twice or in another order.
 */
final class ConsentLedger implements AutoCloseable {

	static final String APP = EngineProperties.SERVICE;

	private final String run = UUID.randomUUID().toString();

	private final ConsentListener listener;

	private final Consents consents;

	private final TransactionTemplate transaction;

	private final WeChatSimulator simulator;

	private final Caller platform;

	private final SimTemplate once;

	private final SimTemplate lasting;

	ConsentLedger(ConsentListener listener, Consents consents, TransactionTemplate transaction, JdbcClient jdbc,
			Clock clock) {
		this.listener = listener;
		this.consents = consents;
		this.transaction = transaction;
		this.simulator = WeChatSimulator.start(SimulatorSettings.defaults()
			.port(0)
			.platformPort(0)
			.seed(System.nanoTime())
			.clock(clock)
			.account(SimAccount.service(APP)));
		this.platform = new Caller(this.simulator.platformUrl());
		this.once = adopt("52301", "ONE_TIME", jdbc);
		this.lasting = adopt("52303", "LONG_TERM", jdbc);
	}

	SimTemplate once() {
		return this.once;
	}

	SimTemplate lasting() {
		return this.lasting;
	}

	SimPerson person() {
		return this.simulator.person("家长");
	}

	/** The ledger learns of a push, again if it is handed over again. */
	void learn(cn.mentougou.wechatsim.push.Push pushed) {
		byte[] xml = pushed.draft().clearXml().getBytes(StandardCharsets.UTF_8);
		Push push = new Push(new MessageKey(hash(pushed.id())), MessageReader.read(APP, xml).message(), xml,
				Instant.now(), System.nanoTime(), "test");
		if (this.listener.concerns(push.message(), null)) {
			this.transaction.executeWithoutResult((status) -> this.listener.learn(push));
		}
	}

	boolean spend(SimPerson person, SimTemplate template) {
		return Boolean.TRUE
			.equals(this.transaction.execute((status) -> this.consents.spend(APP, person.openId(APP), template.id())));
	}

	void giveBack(SimPerson person, SimTemplate template, Instant spentAt) {
		this.transaction
			.executeWithoutResult((status) -> this.consents.giveBack(APP, person.openId(APP), template.id(), spentAt));
	}

	void denied(SimPerson person, SimTemplate template) {
		this.transaction.executeWithoutResult((status) -> this.consents.denied(APP, person.openId(APP), template.id()));
	}

	boolean has(SimPerson person, SimTemplate template) {
		return this.consents.has(APP, person.openId(APP), template.id());
	}

	List<Consent> of(SimPerson person) {
		return this.consents.of(APP, person.openId(APP));
	}

	/** What the platform answers to a notice. */
	int send(SimPerson person, SimTemplate template) {
		StringBuilder data = new StringBuilder();
		template.fields()
			.forEach((field) -> data.append(data.isEmpty() ? "" : ",")
				.append("\"%s\":{\"value\":\"%s\"}".formatted(field.name(), field.example())));
		String token = this.platform.token(this.simulator.accounts().get(0));
		return this.platform.code("/cgi-bin/message/subscribe/bizsend?access_token=" + token,
				"{\"touser\":\"%s\",\"template_id\":\"%s\",\"data\":{%s}}".formatted(person.openId(APP), template.id(),
						data));
	}

	@Override
	public void close() {
		this.simulator.close();
	}

	private SimTemplate adopt(String tid, String kind, JdbcClient jdbc) {
		SimTemplate template = this.simulator.notices().adopt(APP, tid);
		jdbc.sql("INSERT INTO message_template (app_id, template_id, kind, title, content, example, seen_at)"
				+ " VALUES (?, ?, ?, ?, '', '', '2026-01-01')")
			.params(APP, template.id(), kind, template.title())
			.update();
		return template;
	}

	private byte[] hash(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest((this.run + text).getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
