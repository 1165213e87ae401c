package cn.mentougou.education.wechat.replywindow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.envelope.UnreadableMessage;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.inbox.StoredMessage;

/**
 * Reads again from the inbox what an instance had seen and not written down when it died:
 * at the start, and when an instance has been silent. Never further back than a window is
 * long. Windows read twice change nothing.
 */
class CatchUp {

	private static final Logger logger = LoggerFactory.getLogger(CatchUp.class);

	/** No window is longer. */
	private static final Duration LONGEST = Duration.ofHours(48);

	/**
	 * A push is kept and seen within seconds of its arrival; one that waited in the spool
	 * is kept later with the time of its arrival.
	 */
	private static final Duration SLACK = Duration.ofMinutes(15);

	/** Longer than a living instance ever is. */
	private static final Duration SILENCE = Duration.ofSeconds(30);

	private static final int STEP = 500;

	private final ReplyWindowMapper mapper;

	private final WindowMemory memory;

	private final Inbox inbox;

	private final Clock clock;

	CatchUp(ReplyWindowMapper mapper, WindowMemory memory, Inbox inbox, Clock clock) {
		this.mapper = mapper;
		this.memory = memory;
		this.inbox = inbox;
		this.clock = clock;
	}

	/** What the job does. */
	void run() {
		Instant now = this.clock.instant();
		List<ReplyWindowMapper.Mark> silent = this.mapper.listMarks()
			.stream()
			.filter((mark) -> !mark.owner().equals(this.memory.owner()))
			.filter((mark) -> mark.writtenUntil().isBefore(now.minus(SILENCE)))
			.toList();
		if (!silent.isEmpty()) {
			read(silent.get(0).writtenUntil(), now);
			silent.forEach((mark) -> this.mapper.deleteMark(mark.owner(), mark.writtenUntil()));
		}
	}

	/** What is done once at the start, whatever the others are doing. */
	void start() {
		Instant now = this.clock.instant();
		Instant from = this.mapper.listMarks()
			.stream()
			.map(ReplyWindowMapper.Mark::writtenUntil)
			.findFirst()
			.orElse(now.minus(LONGEST));
		read(from, now);
		this.memory.complete();
	}

	private void read(Instant writtenUntil, Instant now) {
		Instant earliest = now.minus(LONGEST);
		Instant from = writtenUntil.minus(SLACK);
		Instant at = from.isBefore(earliest) ? earliest : from;
		MessageKey key = new MessageKey(new byte[32]);
		List<StoredMessage> page = this.inbox.listReceived(at, key, STEP);
		int read = 0;
		while (!page.isEmpty()) {
			write(page);
			read += page.size();
			StoredMessage last = page.get(page.size() - 1);
			page = this.inbox.listReceived(last.receivedAt(), last.key(), STEP);
		}
		logger.info("quota: windows of {} messages since {} read again", read, at);
	}

	private void write(List<StoredMessage> page) {
		List<InboundMessage> messages = new ArrayList<>(page.size());
		List<Instant> receivedAt = new ArrayList<>(page.size());
		for (StoredMessage stored : page) {
			try {
				messages.add(MessageReader.read(stored.appId(), stored.xml()).message());
				receivedAt.add(stored.receivedAt());
			}
			catch (UnreadableMessage ex) {
				logger.debug("quota: a kept message that cannot be read opens no window");
			}
		}
		this.memory.writeAgain(messages, receivedAt);
	}

}
