package cn.mentougou.education.wechat.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what people wrote when its time is over, keeping the record without text, and
 * erases the record when the time of that is over. In small steps: it never holds up the
 * answers.
 */
class InboxErasure {

	private static final Logger logger = LoggerFactory.getLogger(InboxErasure.class);

	private static final int STEP = 40;

	/**
	 * Between steps the database is the answers' alone. Some 900 rows a second remain.
	 */
	private static final long PAUSE_NANOS = 40_000_000;

	private final InboxMapper mapper;

	private final InboxSettings settings;

	private final Clock clock;

	private final TransactionTemplate transaction;

	InboxErasure(InboxMapper mapper, InboxSettings settings, Clock clock, TransactionTemplate transaction) {
		this.mapper = mapper;
		this.settings = settings;
		this.clock = clock;
		this.transaction = transaction;
	}

	void run() {
		Instant now = this.clock.instant();
		int messages = eraseMessages(now.minus(this.settings.keepContentFor()));
		int records = eraseRecords(now.minus(this.settings.keepRecordFor()));
		if (messages + records > 0) {
			logger.info("inbox: erased {} messages and {} records", messages, records);
		}
	}

	private int eraseMessages(Instant before) {
		int erased = 0;
		List<byte[]> keys = this.mapper.listReceivedBefore(before, STEP);
		while (!keys.isEmpty()) {
			List<byte[]> step = keys;
			this.transaction.executeWithoutResult((status) -> {
				this.mapper.insertRecords(step);
				this.mapper.deleteClaims(step);
				this.mapper.deleteMessages(step);
			});
			erased += step.size();
			LockSupport.parkNanos(PAUSE_NANOS);
			keys = this.mapper.listReceivedBefore(before, STEP);
		}
		return erased;
	}

	private int eraseRecords(Instant before) {
		int erased = 0;
		int step = this.mapper.deleteRecordsBefore(before, STEP);
		while (step > 0) {
			erased += step;
			LockSupport.parkNanos(PAUSE_NANOS);
			step = this.mapper.deleteRecordsBefore(before, STEP);
		}
		return erased;
	}

}
