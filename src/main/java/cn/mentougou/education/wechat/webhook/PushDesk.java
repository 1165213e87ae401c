package cn.mentougou.education.wechat.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.Envelope;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.envelope.PushQuery;
import cn.mentougou.education.wechat.envelope.RejectedPush;
import cn.mentougou.education.wechat.envelope.UnreadableMessage;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.spool.Spool;
import cn.mentougou.education.wechat.spool.SpoolFull;
import cn.mentougou.education.wechat.spool.SpooledPush;

/**
 * Takes a push, has it answered, and seals the answer as the push was sealed. While the
 * database is out of reach the push goes to the spool and the platform is told
 * {@code success}.
 */
class PushDesk {

	private static final Logger logger = LoggerFactory.getLogger(PushDesk.class);

	private final PushProof proof;

	private final Parts parts;

	private final Clock clock;

	PushDesk(PushProof proof, Parts parts, Clock clock) {
		this.proof = proof;
		this.parts = parts;
		this.clock = clock;
	}

	/**
	 * The answer to a push as it goes over the wire, or nothing for {@code success}.
	 * @param startedNanos when the push arrived, by {@link System#nanoTime()}
	 * @throws RejectedPush if it does not come from the platform for this account
	 * @throws SpoolFull if it could be kept nowhere: the platform repeats it
	 */
	byte @Nullable [] answer(WeChatAccount account, PushQuery query, byte[] body, long startedNanos) {
		Envelope.Opened opened = this.proof.opened(account, query, body);
		Instant now = this.clock.instant();
		MessageReader.Delivery delivery;
		try {
			delivery = read(account, opened);
		}
		catch (UnreadableMessage ex) {
			keepUnreadable(new SpooledPush(account.appId(), "", now, correlationId(), opened.xml()), ex);
			return null;
		}
		Push push = new Push(this.parts.inbox.keyOf(account.appId(), delivery.identity(), delivery.order()),
				delivery.message(), opened.xml(), now, startedNanos, correlationId());
		byte[] reply = reply(push);
		if (reply == null || opened.seal() == null) {
			return reply;
		}
		return opened.seal()
			.seal(reply, now.getEpochSecond(), Integer.toUnsignedString(ThreadLocalRandom.current().nextInt()));
	}

	private MessageReader.Delivery read(WeChatAccount account, Envelope.Opened opened) {
		MessageReader.Delivery delivery;
		try {
			delivery = MessageReader.read(account.appId(), opened.xml());
		}
		catch (UnreadableMessage ex) {
			if (opened.seal() == null) {
				throw this.proof.rejected(RejectedPush.Cause.BODY);
			}
			throw ex;
		}
		if (!delivery.message().header().toUserName().equals(account.originalId())) {
			throw this.proof.rejected(RejectedPush.Cause.ADDRESSEE);
		}
		return delivery;
	}

	private void keepUnreadable(SpooledPush push, UnreadableMessage ex) {
		logger.error("webhook: a sealed message of {} cannot be read: {}", push.appId(), ex.getMessage());
		try {
			this.parts.unreadables.keep(push, String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException failure) {
			this.parts.gate.close();
			this.parts.spool.append(push);
		}
	}

	private byte @Nullable [] reply(Push push) {
		String sender = push.message().appId() + " " + push.message().openId();
		if (this.parts.gate.isOpen() && !this.parts.spool.isPending(sender)) {
			try {
				return this.parts.deliveries.answer(push).reply();
			}
			catch (RuntimeException ex) {
				logger.error("webhook: {} goes to the spool: {}", push, DeadLetters.reasonOf(ex));
				this.parts.gate.close();
			}
		}
		this.parts.spool.append(
				new SpooledPush(push.message().appId(), sender, push.receivedAt(), push.correlationId(), push.xml()));
		return null;
	}

	private static String correlationId() {
		String id = MDC.get("requestId");
		return id == null ? UUID.randomUUID().toString() : id;
	}

	/** What the desk works with. */
	record Parts(Inbox inbox, Deliveries deliveries, Unreadables unreadables, Spool spool, DatabaseGate gate) {
	}

}
