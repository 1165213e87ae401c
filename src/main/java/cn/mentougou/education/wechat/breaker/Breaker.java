package cn.mentougou.education.wechat.breaker;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The breaker of one account. It opens when at least five of the last twenty calls met
 * trouble and half of all did, and closes when two calls after a rest were answered.
 */
class Breaker {

	private static final int CALLS = 20;

	private static final int FEWEST_CALLS = 5;

	private static final int PROBES = 2;

	private static final Logger logger = LoggerFactory.getLogger(Breaker.class);

	private final String appId;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final CircuitBreaker breaker;

	private final AtomicLong refused = new AtomicLong();

	private volatile @Nullable Instant since;

	private volatile @Nullable Instant probeAt;

	private volatile @Nullable Seen last;

	Breaker(String appId, BreakerSettings settings, Clock clock, ApplicationEventPublisher events) {
		this.appId = appId;
		this.clock = clock;
		this.events = events;
		this.breaker = CircuitBreaker.of(appId,
				CircuitBreakerConfig.custom()
					.clock(clock)
					.slidingWindow(CALLS, FEWEST_CALLS, SlidingWindowType.COUNT_BASED)
					.failureRateThreshold(50)
					.permittedNumberOfCallsInHalfOpenState(PROBES)
					.waitIntervalFunctionInOpenState((attempts) -> rest(settings.restMillis(attempts)))
					.recordException((thrown) -> true)
					.build());
		this.breaker.getEventPublisher().onStateTransition((event) -> changed(event.getStateTransition().getToState()));
	}

	/**
	 * Lets a call go; what it met must be told to {@link #saw}.
	 * @throws BreakerOpen if it may not
	 */
	void admit() {
		if (!this.breaker.tryAcquirePermission()) {
			this.refused.incrementAndGet();
			Instant probe = this.probeAt;
			throw new BreakerOpen(this.appId, (probe != null) ? probe : this.clock.instant());
		}
	}

	/** Hears what an admitted call says about the platform. */
	void saw(Trouble trouble) {
		if (!trouble.isKnown()) {
			this.breaker.releasePermission();
		}
		else if (trouble.code() == null) {
			this.breaker.onSuccess(0, TimeUnit.NANOSECONDS);
		}
		else {
			this.last = new Seen(trouble.code(), this.clock.instant());
			this.breaker.onError(0, TimeUnit.NANOSECONDS, new InTrouble());
		}
	}

	BreakerState state() {
		Seen seen = this.last;
		BreakerState.Phase phase = phase(this.breaker.getState());
		return new BreakerState(this.appId, phase, this.since, (phase == BreakerState.Phase.OPEN) ? this.probeAt : null,
				(seen != null) ? seen.code() : null, (seen != null) ? seen.at() : null, this.refused.get());
	}

	private long rest(long millis) {
		this.probeAt = this.clock.instant().plusMillis(millis);
		// The library lets a call go after that time, not at it.
		return millis - 1;
	}

	private void changed(CircuitBreaker.State to) {
		Instant now = this.clock.instant();
		Seen seen = this.last;
		String trouble = (seen != null) ? seen.code() : "";
		if (to == CircuitBreaker.State.OPEN) {
			logger.warn("breaker of {} opened: {}; calls try again at {}", this.appId, trouble, this.probeAt);
			this.since = now;
			publish(new BreakerEvent.Opened(this.appId, now, trouble));
		}
		else if (to == CircuitBreaker.State.CLOSED) {
			logger.info("breaker of {} closed after {} refused calls", this.appId, this.refused.getAndSet(0));
			this.since = now;
			publish(new BreakerEvent.Closed(this.appId, now));
		}
		else {
			logger.info("breaker of {} lets calls try again", this.appId);
		}
	}

	/** Whoever listens badly must not spoil the call that was made. */
	private void publish(BreakerEvent event) {
		try {
			this.events.publishEvent(event);
		}
		catch (RuntimeException ex) {
			logger.error("a listener failed at {}", event, ex);
		}
	}

	private static BreakerState.Phase phase(CircuitBreaker.State state) {
		return switch (state) {
			case OPEN, FORCED_OPEN -> BreakerState.Phase.OPEN;
			case HALF_OPEN -> BreakerState.Phase.PROBING;
			default -> BreakerState.Phase.CLOSED;
		};
	}

	/** What a call met, and when. */
	private record Seen(String code, Instant at) {
	}

	/** The library asks for an exception; ours are the caller's. */
	private static final class InTrouble extends Exception {

		InTrouble() {
			super(null, null, false, false);
		}

	}

}
