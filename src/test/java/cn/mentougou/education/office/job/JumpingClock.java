package cn.mentougou.education.office.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes on like any other, and jumps when a test says so. */
final class JumpingClock extends Clock {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private volatile Duration ahead;

	/** Shows this Beijing time now. */
	JumpingClock(String now) {
		this.ahead = Duration.between(Clock.systemUTC().instant(), Instant.parse(now + "+08:00"));
	}

	void jump(Duration by) {
		this.ahead = this.ahead.plus(by);
	}

	@Override
	public Instant instant() {
		return Clock.systemUTC().instant().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return BEIJING;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("there is one zone");
	}

}
