package cn.mentougou.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.delivery.effects.Covers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Target;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.mass.MassJob;
import cn.mentougou.wechatsim.push.Push;

/** A scene with twenty followers of the subscription account. */
final class PushStage extends Scene {

	static final String SUBSCRIPTION = EngineProperties.SUBSCRIPTION;

	static final int FOLLOWERS = 20;

	static final Actor EDITOR = Actor.system("test");

	private static final int WITH_PHONE = 2;

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

	PushStage() throws Exception {
		super(ground(Ground.at(NINE, Map.of("education.wechat.accounts[0].mode", "plain"))), SUBSCRIPTION);
		for (int i = 0; i < WITH_PHONE; i++) {
			SimPerson person = simulator().person("家长" + i);
			person.follow(SUBSCRIPTION).await();
		}
		simulator().crowd(SUBSCRIPTION, FOLLOWERS - WITH_PHONE);
	}

	/** With a cover, and a platform whose jobs run when the test settles them. */
	private static Ground ground(Ground ground) throws Exception {
		ground.simulator().mass().moment(Duration.ofDays(1));
		ground.properties()
			.put("sample.cover", Covers.upload(ground.simulator().platformUrl(), SUBSCRIPTION, ground.properties()));
		return ground;
	}

	/** Another instance on the same database. */
	Lives another() {
		return new Lives(ground().properties(), clock());
	}

	JdbcClient jdbc() {
		return ground().jdbc();
	}

	/** It is nine o'clock on the next day. */
	void nextDay() {
		Instant nine = clock().instant()
			.atZone(BEIJING)
			.toLocalDate()
			.plusDays(1)
			.atTime(9, 0)
			.atZone(BEIJING)
			.toInstant();
		clock().advance(Duration.between(clock().instant(), nine));
	}

	/** Plans a push that is due now, and may be late by six hours. */
	PushPlanId plan(Verb verb, long news) {
		return plan(verb, news, LatePolicy.until(clock().instant().plus(Duration.ofHours(6))));
	}

	PushPlanId plan(Verb verb, long news, LatePolicy late) {
		return plans().create(EDITOR, new PlanForm(SUBSCRIPTION, clock().instant(), verb, Target.everybody(),
				List.of(new NewsId(news), new NewsId(news + 1)), late, null));
	}

	/** How the plan stands, read past the application. */
	End view(PushPlanId id) {
		return ground().jdbc()
			.sql("SELECT state, reason, platform_id, sent_count FROM push_plan WHERE id = ?")
			.param(id.value())
			.query(End.class)
			.single();
	}

	Plans plans() {
		return lives().now().context().getBean(Plans.class);
	}

	/** Runs the job, and lets the platform do what is due there. */
	void work() {
		run("push");
		simulator().mass().settle().forEach(Push::await);
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
			clock().advance(Duration.ofSeconds((round < 20) ? 21 : 300));
		}
		return view(id);
	}

	/** What the platform accepted on this day. */
	List<MassJob> massesToday() {
		Instant start = clock().instant().atZone(BEIJING).toLocalDate().atStartOfDay(BEIJING).toInstant();
		return simulator().mass().masses(SUBSCRIPTION).stream().filter((job) -> !job.at().isBefore(start)).toList();
	}

	/** How a plan ended. */
	record End(PlanState state, String reason, @Nullable String platformId, @Nullable Long sentCount) {
	}

}
