package cn.mentougou.education.wechat.dispatch;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.wechat.deadletter.DeadLetter;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.envelope.ReplyWriter;
import cn.mentougou.education.wechat.inbox.Claim;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.Inbox.Delivered;
import cn.mentougou.education.wechat.inbox.InboxEntry;
import cn.mentougou.education.wechat.inbox.Outcome;

/**
 * Runs a handler under a claim. What the handler writes, that the message is done, and
 * the reply are one transaction; if the claim was lost meanwhile nothing of it remains.
 */
class HandlerWork {

	/** What a person sees when a handler failed. */
	static final String SORRY = "您的消息我们已经收到，但系统刚才没有处理好。工作人员会尽快查看，您不用重发。";

	/** A message that so many instances began and none ended may be what ended them. */
	private static final int MOST_CLAIMS = 10;

	private static final Logger logger = LoggerFactory.getLogger(HandlerWork.class);

	private static final int MOST_TRIES = 3;

	/**
	 * After a break every connection of the pool may be dead, and it looks only at those
	 * that were idle for half a second.
	 */
	private static final long LAST_TRY_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

	private final MessageDispatcher dispatcher;

	private final Inbox inbox;

	private final DeadLetters deadLetters;

	private final ObjectProvider<LateReplies> lateReplies;

	private final TransactionTemplate transaction;

	HandlerWork(MessageDispatcher dispatcher, Inbox inbox, DeadLetters deadLetters,
			ObjectProvider<LateReplies> lateReplies, TransactionTemplate transaction) {
		this.dispatcher = dispatcher;
		this.inbox = inbox;
		this.deadLetters = deadLetters;
		this.lateReplies = lateReplies;
		this.transaction = transaction;
	}

	/**
	 * Does the work and ends the message.
	 * @throws Inbox.LostClaim if another instance took the message over
	 */
	Deliveries.Answer run(Claim claim, Push push) {
		if (claim.number() > MOST_CLAIMS) {
			return failed(claim, push, "begun " + MOST_CLAIMS + " times and never ended");
		}
		for (int tries = 1;; tries++) {
			try {
				return worked(claim, push);
			}
			catch (Inbox.LostClaim ex) {
				throw ex;
			}
			catch (RuntimeException | Error ex) {
				if (tries == MOST_TRIES || !isOfTheLine(ex)) {
					return failed(claim, push, DeadLetters.reasonOf(ex));
				}
				logger.warn("webhook: the line to the database broke under {}, once more", push);
				LockSupport.parkNanos((tries == MOST_TRIES - 1) ? LAST_TRY_AFTER_NANOS : 0);
			}
		}
	}

	private Deliveries.Answer worked(Claim claim, Push push) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			InboundMessage message = push.message();
			Optional<MessageHandler> handler = this.dispatcher.handlerOf(message);
			this.dispatcher.tell(push, handler);
			return finish(claim, push, this.dispatcher.speak(handler, message));
		}));
	}

	/**
	 * Whether it was not the handler that failed but its connection or a deadlock:
	 * nothing of it remains, or all of it and then the claim is lost.
	 */
	private static boolean isOfTheLine(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			String state = (cause instanceof SQLException sql) ? String.valueOf(sql.getSQLState()) : "";
			if (state.startsWith("08") || state.equals("40001")) {
				return true;
			}
		}
		return false;
	}

	private Deliveries.Answer failed(Claim claim, Push push, String reason) {
		logger.error("webhook: the handler failed for {}: {}", push, reason);
		try {
			return ended(claim, push, reason, true);
		}
		catch (Inbox.LostClaim ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			logger.error("webhook: a listener failed for {}: {}", push, DeadLetters.reasonOf(ex));
			return ended(claim, push, reason, false);
		}
	}

	private Deliveries.Answer ended(Claim claim, Push push, String reason, boolean isTold) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			if (isTold) {
				this.dispatcher.tell(push, this.dispatcher.handlerOf(push.message()));
			}
			this.deadLetters.keep(new DeadLetter(0, push.key().value(), push.message().appId(),
					push.message().header().kind(), reason, push.xml(), 1, push.receivedAt(), push.correlationId()));
			return finish(claim, push,
					new MessageDispatcher.Spoken(new Reply.Text(SORRY), Outcome.FAILED, Outcome.FAILED.name()));
		}));
	}

	private Deliveries.Answer finish(Claim claim, Push push, MessageDispatcher.Spoken spoken) {
		InboxEntry.Answered answered = this.dispatcher.written(spoken, push.message());
		if (this.inbox.finish(claim, answered) == Delivered.WITH_ANSWER) {
			return new Deliveries.Answer(answered.reply());
		}
		if (spoken.reply() != null) {
			offer(push.key().value(), push, spoken.reply());
		}
		return Deliveries.Answer.SUCCESS;
	}

	/**
	 * Brings a kept reply late to a person who was answered {@code success} because the
	 * database was out of reach, unless a repeat was given it meanwhile.
	 * @param xml the reply as it was kept
	 */
	void offerKept(Push push, byte[] xml) {
		Optional<Reply> reply = ReplyWriter.readText(xml);
		this.transaction.executeWithoutResult((status) -> {
			if (reply.isPresent() && this.inbox.repliesLate(push.key())) {
				offer(push.key().value(), push, reply.get());
			}
		});
	}

	private void offer(byte[] key, Push push, Reply reply) {
		this.lateReplies.ifAvailable(
				(late) -> late.offer(new LateReplies.LateReply(key, push.message().appId(), push.message().openId(),
						push.message().header().kind(), push.receivedAt(), reply, push.correlationId())));
	}

	/**
	 * Runs a dead letter again. The reply goes to the person as a late one.
	 * @param letterId the dead letter
	 * @param push the message, read again
	 * @param replyKey the key of this attempt's reply, so that it is sent once
	 * @return {@code false} if somebody else ended the dead letter before
	 */
	boolean runAgain(long letterId, Push push, byte[] replyKey) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				if (!this.deadLetters.settle(letterId)) {
					return false;
				}
				InboundMessage message = push.message();
				Optional<MessageHandler> handler = this.dispatcher.handlerOf(message);
				this.dispatcher.tell(push, handler);
				Reply reply = this.dispatcher.speak(handler, message).reply();
				if (reply != null) {
					offer(replyKey, push, reply);
				}
				return true;
			}));
		}
		catch (RuntimeException | Error ex) {
			this.deadLetters.failedAgain(letterId, DeadLetters.reasonOf(ex));
			throw ex;
		}
	}

}
