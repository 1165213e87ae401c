package cn.mentougou.education.wechat.breaker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * Counts the errors that the platform answers with. The first of a kind is written at
 * once, more of it every ten seconds: a storm of them must not become one of statements.
 */
public class PlatformErrors {

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final Duration LATELY = Duration.ofDays(30);

	private static final Counted NOTHING = new Counted(0, Instant.EPOCH, Instant.EPOCH);

	private static final Logger logger = LoggerFactory.getLogger(PlatformErrors.class);

	private final PlatformErrorMapper mapper;

	private final Clock clock;

	private final Map<Kind, Counted> counted = new HashMap<>();

	PlatformErrors(PlatformErrorMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	/** The errors of the last thirty days, the latest first. */
	public List<PlatformError> latest(String appId) {
		Map<Kind, Counted> rest;
		synchronized (this) {
			rest = new HashMap<>(this.counted);
			this.counted.clear();
		}
		rest.forEach((kind, errors) -> write(kind, errors.times(), errors.at()));
		return this.mapper.since(appId, this.clock.instant().minus(LATELY));
	}

	/** The platform answered with this code. */
	void saw(String appId, String code) {
		Kind kind = new Kind(appId, code);
		Instant now = this.clock.instant();
		long times;
		synchronized (this) {
			Counted before = this.counted.getOrDefault(kind, NOTHING);
			boolean isEarly = now.isBefore(before.writtenAt().plus(PAUSE));
			times = before.times() + 1;
			this.counted.put(kind, isEarly ? new Counted(times, now, before.writtenAt()) : new Counted(0, now, now));
			if (isEarly) {
				return;
			}
		}
		write(kind, times, now);
	}

	/** Not worth spoiling the call for which it is counted. */
	private void write(Kind kind, long times, Instant at) {
		if (times == 0) {
			return;
		}
		try {
			if (this.mapper.add(kind.appId(), kind.code(), times, at) == 0) {
				this.mapper.begin(kind.appId(), kind.code(), at);
				this.mapper.add(kind.appId(), kind.code(), times, at);
			}
		}
		catch (NestedRuntimeException ex) {
			logger.debug("errors of {} are not counted", kind.appId(), ex);
		}
	}

	/** What is counted together. */
	private record Kind(String appId, String code) {
	}

	/** How many are not written yet, when the last was, and when it was written. */
	private record Counted(long times, Instant at, Instant writtenAt) {
	}

}
