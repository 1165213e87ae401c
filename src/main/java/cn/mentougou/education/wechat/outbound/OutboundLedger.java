package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.mentougou.education.wechat.dispatch.LateReplies;
import cn.mentougou.education.wechat.envelope.Reply;

/** Writes messages down and has them sent when that is committed. */
class OutboundLedger implements LateReplies {

	/** Longer than any call can take: after it the sender counts as dead. */
	private static final Duration SILENCE = Duration.ofMinutes(1);

	private static final int STEP = 500;

	private static final Logger logger = LoggerFactory.getLogger(OutboundLedger.class);

	private final OutboundMapper mapper;

	private final Seal seal;

	private final Sending sending;

	private final SendThreads threads;

	private final Clock clock;

	OutboundLedger(OutboundMapper mapper, Seal seal, Sending sending, SendThreads threads, Clock clock) {
		this.mapper = mapper;
		this.seal = seal;
		this.sending = sending;
		this.threads = threads;
		this.clock = clock;
	}

	@Override
	public void offer(LateReply late) {
		OutboundMapper.Intent intent = intent(late);
		try {
			this.mapper.insert(intent);
		}
		catch (DuplicateKeyException ex) {
			logger.debug("offered twice");
			return;
		}
		if (intent.state() == SendState.NEW) {
			afterCommit(() -> start(intent.person()));
		}
		else {
			logger.warn("outbound message of {} {} {}", late.appId(), intent.state(), intent.reason());
		}
	}

	/** Sends what was left over: postponed, or never begun because an instance died. */
	void sendLeftovers() {
		Instant now = now();
		for (long id : this.mapper.listAbandoned(now.minus(SILENCE), STEP)) {
			OutboundMapper.Settlement end = new OutboundMapper.Settlement(id, SendState.SENDING, SendState.UNKNOWN,
					Reason.INTERRUPTED, now);
			if (this.mapper.settle(end) == 1) {
				logger.warn("outbound {} UNKNOWN {}", id, Reason.INTERRUPTED);
			}
		}
		this.mapper.listPeopleDue(now, STEP).forEach(this::start);
	}

	private void start(byte[] person) {
		this.threads.start(() -> this.sending.sendTo(person));
	}

	private OutboundMapper.Intent intent(LateReply late) {
		ReplyWindow window = ReplyWindow.of(late.kind());
		String text = (late.reply() instanceof Reply.Text given) ? given.content() : "";
		String reason = refusal(text, window);
		SendState state = (reason == null) ? SendState.NEW
				: reason.equals(Reason.KIND) ? SendState.REFUSED : SendState.EXPIRED;
		Instant receivedAt = late.receivedAt().truncatedTo(ChronoUnit.MILLIS);
		byte[] key = late.messageKey();
		return new OutboundMapper.Intent(key, late.appId(), this.seal.person(late.appId(), late.openId()),
				this.seal.sealOpenId(late.openId(), key), this.seal.sealContent(text, key), late.kind(), window,
				receivedAt, window.endsAt(receivedAt), state, reason, now(), late.correlationId());
	}

	private static @Nullable String refusal(String text, ReplyWindow window) {
		if (text.isEmpty()) {
			return Reason.KIND;
		}
		return (window == ReplyWindow.NONE) ? Reason.NO_WINDOW : null;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static void afterCommit(Runnable work) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			work.run();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				work.run();
			}
		});
	}

}
