package cn.mentougou.education;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands until a test moves it. */
public final class MovableClock extends Clock {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private volatile Instant now;

	/** Stands at this time. */
	public MovableClock(Instant now) {
		this.now = now;
	}

	/** Moves it. */
	public void advance(Duration by) {
		this.now = this.now.plus(by);
	}

	@Override
	public Instant instant() {
		return this.now;
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
