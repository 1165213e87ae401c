package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases what was sent to whom when its time is over, and later the record that something
 * was sent; in small steps, so that sending is not held up.
 */
class OutboundErasure {

	private static final Logger logger = LoggerFactory.getLogger(OutboundErasure.class);

	private static final int STEP = 500;

	private final OutboundMapper mapper;

	private final OutboundSettings settings;

	private final Clock clock;

	OutboundErasure(OutboundMapper mapper, OutboundSettings settings, Clock clock) {
		this.mapper = mapper;
		this.settings = settings;
		this.clock = clock;
	}

	void run() {
		int contents = inSteps(() -> this.mapper.eraseContentBefore(ago(this.settings.keepContentFor()), STEP));
		int records = inSteps(() -> this.mapper.deleteBefore(ago(this.settings.keepRecordFor()), STEP));
		if (contents + records > 0) {
			logger.info("outbound: erased {} contents and {} records", contents, records);
		}
	}

	private Instant ago(Duration time) {
		return this.clock.instant().minus(time);
	}

	private static int inSteps(IntSupplier step) {
		int all = 0;
		int done = step.getAsInt();
		while (done > 0) {
			all += done;
			done = step.getAsInt();
		}
		return all;
	}

}
