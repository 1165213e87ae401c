package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.replywindow.Spendings;
import cn.mentougou.education.wechat.sender.Reason;

/**
 * Finds what was left over: postponed, never begun because an instance died, or begun by
 * one that died. And tells the ledger of the windows what was spent of them.
 */
class Leftovers implements Spendings {

	private static final int STEP = 500;

	private static final int PEOPLE = 10_000;

	private static final Logger logger = LoggerFactory.getLogger(Leftovers.class);

	private final SendMapper mapper;

	private final SendLoop loop;

	private final Duration silence;

	private final Clock clock;

	Leftovers(SendMapper mapper, SendLoop loop, Duration silence, Clock clock) {
		this.mapper = mapper;
		this.loop = loop;
		this.silence = silence;
		this.clock = clock;
	}

	void send() {
		Instant now = now();
		Instant before = now.minus(this.silence);
		for (long id : this.mapper.listAbandoned(before, STEP)) {
			if (this.mapper.resume(id, before, now.minus(Selection.KEY_IS_KNOWN_FOR), now) == 1) {
				logger.warn("outbound {} interrupted, again with its key", id);
			}
			else if (this.mapper.settle(new SendMapper.Settlement(id, SendState.SENDING, SendState.UNKNOWN,
					Reason.INTERRUPTED, now)) == 1) {
				logger.warn("outbound {} UNKNOWN {}", id, Reason.INTERRUPTED);
			}
		}
		this.loop.wake(this.mapper.listPeopleDue(now, PEOPLE));
	}

	@Override
	public List<Spending> since(List<byte[]> people, Instant from) {
		return this.mapper.listSpendings(people, from, now());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
