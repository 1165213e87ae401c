package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;

import cn.mentougou.faultproxy.Behaviour;

/** Redis holds only what can be lost: without it everything works, and as fast. */
@Import(FaultyLines.OverTheLine.class)
class RedisDownJourneyTests extends FaultyLines {

	private static Stream<Behaviour> troubles() {
		return Stream.of(Behaviour.REFUSE, Behaviour.BLACK_HOLE, Behaviour.cutAfter(0), Behaviour.drip(20),
				Behaviour.late(Duration.ofMillis(700), Duration.ofMillis(700)));
	}

	@ParameterizedTest
	@MethodSource("troubles")
	void answersAreFastAndLateRepliesArrive(Behaviour trouble) {
		redis.behave(trouble);
		redis.reset();
		for (int i = 0; i < 5; i++) {
			isAnsweredAtOnce(Duration.ofSeconds(2));
		}
		parked();
		until(() -> read("等到了") == 1);
		sawNoFault();
	}

}
