package cn.mentougou.crash;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Bubble;

/** The database, the platform and a person; and the lives, to which pushes are led. */
final class Stage implements AutoCloseable {

	static final String SERVICE = EngineProperties.SERVICE;

	private static final String TOKEN = "/cgi-bin/stable_token";

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T04:00:00Z"));

	private final WebhookStub webhook = new WebhookStub();

	private final WeChatSimulator simulator;

	private final SimPerson person;

	private final JdbcClient jdbc;

	private final Lives lives;

	private volatile boolean isSpooling;

	Stage(Map<String, Object> further) {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		properties.put("education.wechat.accounts[1].mode", "plain");
		properties.put("education.quota.write-every", "5s");
		properties.putAll(further);
		SimulatorSettings settings = DemoAccount.settings(properties)
			.timeout(Duration.ofSeconds(60))
			.clock(this.clock);
		this.simulator = WeChatSimulator.start(settings);
		properties.put("education.wechat.api-base-url", this.simulator.platformUrl());
		this.jdbc = EngineProperties.migrated(properties);
		this.jdbc.sql(EffectHandlers.TABLE).update();
		this.lives = new Lives(properties, this.clock);
		this.webhook.answers(this::answer);
		this.simulator.webhook(SERVICE, this.webhook.url());
		this.person = this.simulator.person("王女士");
		this.person.follow(SERVICE).await();
	}

	Lives lives() {
		return this.lives;
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
		Lives.Current now = this.lives.now();
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
			Lives.Current now = this.lives.now();
			isOrdered = awaited(now, () -> {
				now.order(order);
				return "done";
			}).isPresent();
		}
	}

	SimPerson person() {
		return this.person;
	}

	WeChatSimulator simulator() {
		return this.simulator;
	}

	MovableClock clock() {
		return this.clock;
	}

	/** Runs the jobs that finish what was left over. */
	void runJobs() {
		Lives.Current now = this.lives.now();
		awaited(now, () -> {
			now.run("inbox-recovery");
			now.run("outbound-leftovers");
			return "done";
		});
	}

	/** Nobody has a token. */
	void forgetToken() {
		this.jdbc.sql("DELETE FROM access_token").update();
		this.lives.next();
	}

	/** The platform knows the token no more that the application holds. */
	void invalidateToken() {
		this.simulator.faults().add(Fault.of(FaultAction.TOKEN_INVALIDATE));
	}

	int tokenCalls() {
		return this.simulator.counters().usage(SERVICE, TOKEN).used();
	}

	void advance(Duration time) {
		this.clock.advance(time);
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
		return this.jdbc.sql("SELECT COUNT(*) FROM " + fromWhere).query(Integer.class).single();
	}

	/** Whether the application has nothing more to do. */
	boolean isSettled() {
		return count("inbox_message WHERE state <> 'DONE'") == 0
				&& count("outbound_message WHERE state IN ('NEW', 'SENDING')") == 0;
	}

	/** Of a life that ends the platform hears nothing; what it repeats meets the next. */
	private WebhookStub.Answer answer(WebhookStub.Received request) {
		if (this.isSpooling) {
			return WebhookStub.Answer.of("success");
		}
		Lives.Current now = this.lives.now();
		byte[] xml = request.body().getBytes(StandardCharsets.UTF_8);
		return awaited(now, () -> text(now.answer(SERVICE, xml))).map(WebhookStub.Answer::of)
			.orElseGet(() -> new WebhookStub.Answer(500, "", Duration.ZERO));
	}

	/** What this life says, if it does not end before or fail. */
	private static Optional<String> awaited(Lives.Current now, Supplier<String> work) {
		CompletableFuture<String> words = CompletableFuture.supplyAsync(work,
				(task) -> new Thread(task, "request").start());
		try {
			CompletableFuture.anyOf(words, now.life().death()).orTimeout(40, TimeUnit.SECONDS).join();
			return now.life().isOver() ? Optional.empty() : Optional.of(words.join());
		}
		catch (CompletionException ex) {
			return Optional.empty();
		}
	}

	private static String text(byte[] reply) {
		return (reply != null) ? new String(reply, StandardCharsets.UTF_8) : "success";
	}

	@Override
	public void close() {
		this.simulator.close();
		this.webhook.close();
		this.lives.close();
	}

}
