package cn.mentougou.education.wechat.dispatch;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.envelope.ReplyWriter;
import cn.mentougou.education.wechat.inbox.InboxEntry;
import cn.mentougou.education.wechat.inbox.Outcome;

/** Finds the handler of a message and turns what it says into what is kept. */
class MessageDispatcher {

	/** The turn of a message that nobody takes. */
	private static final String NOBODY = "NOBODY";

	private static final Logger logger = LoggerFactory.getLogger(MessageDispatcher.class);

	private final List<MessageHandler> handlers;

	private final List<PushListener> listeners;

	private final List<PushWitness> witnesses;

	private final Clock clock;

	MessageDispatcher(List<MessageHandler> handlers, List<PushListener> listeners, List<PushWitness> witnesses,
			Clock clock) {
		this.handlers = handlers.stream().sorted(Comparator.comparing(MessageHandler::turn)).toList();
		this.listeners = List.copyOf(listeners);
		this.witnesses = List.copyOf(witnesses);
		this.clock = clock;
	}

	/** The first handler in the order of the turns that accepts the message. */
	Optional<MessageHandler> handlerOf(InboundMessage message) {
		for (MessageHandler handler : this.handlers) {
			if (handler.accepts(message)) {
				return Optional.of(handler);
			}
		}
		return Optional.empty();
	}

	/** Whether some listener is to learn of a message that this handler answers. */
	boolean concernsAnybody(InboundMessage message, Optional<MessageHandler> handler) {
		Turn turn = handler.map(MessageHandler::turn).orElse(null);
		for (PushListener listener : this.listeners) {
			if (listener.concerns(message, turn)) {
				return true;
			}
		}
		return false;
	}

	/** Whether the reply needs nothing but memory; nobody's reply is none. */
	static boolean repliesFromMemory(Optional<MessageHandler> handler) {
		return handler.isEmpty() || handler.get().repliesFromMemory();
	}

	/** The same of whoever answers the message. */
	boolean repliesFromMemory(InboundMessage message) {
		try {
			return repliesFromMemory(handlerOf(message));
		}
		catch (RuntimeException | Error ex) {
			// It fails again where that is dealt with.
			return false;
		}
	}

	/** Tells the listeners, in the transaction that ends the message. */
	void tell(Push push, Optional<MessageHandler> handler) {
		Turn turn = handler.map(MessageHandler::turn).orElse(null);
		for (PushListener listener : this.listeners) {
			if (listener.concerns(push.message(), turn)) {
				listener.learn(push);
			}
		}
	}

	/** Shows a message that is kept to the witnesses; none of them can hold it up. */
	void witness(Push push) {
		for (PushWitness witness : this.witnesses) {
			try {
				witness.saw(push);
			}
			catch (RuntimeException ex) {
				logger.error("webhook: a witness failed for {}", push, ex);
			}
		}
	}

	/** Lets the handler answer. */
	Spoken speak(Optional<MessageHandler> handler, InboundMessage message) {
		if (handler.isEmpty()) {
			return new Spoken(null, Outcome.SILENT, NOBODY);
		}
		Turn turn = handler.get().turn();
		Reply reply = handler.get().handle(message).map((said) -> fitting(said, message)).orElse(null);
		if (turn == Turn.DEFAULT_ANSWER) {
			return new Spoken(reply, Outcome.UNANSWERED, turn.name());
		}
		return new Spoken(reply, reply == null ? Outcome.SILENT : Outcome.ANSWERED, turn.name());
	}

	/** What is kept of an answer: the XML, with the time of its making. */
	InboxEntry.Answered written(Spoken spoken, InboundMessage message) {
		Reply reply = spoken.reply();
		byte[] xml = reply == null ? null : ReplyWriter.write(reply, message.header(), this.clock.instant());
		return new InboxEntry.Answered(xml, spoken.outcome(), spoken.turn());
	}

	/**
	 * The platform shows one card in answer to a message, and refuses a reply with more.
	 */
	private static Reply fitting(Reply reply, InboundMessage message) {
		if (reply instanceof Reply.News news && news.articles().size() > 1
				&& !(message instanceof InboundMessage.Event)) {
			return new Reply.News(news.articles().subList(0, 1));
		}
		return reply;
	}

	/** What a handler said. */
	record Spoken(@Nullable Reply reply, Outcome outcome, String turn) {
	}

}
