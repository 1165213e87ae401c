package cn.mentougou.wechatsim.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The platform's time: it runs with its base clock and can be moved by tests. */
public final class SimClock extends Clock {

	/** The zone in which the platform counts days and months. */
	public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private final Clock base;

	private final ZoneId zone;

	private final AtomicReference<Duration> offset;

	private final List<Runnable> listeners;

	public SimClock(Clock base) {
		this(base, BEIJING, new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
	}

	private SimClock(Clock base, ZoneId zone, AtomicReference<Duration> offset, List<Runnable> listeners) {
		this.base = base;
		this.zone = zone;
		this.offset = offset;
		this.listeners = listeners;
	}

	@Override
	public Instant instant() {
		return base.instant().plus(offset.get());
	}

	/** Seconds since the epoch, as messages carry them. */
	public long seconds() {
		return instant().getEpochSecond();
	}

	/** The time of the machine, untouched by any advance. */
	public Instant realInstant() {
		return base.instant();
	}

	public void advance(Duration by) {
		offset.updateAndGet((current) -> current.plus(by));
		listeners.forEach(Runnable::run);
	}

	public Duration offset() {
		return offset.get();
	}

	@Override
	public ZoneId getZone() {
		return zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new SimClock(base, other, offset, listeners);
	}

	void offset(Duration duration) {
		offset.set(duration);
	}

	/** Runs whenever the clock was moved. */
	public void onAdvance(Runnable listener) {
		listeners.add(listener);
	}

}
