package cn.mentougou.crash;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.delivery.effects.Covers;
import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Target;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.mass.MassJob;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.stub.WebhookStub;

/** The database, the platform and twenty followers; and the lives that push to them. */
final class PushStage implements AutoCloseable {

	static final String SUBSCRIPTION = EngineProperties.SUBSCRIPTION;

	static final int FOLLOWERS = 20;

	static final Actor EDITOR = Actor.system("test");

	private static final int WITH_PHONE = 2;

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T01:00:00Z"));

	private final WebhookStub webhook = new WebhookStub();

	private final WeChatSimulator simulator;

	private final JdbcClient jdbc;

	private final Lives lives;

	private final Map<String, Object> properties;

	PushStage() throws Exception {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		properties.put("education.wechat.accounts[0].mode", "plain");
		properties.put("education.quota.write-every", "5s");
		SimulatorSettings settings = DemoAccount.settings(properties)
			.timeout(Duration.ofSeconds(60))
			.clock(this.clock);
		this.simulator = WeChatSimulator.start(settings);
		this.simulator.mass().moment(Duration.ofDays(1));
		properties.put("education.wechat.api-base-url", this.simulator.platformUrl());
		properties.put("sample.cover", Covers.upload(this.simulator.platformUrl(), SUBSCRIPTION, properties));
		this.jdbc = EngineProperties.migrated(properties);
		this.jdbc.sql(EffectHandlers.TABLE).update();
		this.properties = properties;
		this.lives = new Lives(properties, this.clock);
		this.webhook.answers(this::answer);
		this.simulator.webhook(SUBSCRIPTION, this.webhook.url());
		for (int i = 0; i < WITH_PHONE; i++) {
			SimPerson person = this.simulator.person("家长" + i);
			person.follow(SUBSCRIPTION).await();
		}
		this.simulator.crowd(SUBSCRIPTION, FOLLOWERS - WITH_PHONE);
	}

	Lives lives() {
		return this.lives;
	}

	/** Another instance on the same database. */
	Lives another() {
		return new Lives(this.properties, this.clock);
	}

	WeChatSimulator simulator() {
		return this.simulator;
	}

	MovableClock clock() {
		return this.clock;
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	/** It is nine o'clock on the next day. */
	void nextDay() {
		Instant nine = this.clock.instant()
			.atZone(BEIJING)
			.toLocalDate()
			.plusDays(1)
			.atTime(9, 0)
			.atZone(BEIJING)
			.toInstant();
		this.clock.advance(Duration.between(this.clock.instant(), nine));
	}

	/** Plans a push that is due now, and may be late by six hours. */
	PushPlanId plan(Verb verb, long news) {
		return plan(verb, news, LatePolicy.until(this.clock.instant().plus(Duration.ofHours(6))));
	}

	PushPlanId plan(Verb verb, long news, LatePolicy late) {
		return plans().create(EDITOR, new PlanForm(SUBSCRIPTION, this.clock.instant(), verb, Target.everybody(),
				List.of(new NewsId(news), new NewsId(news + 1)), late, null));
	}

	/** How the plan stands, read past the application. */
	End view(PushPlanId id) {
		return this.jdbc.sql("SELECT state, reason, platform_id, sent_count FROM push_plan WHERE id = ?")
			.param(id.value())
			.query(End.class)
			.single();
	}

	Plans plans() {
		return this.lives.now().context().getBean(Plans.class);
	}

	/** Runs the job, and lets the platform do what is due there. */
	void work() {
		Lives.Current now = this.lives.now();
		awaited(now, () -> {
			now.run("push");
			return "done";
		});
		this.simulator.mass().settle().forEach(Push::await);
	}

	/** Works until the push is over, at most for some hours. */
	End finish(PushPlanId id) {
		for (int round = 0; round < 40; round++) {
			work();
			End view = view(id);
			boolean isOver = switch (view.state()) {
				case SENT, REFUSED, MISSED, SKIPPED, CANCELLED, TAKEN_OVER -> true;
				default -> false;
			};
			if (isOver) {
				return view;
			}
			this.clock.advance(Duration.ofSeconds((round < 20) ? 21 : 300));
		}
		return view(id);
	}

	/** What the platform accepted on this day. */
	List<MassJob> massesToday() {
		Instant start = this.clock.instant().atZone(BEIJING).toLocalDate().atStartOfDay(BEIJING).toInstant();
		return this.simulator.mass().masses(SUBSCRIPTION).stream().filter((job) -> !job.at().isBefore(start)).toList();
	}

	private WebhookStub.Answer answer(WebhookStub.Received request) {
		Lives.Current now = this.lives.now();
		byte[] xml = request.body().getBytes(StandardCharsets.UTF_8);
		return awaited(now, () -> {
			byte[] reply = now.answer(SUBSCRIPTION, xml);
			return (reply != null) ? new String(reply, StandardCharsets.UTF_8) : "success";
		}).map(WebhookStub.Answer::of).orElseGet(() -> new WebhookStub.Answer(500, "", Duration.ZERO));
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

	@Override
	public void close() {
		this.simulator.close();
		this.webhook.close();
		this.lives.close();
	}

	/** How a plan ended. */
	record End(PlanState state, String reason, @Nullable String platformId, @Nullable Long sentCount) {
	}

}
