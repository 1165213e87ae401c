package cn.mentougou.crash;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Bubble;

/** A scene with a person who writes to the service account. */
final class Stage extends Scene {

	static final String SERVICE = EngineProperties.SERVICE;

	private static final String TOKEN = "/cgi-bin/stable_token";

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	private final SimPerson person;

	private volatile boolean isSpooling;

	Stage(Map<String, Object> further) {
		super(Ground.at(NOON, plain(further)), SERVICE);
		this.person = simulator().person("王女士");
		this.person.follow(SERVICE).await();
	}

	private static Map<String, Object> plain(Map<String, Object> further) {
		Map<String, Object> properties = new LinkedHashMap<>(further);
		properties.put("education.wechat.accounts[1].mode", "plain");
		return properties;
	}

	/** The person writes. */
	Push write(String words) {
		this.isSpooling = false;
		return this.person.text(SERVICE, words);
	}

	/** The person writes while the database is out of reach: the push is only kept. */
	byte[] spooled(String words) {
		this.isSpooling = true;
		return this.person.text(SERVICE, words).await().draft().clearXml().getBytes(StandardCharsets.UTF_8);
	}

	/** Does what waited; {@code false} if it must be done again. */
	boolean replayed(byte[] xml) {
		Lives.Current now = lives().now();
		return awaited(now, () -> {
			now.replay(SERVICE, xml);
			return "done";
		}).isPresent();
	}

	/**
	 * Orders in a transaction, again with the next life if this one ends, as the caller's
	 * own work would be done again.
	 */
	void order(OutboundOrder order) {
		boolean isOrdered = false;
		while (!isOrdered) {
			Lives.Current now = lives().now();
			isOrdered = awaited(now, () -> {
				now.order(order);
				return "done";
			}).isPresent();
		}
	}

	SimPerson person() {
		return this.person;
	}

	/** Runs the jobs that finish what was left over. */
	void runJobs() {
		run("inbox-recovery", "outbound-leftovers");
	}

	/** Nobody has a token. */
	void forgetToken() {
		ground().jdbc().sql("DELETE FROM access_token").update();
		lives().next();
	}

	/** The platform knows the token no more that the application holds. */
	void invalidateToken() {
		simulator().faults().add(Fault.of(FaultAction.TOKEN_INVALIDATE));
	}

	int tokenCalls() {
		return simulator().counters().usage(SERVICE, TOKEN).used();
	}

	void advance(Duration time) {
		clock().advance(time);
	}

	List<Bubble> answers(String id) {
		String answer = EffectHandlers.ANSWER + " " + id;
		return this.person.phone(SERVICE).stream().filter((bubble) -> answer.equals(bubble.text())).toList();
	}

	long faultLines() {
		return this.person.phone(SERVICE).stream().filter(Bubble::isFault).count();
	}

	int effects(String id) {
		return count("effect WHERE words = '" + id + "'");
	}

	int count(String fromWhere) {
		return ground().jdbc().sql("SELECT COUNT(*) FROM " + fromWhere).query(Integer.class).single();
	}

	/** Whether the application has nothing more to do. */
	boolean isSettled() {
		return count("inbox_message WHERE state <> 'DONE'") == 0
				&& count("outbound_message WHERE state IN ('NEW', 'SENDING')") == 0;
	}

	@Override
	WebhookStub.Answer answer(WebhookStub.Received request) {
		return this.isSpooling ? WebhookStub.Answer.of("success") : super.answer(request);
	}

}
