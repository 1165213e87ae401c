package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.wechat.replywindow.Standing;
import cn.mentougou.education.wechat.sender.Calls;
import cn.mentougou.education.wechat.sender.Channel;
import cn.mentougou.education.wechat.sender.MessageForm;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.sender.Reason;

/**
 * Decides what is done next for one person, looking at nothing but what is given: what is
 * to be called, and what is over or must wait without a call. What waits for a later time
 * holds up only its own channel.
 */
class Selection {

	/**
	 * The platform knows a key for ten minutes; the rest is for the way there and back.
	 */
	static final Duration KEY_IS_KNOWN_FOR = Duration.ofMinutes(9);

	/**
	 * So long may a window that another instance saw open still stand in its memory only.
	 */
	static final Duration GRACE = Duration.ofSeconds(3);

	private static final Duration AGAIN = Duration.ofSeconds(1);

	private static final String TEXT = "TEXT";

	private final Seal seal;

	private final Instant now;

	private final List<SendMapper.Settlement> over = new ArrayList<>();

	private final List<SendMapper.Postponement> waiting = new ArrayList<>();

	private final List<Sending> calls = new ArrayList<>();

	private final List<SendMapper.Row> taken = new ArrayList<>();

	Selection(Seal seal, Instant now) {
		this.seal = seal;
		this.now = now;
	}

	/** What is to be called. */
	List<Sending> calls() {
		return this.calls;
	}

	/** What is over. */
	List<SendMapper.Settlement> over() {
		return this.over;
	}

	/** What must wait. */
	List<SendMapper.Postponement> waiting() {
		return this.waiting;
	}

	/** The orders of which something was decided. */
	List<SendMapper.Row> taken() {
		return this.taken;
	}

	/**
	 * The first order that may go now; those before it that are over are noted.
	 * @param rows what is not settled for a person, in its order
	 */
	Optional<SendMapper.Row> first(List<SendMapper.Row> rows) {
		Set<Channel> held = EnumSet.noneOf(Channel.class);
		for (SendMapper.Row row : rows) {
			if (row.state() == SendState.SENDING) {
				return Optional.empty();
			}
			if (isOver(row)) {
				continue;
			}
			if (row.dueAt().isAfter(this.now)) {
				held.add(row.channel());
			}
			else if (!held.contains(row.channel())) {
				return Optional.of(row);
			}
		}
		return Optional.empty();
	}

	private boolean isOver(SendMapper.Row row) {
		Instant doubtful = row.doubtfulSince();
		boolean isLate = !this.now.isBefore(row.sendBefore());
		if (doubtful != null && (isLate || !this.now.isBefore(doubtful.plus(KEY_IS_KNOWN_FOR)))) {
			end(row, SendState.UNKNOWN, Reason.INTERRUPTED);
			return true;
		}
		if (isLate) {
			end(row, SendState.EXPIRED, Reason.LATE);
		}
		return isLate;
	}

	/**
	 * A customer-service message without room in a window: over, unless the window may
	 * still become known.
	 * @return whether there is room
	 */
	boolean hasRoom(SendMapper.Row row, Standing standing, boolean isEveryWindowKnown) {
		if (standing.allows()) {
			return true;
		}
		if (!isEveryWindowKnown || this.now.isBefore(row.createdAt().plus(GRACE))) {
			wait(row, Reason.WINDOW, this.now.plus(AGAIN));
		}
		else if (standing.isClosed()) {
			end(row, SendState.EXPIRED, Reason.WINDOW);
		}
		else {
			end(row, SendState.REFUSED, Reason.QUOTA);
		}
		return false;
	}

	void wait(SendMapper.Row row, String reason, Instant until) {
		this.taken.add(row);
		this.waiting
			.add(new SendMapper.Postponement(row.id(), SendState.NEW, reason, until, row.doubtfulSince(), this.now));
	}

	void end(SendMapper.Row row, SendState state, String reason) {
		this.taken.add(row);
		this.over.add(new SendMapper.Settlement(row.id(), SendState.NEW, state, reason, this.now));
	}

	/** Makes the call for an order, together with the texts that wait right behind it. */
	void call(SendMapper.Row first, List<SendMapper.Row> rows) {
		OutboundMessage message = opened(first);
		String openId = openId(first);
		if (message == null || openId == null) {
			end(first, SendState.REFUSED, Reason.KEY);
			return;
		}
		List<SendMapper.Row> together = new ArrayList<>(List.of(first));
		if (message instanceof OutboundMessage.Text text) {
			message = bundled(text, together, rows.subList(rows.indexOf(first) + 1, rows.size()));
		}
		this.taken.addAll(together);
		this.calls.add(new Sending(together, openId, message));
	}

	private OutboundMessage.Text bundled(OutboundMessage.Text text, List<SendMapper.Row> together,
			List<SendMapper.Row> behind) {
		OutboundMessage.Text all = text;
		for (SendMapper.Row row : behind) {
			boolean waits = row.kind().equals(TEXT) && row.state() == SendState.NEW && !row.dueAt().isAfter(this.now)
					&& this.now.isBefore(row.sendBefore());
			if (!waits || !(opened(row) instanceof OutboundMessage.Text next)) {
				return all;
			}
			String joined = all.content() + "\n\n" + next.content();
			if (!OutboundMessage.Text.fits(joined)) {
				return all;
			}
			all = new OutboundMessage.Text(joined);
			together.add(row);
		}
		return all;
	}

	private @Nullable OutboundMessage opened(SendMapper.Row row) {
		try {
			return (row.content() == null) ? null
					: MessageForm.read(row.kind(), this.seal.content(row.content(), row.messageKey()));
		}
		catch (Unsealable ex) {
			return null;
		}
	}

	private @Nullable String openId(SendMapper.Row row) {
		try {
			return (row.openId() == null) ? null : this.seal.openId(row.openId(), row.messageKey());
		}
		catch (Unsealable ex) {
			return null;
		}
	}

	/**
	 * One call that is to be made: for one order, or for several texts that go as one.
	 *
	 * @param rows the orders, in their order; the first one stands for all of them
	 * @param openId the person
	 * @param message what goes
	 */
	record Sending(List<SendMapper.Row> rows, String openId, OutboundMessage message) {

		private static final int KEY_BYTES = 16;

		SendMapper.Row head() {
			return this.rows.get(0);
		}

		List<Long> ids() {
			return this.rows.stream().map(SendMapper.Row::id).toList();
		}

		/** As it is called: half of the order's key is as long as the platform takes. */
		Calls.Call call() {
			return new Calls.Call(head().id(), head().appId(), this.openId, this.message,
					HexFormat.of().formatHex(head().messageKey(), 0, KEY_BYTES), head().correlationId());
		}

		/** Keeps the person and the content out of every log. */
		@Override
		public String toString() {
			return "Sending " + ids();
		}

	}

}
