package cn.mentougou.education.wechat.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;

/**
 * The desk of the durable inbox. Nothing is done because of a message before one of its
 * rows is committed, and of several deliveries of one message exactly one row wins.
 */
public class Inbox {

	private static final byte[] CONTENT = "inbox_message.content:".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] REPLY = "inbox_message.reply:".getBytes(StandardCharsets.US_ASCII);

	private static final int ORDER_BYTES = 6;

	private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

	private static final Logger logger = LoggerFactory.getLogger(Inbox.class);

	/** In the transaction of whoever calls. */
	private final InboxMapper mapper;

	/** By the webhook's own connections, each statement for itself. */
	private final InboxMapper direct;

	private final GroupCommit groupCommit;

	private final Vault vault;

	private final LookupIndex index;

	private final InboxSettings settings;

	private final Clock clock;

	private final String owner;

	Inbox(Parts parts) {
		this.mapper = parts.mapper();
		this.direct = parts.direct();
		this.groupCommit = parts.groupCommit();
		this.vault = parts.vault();
		this.index = parts.index();
		this.settings = parts.settings();
		this.clock = parts.clock();
		this.owner = parts.owner();
	}

	/**
	 * The key of a message of an account: six bytes that grow with time, so that new rows
	 * stand side by side however many there are, and 26 bytes of an HMAC.
	 * @param identity the parts that are equal in each redelivery, and only there
	 * @param order follows from the identity and grows from message to message
	 */
	public MessageKey keyOf(String appId, List<String> identity, long order) {
		String[] parts = new String[identity.size() + 1];
		parts[0] = appId;
		for (int i = 0; i < identity.size(); i++) {
			parts[i + 1] = identity.get(i);
		}
		byte[] hash = this.index.of("wechat.message", parts);
		ByteBuffer key = ByteBuffer.allocate(LookupIndex.LENGTH);
		key.putLong(order << Short.SIZE).position(ORDER_BYTES).put(hash, 0, LookupIndex.LENGTH - ORDER_BYTES);
		return new MessageKey(key.array());
	}

	/** The key of something without an order. */
	public MessageKey keyOf(String appId, List<String> identity) {
		return keyOf(appId, identity, 0);
	}

	/**
	 * Keeps a message together with its reply, in one commit.
	 * @return completes with {@code true} if this reply is the message's, with
	 * {@code false} if the message was there before: then {@link #find} has what counts
	 */
	public CompletableFuture<Boolean> keepAnswered(InboxEntry entry, InboxEntry.Answered answered) {
		InboxEntry.Answered sealed = new InboxEntry.Answered(sealedReply(entry.key(), answered.reply()),
				answered.outcome(), answered.turn());
		return this.groupCommit.insert(row(entry, sealed, null));
	}

	/**
	 * Keeps a message that a handler is to work on, and claims it for this instance.
	 * @return completes with {@code true} if this instance has the first claim
	 */
	public CompletableFuture<Boolean> keepClaimed(InboxEntry entry) {
		return this.groupCommit.insert(row(entry, null, claimEnd()));
	}

	/** The message as it stands, if it was ever kept. */
	public Optional<StoredMessage> find(MessageKey key) {
		return this.direct.find(key.value()).map((row) -> opened(row, this.vault));
	}

	/** The latest messages with an outcome, newest first. */
	public List<StoredMessage> latest(Outcome outcome, Duration within, int limit) {
		return this.mapper.listByOutcome(this.clock.instant().minus(within), outcome, limit)
			.stream()
			.map((row) -> opened(row, this.vault))
			.toList();
	}

	/**
	 * Kept messages in the order of their arrival, after one of them; those that cannot
	 * be opened any more are left out.
	 * @param at when that one arrived
	 * @param key its key
	 */
	public List<StoredMessage> listReceived(Instant at, MessageKey key, int limit) {
		List<StoredMessage> messages = new ArrayList<>();
		for (InboxMapper.Row row : this.mapper.listReceivedBetween(at, key.value(), FOREVER, limit)) {
			try {
				messages.add(opened(row, this.vault));
			}
			catch (Unsealable ex) {
				logger.debug("a kept message cannot be opened");
			}
		}
		return messages;
	}

	/** Takes a message over whose claim has run out; empty if it has not, or is done. */
	public Optional<Claim> takeOver(MessageKey key) {
		byte[] value = key.value();
		if (this.direct.takeClaim(value, this.owner, claimEnd(), this.clock.instant()) != 1) {
			return Optional.empty();
		}
		return this.direct.findClaimNumber(value, this.owner).map((number) -> new Claim(key, number));
	}

	/** Says that the work under a claim still goes on; {@code false} if it was lost. */
	public boolean renew(Claim claim) {
		return this.direct.renewClaim(claim.key().value(), claim.number(), claimEnd()) == 1;
	}

	/**
	 * Records that the platform was answered {@code success} and the reply will follow.
	 * @return {@code false} if the message is parked already, or done
	 */
	public boolean park(MessageKey key) {
		return this.direct.park(key.value()) == 1;
	}

	/**
	 * Ends a message, inside the transaction of the work that was done for it.
	 * @return whether the reply goes with the answer to the platform, or the platform has
	 * been answered {@code success} already
	 * @throws LostClaim if another instance took over: the transaction must roll back
	 */
	public Delivered finish(Claim claim, InboxEntry.Answered answered) {
		byte[] key = claim.key().value();
		if (this.mapper.deleteClaim(key, claim.number()) != 1) {
			throw new LostClaim();
		}
		Instant now = this.clock.instant();
		byte[] reply = sealedReply(claim.key(), answered.reply());
		if (this.mapper.finish(new InboxMapper.Finish(key, InboxState.RECEIVED, reply, answered.outcome(),
				answered.turn(), now)) == 1) {
			return Delivered.WITH_ANSWER;
		}
		if (this.mapper.finish(
				new InboxMapper.Finish(key, InboxState.PARKED, null, answered.outcome(), answered.turn(), now)) == 1) {
			return Delivered.LATER;
		}
		throw new IllegalStateException("a claimed message is neither received nor parked");
	}

	/**
	 * Whether a reply that is ready goes with the answer to a repeat; {@code false} if it
	 * goes late already.
	 */
	public boolean repliesAgain(MessageKey key) {
		return this.direct.decideReplyWay(key.value(), "AGAIN") == 1;
	}

	/**
	 * Whether a reply that is ready goes late, decided in the transaction that offers it;
	 * {@code false} if a repeat was given it already.
	 */
	public boolean repliesLate(MessageKey key) {
		return this.mapper.decideReplyWay(key.value(), "LATE") == 1;
	}

	/**
	 * Messages whose handler died: their claim has run out, and the platform will not
	 * repeat them any more.
	 */
	public List<MessageKey> abandoned(int limit) {
		Instant now = this.clock.instant();
		return this.mapper.listAbandoned(now, now.minus(this.settings.repeatsFor()), limit)
			.stream()
			.map(MessageKey::new)
			.toList();
	}

	private InboxRow row(InboxEntry entry, InboxEntry.@Nullable Answered done, @Nullable Instant claimedUntil) {
		byte[] content = this.vault.seal(entry.xml(), contentPlace(entry.key()));
		return new InboxRow(entry.key(), entry.appId(), entry.kind(), entry.receivedAt(), content,
				entry.correlationId(), done, claimedUntil);
	}

	private byte @Nullable [] sealedReply(MessageKey key, byte @Nullable [] reply) {
		return reply == null ? null : this.vault.seal(reply, replyPlace(key));
	}

	/**
	 * A row in clear.
	 * @throws Unsealable if its key is not configured or it was changed
	 */
	static StoredMessage opened(InboxMapper.Row row, Vault vault) {
		MessageKey key = new MessageKey(row.messageKey());
		byte[] reply = row.reply() == null ? null : vault.open(row.reply(), replyPlace(key));
		return new StoredMessage(key, row.appId(), row.kind(), row.state(), row.receivedAt(),
				vault.open(row.content(), contentPlace(key)), reply, row.correlationId());
	}

	/** Where the content of a message stands. */
	static byte[] contentPlace(MessageKey key) {
		return place(CONTENT, key);
	}

	/** Where its reply stands. */
	static byte[] replyPlace(MessageKey key) {
		return place(REPLY, key);
	}

	private static byte[] place(byte[] column, MessageKey key) {
		byte[] value = key.value();
		return ByteBuffer.allocate(column.length + value.length).put(column).put(value).array();
	}

	private Instant claimEnd() {
		return this.clock.instant().plus(this.settings.claimFor());
	}

	/** Whether the database answers. */
	public boolean isReachable() {
		try {
			return this.direct.findOne() == 1;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/** How a reply reaches the person. */
	public enum Delivered {

		/** In the answer to the push, and to each redelivery. */
		WITH_ANSWER,

		/** By another way: the push has been answered {@code success}. */
		LATER

	}

	/** Another instance took the message over. */
	public static class LostClaim extends RuntimeException {

		LostClaim() {
			super("another instance took the message over", null, false, false);
		}

	}

	/**
	 * What the inbox is made of.
	 *
	 * @param mapper works in the transaction of whoever calls
	 * @param direct works by the webhook's own connections
	 * @param owner names this instance in its claims
	 */
	record Parts(InboxMapper mapper, InboxMapper direct, GroupCommit groupCommit, Vault vault, LookupIndex index,
			InboxSettings settings, Clock clock, String owner) {
	}

}
