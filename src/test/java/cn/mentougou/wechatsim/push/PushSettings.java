package cn.mentougou.wechatsim.push;

import java.time.Duration;

/**
 * How often and how long the platform tries, and which time it writes beside its
 * signature.
 */
public record PushSettings(int attempts, Duration timeout, PushTime pushTime, boolean strict) {

	public PushSettings {
		if (attempts < 1 || attempts > 4) {
			throw new IllegalArgumentException("推送次数应为 1 到 4");
		}
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("等待时间必须大于零");
		}
	}

	public static PushSettings defaults() {
		return new PushSettings(3, Duration.ofSeconds(5), PushTime.REAL, true);
	}

	public PushSettings withAttempts(int value) {
		return new PushSettings(value, timeout, pushTime, strict);
	}

	public PushSettings withTimeout(Duration value) {
		return new PushSettings(attempts, value, pushTime, strict);
	}

	public PushSettings withPushTime(PushTime value) {
		return new PushSettings(attempts, timeout, value, strict);
	}

	public PushSettings withStrict(boolean value) {
		return new PushSettings(attempts, timeout, pushTime, value);
	}

	/** Where the {@code timestamp} of a push comes from. */
	public enum PushTime {

		/** The machine's clock, as a server that checks freshness expects. */
		REAL,
		/** The simulator's clock, for servers that follow it. */
		VIRTUAL

	}

}
