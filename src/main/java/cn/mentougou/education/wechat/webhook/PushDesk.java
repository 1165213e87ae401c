package cn.mentougou.education.wechat.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.deadletter.DeadLetter;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.Envelope;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.envelope.PushQuery;
import cn.mentougou.education.wechat.envelope.RejectedPush;
import cn.mentougou.education.wechat.envelope.UnreadableMessage;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.MessageKey;

/** Takes a push, has it answered, and seals the answer as the push was sealed. */
class PushDesk {

	private static final Logger logger = LoggerFactory.getLogger(PushDesk.class);

	private final PushProof proof;

	private final Inbox inbox;

	private final DeadLetters deadLetters;

	private final Deliveries deliveries;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	PushDesk(PushProof proof, Inbox inbox, DeadLetters deadLetters, Deliveries deliveries, Clock clock) {
		this.proof = proof;
		this.inbox = inbox;
		this.deadLetters = deadLetters;
		this.deliveries = deliveries;
		this.clock = clock;
	}

	/**
	 * The answer to a push as it goes over the wire, or nothing for {@code success}.
	 * @param startedNanos when the push arrived, by {@link System#nanoTime()}
	 * @throws RejectedPush if it does not come from the platform for this account
	 * @throws IllegalStateException if it could not be kept: the platform repeats it
	 */
	byte @Nullable [] answer(WeChatAccount account, PushQuery query, byte[] body, long startedNanos) {
		Envelope.Opened opened = this.proof.opened(account, query, body);
		Optional<MessageReader.Delivery> delivery = read(account, opened);
		if (delivery.isEmpty()) {
			return null;
		}
		Instant now = this.clock.instant();
		MessageKey key = this.inbox.keyOf(account.appId(), delivery.get().identity());
		byte[] reply = reply(new Push(key, delivery.get().message(), opened.xml(), now, startedNanos, correlationId()));
		if (reply == null || opened.seal() == null) {
			return reply;
		}
		return opened.seal().seal(reply, now.getEpochSecond(), nonce());
	}

	/** The message, or nothing if the platform sealed what cannot be read. */
	private Optional<MessageReader.Delivery> read(WeChatAccount account, Envelope.Opened opened) {
		try {
			MessageReader.Delivery delivery = MessageReader.read(account.appId(), opened.xml());
			if (!delivery.message().header().toUserName().equals(account.originalId())) {
				throw this.proof.rejected(RejectedPush.Cause.ADDRESSEE);
			}
			return Optional.of(delivery);
		}
		catch (UnreadableMessage ex) {
			if (opened.seal() == null) {
				throw this.proof.rejected(RejectedPush.Cause.BODY);
			}
			keepUnreadable(account, opened.xml(), String.valueOf(ex.getMessage()));
			return Optional.empty();
		}
	}

	private void keepUnreadable(WeChatAccount account, byte[] xml, String reason) {
		logger.error("webhook: a sealed message of {} cannot be read: {}", account.appId(), reason);
		MessageKey key = this.inbox.keyOf(account.appId(), List.of("unreadable", HexFormat.of().formatHex(xml)));
		try {
			this.deadLetters.keep(new DeadLetter(0, key.value(), account.appId(), "unreadable", reason, xml, 1,
					this.clock.instant(), correlationId()));
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("not kept", ex);
		}
	}

	private byte @Nullable [] reply(Push push) {
		try {
			return this.deliveries.answer(push).reply();
		}
		catch (RuntimeException ex) {
			logger.error("webhook: {} was not answered: {}", push, DeadLetters.reasonOf(ex));
			throw new IllegalStateException("not answered", ex);
		}
	}

	private String nonce() {
		return Integer.toUnsignedString(this.random.nextInt());
	}

	private static String correlationId() {
		String id = MDC.get("requestId");
		return id == null ? UUID.randomUUID().toString() : id;
	}

}
