package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.JourneyHandlers.Effects;
import cn.mentougou.education.journey.JourneyHandlers.Gate;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** More handlers are slow at once than there are threads for them. */
@Journey
class ManySlowHandlersJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Effects effects;

	@Autowired
	private Gate gate;

	@Test
	void everyoneIsAnsweredInTimeNothingIsLostAndOthersNoticeNothing() {
		String words = JourneyHandlers.GATED + UUID.randomUUID();
		this.gate.close();
		List<SimPerson> people = IntStream.range(0, 20).mapToObj((i) -> follower("家长" + i)).toList();
		List<Push> pushes = people.stream().map((person) -> person.text(SERVICE, words)).toList();
		await().atMost(Duration.ofSeconds(3))
			.until(() -> pushes.stream().noneMatch((push) -> push.attempts().isEmpty()));
		Push other = follower("旁人").text(SERVICE, "没有规则的话").await();
		assertThat(other.lastAttempt().durationMillis()).isLessThan(1000);
		assertThat(pushes).allSatisfy((push) -> {
			assertThat(push.await().state()).isEqualTo(PushRecord.State.SILENT);
			assertThat(push.attempts()).hasSize(1);
			assertThat(push.lastAttempt().durationMillis()).isBetween(4000L, 5000L);
		});
		this.gate.open();
		await().atMost(Duration.ofSeconds(20)).until(() -> people.stream().allMatch((person) -> answers(person) == 1));
		assertThat(this.effects.of(words)).isEqualTo(20);
		assertThat(people).allSatisfy((person) -> assertThat(person.phone(SERVICE)).noneMatch(Bubble::isFault));
	}

	private SimPerson follower(String nickname) {
		SimPerson person = this.simulator.person(nickname);
		person.follow(SERVICE).await();
		return person;
	}

	private static long answers(SimPerson person) {
		return person.phone(SERVICE).stream().filter((bubble) -> "等到了".equals(bubble.text())).count();
	}

}
