package cn.mentougou.education.wechat.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.MovableClock;
import cn.mentougou.wechatsim.platform.ApiCounters;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances that call at random against the simulator's own counters, over midnight
 * and the month's end, the calls arriving up to the margin later.
 */
class CallQuotaPropertyTests {

	private static final String APP_ID = "wx1";

	private static final String SEND = "/cgi-bin/message/custom/send";

	private static final String CLEAR = "/cgi-bin/clear_quota";

	private static final Duration MARGIN = Duration.ofSeconds(3);

	@Test
	void whatOurLedgerAllowsThePlatformTakes() {
		int allowed = 0;
		int heldBack = 0;
		for (long seed = 1; seed <= 300; seed++) {
			Random random = new Random(seed);
			MovableClock clock = new MovableClock(Instant.parse("2026-11-30T15:30:00Z"));
			ApiCounters platform = new ApiCounters(new World(new SimClock(clock), 1, List.of()));
			int limit = 1 + random.nextInt(300);
			platform.limit(APP_ID, SEND, limit);
			CallQuotas[] instances = instances(clock, limit);
			Deque<Instant> under = new ArrayDeque<>();
			for (int step = 0; step < 1500; step++) {
				clock.advance(Duration.ofMillis(random.nextInt(random.nextInt(100) == 0 ? 3_600_000 : 4000)));
				arrive(under, clock, platform);
				if (instances[random.nextInt(2)].take(APP_ID, SEND)) {
					allowed++;
					under.add(clock.instant().plusMillis(random.nextInt((int) MARGIN.toMillis() / 2)));
				}
				else {
					heldBack++;
				}
			}
		}
		assertThat(allowed).isGreaterThan(10_000);
		assertThat(heldBack).isGreaterThan(1_000);
	}

	/** Those that are under way arrive, each at its own time. */
	private static void arrive(Deque<Instant> under, MovableClock clock, ApiCounters platform) {
		Instant now = clock.instant();
		while (!under.isEmpty() && !under.peek().isAfter(now)) {
			clock.advance(Duration.between(clock.instant(), under.poll()));
			platform.count(APP_ID, SEND);
		}
		clock.advance(Duration.between(clock.instant(), now));
	}

	@Test
	void clearingTheCountersIsCountedByTheMonth() {
		MovableClock clock = new MovableClock(Instant.parse("2026-11-20T00:00:00Z"));
		ApiCounters platform = new ApiCounters(new World(new SimClock(clock), 1, List.of()));
		CallQuotas[] instances = instances(clock, 5);
		int cleared = 0;
		for (int hour = 0; hour < 24 * 20; hour++) {
			if (instances[hour % 2].take(APP_ID, CLEAR)) {
				platform.clear(APP_ID);
				cleared++;
			}
			clock.advance(Duration.ofHours(1));
		}
		assertThat(cleared).isEqualTo(20);
		assertThat(instances[0].nextChance(APP_ID, CLEAR)).isEqualTo("2026-12-31T16:00:03Z");
	}

	@Test
	void nearMidnightACallCountsForBothDays() {
		MovableClock clock = new MovableClock(Instant.parse("2026-11-24T15:59:58Z"));
		CallQuotas quotas = instances(clock, 2)[0];
		assertThat(quotas.take(APP_ID, SEND)).isTrue();
		clock.advance(Duration.ofMinutes(1));
		assertThat(quotas.take(APP_ID, SEND)).isTrue();
		assertThat(quotas.take(APP_ID, SEND)).isFalse();
		assertThat(quotas.nextChance(APP_ID, SEND)).isEqualTo("2026-11-25T16:00:03Z");
	}

	@Test
	void thePlatformIsBelievedWhenItSaysThatTheDayIsUsedUp() {
		MovableClock clock = new MovableClock(Instant.parse("2026-11-24T04:00:00Z"));
		CallQuotas[] instances = instances(clock, 100);
		assertThat(instances[0].take(APP_ID, SEND)).isTrue();
		instances[0].exhausted(APP_ID, SEND);
		assertThat(instances[0].take(APP_ID, SEND)).isFalse();
		assertThat(instances[1].take(APP_ID, SEND)).isFalse();
		assertThat(instances[1].usage(APP_ID)).filteredOn((usage) -> usage.api().equals(SEND))
			.containsExactly(new CallUsage(SEND, 100, 100, false));
		clock.advance(Duration.ofDays(1));
		assertThat(instances[1].take(APP_ID, SEND)).isTrue();
	}

	@Test
	void limitHoldsFromItsDayOn() {
		QuotaSettings.CallLimit later = new QuotaSettings.CallLimit(null, SEND, 7, LocalDate.of(2026, 12, 1));
		QuotaSettings.CallLimit other = new QuotaSettings.CallLimit("wx2", SEND, 9, LocalDate.of(2026, 1, 1));
		CallRules rules = new CallRules(List.of(other, later));
		assertThat(rules.of(APP_ID, SEND, LocalDate.of(2026, 11, 30)).calls()).isEqualTo(500_000);
		assertThat(rules.of(APP_ID, SEND, LocalDate.of(2026, 12, 1)).calls()).isEqualTo(7);
		assertThat(rules.of("wx2", SEND, LocalDate.of(2026, 11, 30)).calls()).isEqualTo(9);
		assertThat(rules.of(APP_ID, "/cgi-bin/unknown", LocalDate.of(2026, 12, 1)).isBounded()).isFalse();
	}

	private static CallQuotas[] instances(MovableClock clock, int limit) {
		MemoryMapper mapper = new MemoryMapper();
		QuotaSettings settings = new QuotaSettings(MARGIN,
				List.of(new QuotaSettings.CallLimit(APP_ID, SEND, limit, LocalDate.of(2023, 1, 1))));
		TransactionTemplate alone = new TransactionTemplate(new NoTransactions());
		return new CallQuotas[] { new CallQuotas(mapper, settings, clock, alone),
				new CallQuotas(mapper, settings, clock, alone) };
	}

	/** The table, without a database: the statements are tried elsewhere. */
	private static final class MemoryMapper implements CallQuotaMapper {

		private final Map<String, Integer> rows = new HashMap<>();

		@Override
		public Optional<Integer> findReserved(String appId, String api, String period) {
			return Optional.ofNullable(this.rows.get(api + period));
		}

		@Override
		public int lockReserved(String appId, String api, String period) {
			return this.rows.getOrDefault(api + period, 0);
		}

		@Override
		public int insertNothing(String appId, String api, String period) {
			this.rows.putIfAbsent(api + period, 0);
			return 1;
		}

		@Override
		public int reserve(String appId, String api, String period, int calls) {
			this.rows.merge(api + period, calls, Integer::sum);
			return 1;
		}

		@Override
		public int exhaust(String appId, String api, String period, int limit) {
			this.rows.merge(api + period, limit, Math::max);
			return 1;
		}

		@Override
		public int deleteBefore(String day, int limit) {
			return 0;
		}

	}

	/** Begins and ends nothing. */
	private static final class NoTransactions extends AbstractPlatformTransactionManager {

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

	}

}
