package cn.mentougou.education.wechat.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.inbox.Claim;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.InboxEntry;
import cn.mentougou.education.wechat.inbox.InboxState;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.inbox.StoredMessage;

/**
 * Answers each message once, however often and wherever it is delivered. Deliveries to
 * this instance share the first one's answer; between instances the inbox decides whose
 * row won, and everybody answers what stands there.
 */
public class Deliveries {

	private static final Logger logger = LoggerFactory.getLogger(Deliveries.class);

	private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

	private static final long REPLAY_SECONDS = 30;

	private final Map<MessageKey, CompletableFuture<Answer>> inFlight = new ConcurrentHashMap<>();

	private final Inbox inbox;

	private final MessageDispatcher dispatcher;

	private final HandlerThreads handlers;

	private final HandlerWork work;

	private final Questions questions;

	private final Duration answerWithin;

	private final Counter repeats;

	Deliveries(Parts parts, Duration answerWithin, Counter repeats) {
		this.inbox = parts.inbox();
		this.dispatcher = parts.dispatcher();
		this.handlers = parts.handlers();
		this.work = parts.work();
		this.questions = parts.questions();
		this.answerWithin = answerWithin;
		this.repeats = repeats;
	}

	/**
	 * The answer to a push, in time for the platform.
	 * @throws IllegalStateException if the message could not be kept: the platform
	 * repeats it
	 */
	public Answer answer(Push push) {
		CompletableFuture<Answer> mine = new CompletableFuture<>();
		CompletableFuture<Answer> first = this.inFlight.putIfAbsent(push.key(), mine);
		if (first != null) {
			this.repeats.increment();
			return inTime(first, push);
		}
		try {
			Answer answer = deliver(push);
			mine.complete(answer);
			return answer;
		}
		catch (RuntimeException ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.inFlight.remove(push.key(), mine);
		}
	}

	/**
	 * Does for a push what it asks for, after the platform was answered {@code success}:
	 * the reply comes late. The same push may be replayed any number of times.
	 * @throws IllegalStateException if it could not be kept
	 */
	public void replay(Push push) {
		if (kept(this.inbox.keepClaimed(push.entry()), push)) {
			this.dispatcher.witness(push);
			this.inbox.park(push.key());
			done(this.handlers.run(new Claim(push.key(), 1), push, false));
			return;
		}
		StoredMessage stored = this.inbox.find(push.key())
			.orElseThrow(() -> new IllegalStateException("the message is gone"));
		if (stored.state() == InboxState.RECEIVED) {
			this.inbox.park(push.key());
		}
		else if (stored.state() == InboxState.DONE && stored.reply() != null) {
			this.work.offerKept(push, stored.reply());
		}
	}

	/**
	 * Runs a dead letter again; its reply goes to the person as a late one.
	 * @param letterId the dead letter
	 * @param push the message, read again
	 * @param replyKey the key of this attempt's reply, so that it is sent once
	 * @return {@code false} if somebody else ended the dead letter before
	 */
	public boolean runAgain(long letterId, Push push, byte[] replyKey) {
		return this.work.runAgain(letterId, push, replyKey);
	}

	private static void done(Future<Answer> answer) {
		try {
			answer.get(REPLAY_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.warn("spool: a message is kept and not done yet; the recovery finishes it");
		}
	}

	private Answer deliver(Push push) {
		InboxEntry.Answered answered = fromMemory(push);
		if (answered != null) {
			if (kept(this.inbox.keepAnswered(push.entry(), answered), push)) {
				this.dispatcher.witness(push);
				return new Answer(answered.reply());
			}
			return existing(push);
		}
		if (kept(this.inbox.keepClaimed(push.entry()), push)) {
			this.dispatcher.witness(push);
			return work(new Claim(push.key(), 1), push);
		}
		return existing(push);
	}

	/**
	 * The answer of a handler that needs nothing but memory, or of nobody. Absent if the
	 * handler needs more, or failed, or a listener is to learn of the message: then it
	 * runs, again, under a claim.
	 */
	private InboxEntry.@Nullable Answered fromMemory(Push push) {
		try {
			Optional<MessageHandler> handler = this.dispatcher.handlerOf(push.message());
			if (!MessageDispatcher.repliesFromMemory(handler)
					|| this.dispatcher.concernsAnybody(push.message(), handler)) {
				return null;
			}
			return this.dispatcher.written(this.dispatcher.speak(handler, push.message()), push.message());
		}
		catch (RuntimeException | Error ex) {
			return null;
		}
	}

	/** What a message that was there before is answered, as soon as it is known. */
	private Answer existing(Push push) {
		this.repeats.increment();
		while (true) {
			StoredMessage stored = ask(() -> this.inbox.find(push.key()), push)
				.orElseThrow(() -> new IllegalStateException("the message is gone"));
			switch (stored.state()) {
				case DONE -> {
					return again(stored, push);
				}
				case PARKED -> {
					return Answer.SUCCESS;
				}
				case RECEIVED -> {
					Optional<Claim> claim = ask(() -> this.inbox.takeOver(push.key()), push);
					if (claim.isPresent()) {
						return work(claim.get(), push);
					}
				}
			}
			if (left(push) <= 0) {
				return parked(push);
			}
			LockSupport.parkNanos(Math.min(POLL_NANOS, left(push)));
		}
	}

	private Answer work(Claim claim, Push push) {
		return inTime(this.handlers.run(claim, push, this.dispatcher.repliesFromMemory(push.message())), push);
	}

	private Answer inTime(Future<Answer> answer, Push push) {
		try {
			return answer.get(Math.max(0, left(push)), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return parked(push);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Inbox.LostClaim) {
				return existing(push);
			}
			throw new IllegalStateException("the message was not answered", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

	/** Answers {@code success} now and the rest later, unless it has just been done. */
	private Answer parked(Push push) {
		if (ask(() -> this.inbox.park(push.key()), push)) {
			return Answer.SUCCESS;
		}
		return ask(() -> this.inbox.find(push.key()), push).map((stored) -> again(stored, push)).orElse(Answer.SUCCESS);
	}

	/** The kept answer, unless it goes late: nobody is to see it twice. */
	private Answer again(StoredMessage stored, Push push) {
		boolean isHere = stored.reply() == null || ask(() -> this.inbox.repliesAgain(push.key()), push);
		return isHere ? new Answer(stored.reply()) : Answer.SUCCESS;
	}

	private <T> T ask(Supplier<T> question, Push push) {
		return this.questions.ask(question, left(push));
	}

	private boolean kept(Future<Boolean> inserted, Push push) {
		try {
			return inserted.get(Math.max(0, left(push)), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("the message could not be kept", ex);
		}
	}

	private long left(Push push) {
		return this.answerWithin.toNanos() - (System.nanoTime() - push.startedNanos());
	}

	/** What deliveries are made with. */
	record Parts(Inbox inbox, MessageDispatcher dispatcher, HandlerThreads handlers, HandlerWork work,
			Questions questions) {
	}

	/**
	 * What the platform is answered: a reply in clear, or {@code success}, which shows
	 * the person nothing and ends the repeats.
	 */
	public record Answer(byte @Nullable [] reply) {

		/** Nothing to show. */
		public static final Answer SUCCESS = new Answer(null);

	}

}
