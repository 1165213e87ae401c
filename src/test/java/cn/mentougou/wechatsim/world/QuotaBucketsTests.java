package cn.mentougou.wechatsim.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.world.QuotaBuckets.Spending;
import cn.mentougou.wechatsim.world.QuotaBuckets.Trigger;

import static org.assertj.core.api.Assertions.assertThat;

class QuotaBucketsTests {

	private static final String OPEN_ID = "o1";

	private final SimClock clock = new SimClock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC));

	private final QuotaBuckets buckets = new QuotaBuckets(clock);

	@Test
	void nothingIsAllowedBeforeThePersonDidSomething() {
		assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.CLOSED);
	}

	@Test
	void messageAllowsFiveWithinFortyEightHours() {
		buckets.grant(OPEN_ID, Trigger.MESSAGE);
		spend(5);
		assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.EMPTY);
		clock.advance(Duration.ofHours(48));
		assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.CLOSED);
	}

	@Test
	void nextMessageBeginsAnew() {
		buckets.grant(OPEN_ID, Trigger.MESSAGE);
		spend(4);
		clock.advance(Duration.ofHours(47));
		buckets.grant(OPEN_ID, Trigger.MESSAGE);
		clock.advance(Duration.ofHours(47));
		spend(5);
		assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.EMPTY);
	}

	@Test
	void followMenuAndScanAllowThreeWithinAMinuteEach() {
		for (Trigger trigger : new Trigger[] { Trigger.FOLLOW, Trigger.MENU, Trigger.SCAN }) {
			buckets.grant(OPEN_ID, trigger);
			spend(3);
			assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.EMPTY);
			clock.advance(Duration.ofSeconds(60));
			assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.CLOSED);
		}
	}

	@Test
	void bucketThatEndsFirstIsSpentFirst() {
		buckets.grant(OPEN_ID, Trigger.MESSAGE);
		buckets.grant(OPEN_ID, Trigger.MENU);
		spend(3);
		clock.advance(Duration.ofSeconds(60));
		spend(5);
		assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.EMPTY);
	}

	private void spend(int times) {
		for (int i = 0; i < times; i++) {
			assertThat(buckets.spend(OPEN_ID)).isEqualTo(Spending.SPENT);
		}
	}

}
