package cn.mentougou.kills;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import cn.mentougou.wechatsim.push.PushAttempt;

/** When something was down, from its kill until it had found its feet again. */
final class Downtimes {

	/** Pools and breakers notice a little later. */
	private static final Duration GRACE = Duration.ofSeconds(5);

	private final List<Interval> intervals = new ArrayList<>();

	void add(Instant from, Instant until) {
		this.intervals.add(new Interval(from, until.plus(GRACE)));
	}

	Instant lastEnd() {
		return this.intervals.get(this.intervals.size() - 1).until().minus(GRACE);
	}

	Duration longest() {
		return this.intervals.stream()
			.map((interval) -> Duration.between(interval.from(), interval.until()).minus(GRACE))
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
	}

	/** Whether each of these attempts met a time when something was down. */
	boolean explain(List<PushAttempt> attempts) {
		return attempts.stream()
			.allMatch((attempt) -> this.intervals.stream().anyMatch((interval) -> interval.meets(attempt)));
	}

	/** From, until. */
	private record Interval(Instant from, Instant until) {

		private boolean meets(PushAttempt attempt) {
			return attempt.at().isBefore(this.until)
					&& attempt.at().plusMillis(attempt.durationMillis()).isAfter(this.from);
		}

	}

}
