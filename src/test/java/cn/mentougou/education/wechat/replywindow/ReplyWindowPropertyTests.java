package cn.mentougou.education.wechat.replywindow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.mentougou.education.MovableClock;
import cn.mentougou.wechatsim.world.QuotaBuckets;
import cn.mentougou.wechatsim.world.QuotaBuckets.Spending;
import cn.mentougou.wechatsim.world.QuotaBuckets.Trigger;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random people against the simulator's own buckets: their pushes reach us late, our
 * calls reach the platform late, and yet what our ledger allows is never refused. The
 * seed of a failure is in its message.
 */
class ReplyWindowPropertyTests {

	private static final int LIVES = Integer.getInteger("quota.lives", 400);

	@ParameterizedTest
	@EnumSource
	void whatOurLedgerAllowsThePlatformTakes(ReplyWindowSettings.Overlap overlap) {
		int allowed = 0;
		int refusedHere = 0;
		for (long seed = 1; seed <= LIVES; seed++) {
			Person person = new Person(seed, overlap);
			person.live();
			allowed += person.sent;
			refusedHere += person.heldBack;
		}
		assertThat(allowed).isGreaterThan(LIVES * 10);
		assertThat(refusedHere).isGreaterThan(LIVES);
	}

	/** A person, the platform's buckets and our ledger, on one line of time. */
	private static final class Person {

		private static final int MARGIN_MILLIS = 3000;

		private static final byte[] PERSON = new byte[32];

		private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T15:59:00.400Z"));

		private final QuotaBuckets platform = new World(new SimClock(this.clock), 1, List.of()).buckets();

		private final WindowRules rules;

		private final ReplyWindowSettings.Overlap overlap;

		private final Map<WindowKind, ReplyWindowMapper.Row> windows = new EnumMap<>(WindowKind.class);

		private final List<Spendings.Spending> spendings = new ArrayList<>();

		private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));

		private final Random random;

		private final long seed;

		private int unseenUnfollows;

		private Instant unfollowedAt = Instant.MIN;

		private boolean isCalling;

		private int sent;

		private int heldBack;

		private Person(long seed, ReplyWindowSettings.Overlap overlap) {
			this.seed = seed;
			this.random = new Random(seed);
			this.overlap = overlap;
			this.rules = new WindowRules(new ReplyWindowSettings(overlap, Duration.ofMillis(MARGIN_MILLIS),
					Duration.ofMillis(300), List.of()));
		}

		private void live() {
			in(0, this::follow);
			for (int step = 0; step < 300 && !this.events.isEmpty(); step++) {
				Event next = this.events.poll();
				this.clock.advance(Duration.between(this.clock.instant(), next.at()));
				next.what().run();
				if (this.events.size() < 3) {
					in(pause(), this::act);
					in(this.random.nextInt(4000), this::send);
				}
			}
		}

		/** Mostly a moment, now and then a day. */
		private long pause() {
			return switch (this.random.nextInt(8)) {
				case 0 -> Duration.ofHours(this.random.nextInt(60)).toMillis();
				case 1, 2 -> 40_000 + this.random.nextInt(30_000);
				default -> this.random.nextInt(6000);
			};
		}

		private void act() {
			switch (this.random.nextInt(10)) {
				case 0 -> unfollow();
				case 1 -> follow();
				case 2, 3 -> opened(WindowKind.SCAN, Trigger.SCAN);
				case 4, 5 -> opened(WindowKind.TAP, Trigger.MENU);
				default -> opened(WindowKind.MESSAGE, Trigger.MESSAGE);
			}
		}

		private void follow() {
			opened(WindowKind.FOLLOW, Trigger.FOLLOW);
		}

		private void opened(WindowKind kind, Trigger trigger) {
			this.platform.grant("o", trigger);
			pushed(kind);
		}

		private void unfollow() {
			this.platform.clear("o");
			this.unseenUnfollows++;
			this.unfollowedAt = this.clock.instant();
			pushed(WindowKind.UNFOLLOWED);
		}

		/** Its second is the platform's; it comes at once or when it is repeated. */
		private void pushed(WindowKind kind) {
			Instant createdAt = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
			in(this.random.nextInt(4) == 0 ? this.random.nextInt(16_000) : this.random.nextInt(300), () -> {
				ReplyWindowMapper.Row row = this.rules.opened(PERSON, "wx", kind, createdAt);
				this.windows.merge(kind, row, (one, other) -> other.openedAt().isAfter(one.openedAt()) ? other : one);
				this.unseenUnfollows -= (kind == WindowKind.UNFOLLOWED) ? 1 : 0;
			});
		}

		private void send() {
			if (this.isCalling) {
				return;
			}
			Instant claimedAt = this.clock.instant();
			if (!Standing.of(List.copyOf(this.windows.values()), this.spendings, claimedAt, this.overlap).allows()) {
				this.heldBack++;
				return;
			}
			this.isCalling = true;
			int number = this.spendings.size();
			this.spendings.add(new Spendings.Spending(PERSON, claimedAt, claimedAt.plusSeconds(60)));
			in(this.random.nextInt(MARGIN_MILLIS - 1), taking(number, claimedAt, this.unseenUnfollows > 0));
		}

		private Runnable taking(int number, Instant claimedAt, boolean isUnfollowed) {
			return () -> taken(number, claimedAt, isUnfollowed);
		}

		/** Of an unfollowing that it has not seen no ledger can know. */
		private void taken(int number, Instant claimedAt, boolean isUnfollowed) {
			Spending spending = this.platform.spend("o");
			if (!isUnfollowed && this.unfollowedAt.isBefore(claimedAt)) {
				assertThat(spending).as("seed %d, message %d", this.seed, number).isEqualTo(Spending.SPENT);
			}
			this.sent++;
			in(this.random.nextInt(500), () -> {
				this.spendings.set(number, new Spendings.Spending(PERSON, claimedAt, this.clock.instant()));
				this.isCalling = false;
			});
		}

		private void in(long millis, Runnable what) {
			this.events.add(new Event(this.clock.instant().plusMillis(millis), what));
		}

		/** Something that happens. */
		private record Event(Instant at, Runnable what) {
		}

	}

}
