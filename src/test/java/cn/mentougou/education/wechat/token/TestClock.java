package cn.mentougou.education.wechat.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test moves. */
public final class TestClock extends Clock {

	private volatile Instant now;

	/** Stands at this moment. */
	public TestClock(Instant now) {
		this.now = now;
	}

	/** Moves it forward. */
	public void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneId.of("Asia/Shanghai");
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
