package cn.mentougou.education.wechat.outbound;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.replywindow.Standing;
import cn.mentougou.education.wechat.sender.Channel;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.sender.Reason;

/**
 * Decides what is done next for each of some people: what is to be called, and what is
 * over or must wait without a call. What waits for a later time holds up only its own
 * channel.
 */
final class Selection {

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

	private final Instant now;

	private final List<SendMapper.Settlement> over = new ArrayList<>();

	private final List<SendMapper.Postponement> waiting = new ArrayList<>();

	private final List<Sending> calls = new ArrayList<>();

	private final List<SendMapper.Row> taken = new ArrayList<>();

	private final List<byte[]> held = new ArrayList<>();

	private final List<byte[]> more = new ArrayList<>();

	private final SendLoop.Parts parts;

	private int keyless;

	private Selection(SendLoop.Parts parts, int keyless, Instant now) {
		this.parts = parts;
		this.keyless = keyless;
		this.now = now;
	}

	/**
	 * Decides for several people.
	 * @param keyless how many senders are free for messages without a key
	 */
	static Selection of(SendLoop.Parts parts, List<byte[]> people, int keyless, Instant now) {
		Selection selection = new Selection(parts, keyless, now);
		if (!people.isEmpty()) {
			selection.select(people);
		}
		return selection;
	}

	private void select(List<byte[]> people) {
		Map<ByteBuffer, List<SendMapper.Row>> rows = new LinkedHashMap<>();
		this.parts.mapper()
			.listUnsettled(people)
			.forEach((row) -> rows.computeIfAbsent(ByteBuffer.wrap(row.person()), (key) -> new ArrayList<>()).add(row));
		Map<ByteBuffer, SendMapper.Row> firsts = new LinkedHashMap<>();
		rows.forEach(
				(person, all) -> first(all).filter(this::isSenderFree).ifPresent((first) -> firsts.put(person, first)));
		Map<ByteBuffer, Standing> standing = standing(firsts);
		firsts.forEach((person, first) -> {
			if (isAllowed(first, Optional.ofNullable(standing.get(person)))) {
				call(first, rows.getOrDefault(person, List.of()));
			}
		});
		Map<ByteBuffer, Integer> decided = new HashMap<>();
		this.taken.forEach((row) -> decided.merge(ByteBuffer.wrap(row.person()), 1, Integer::sum));
		decided.entrySet()
			.stream()
			.filter((entry) -> rows.getOrDefault(entry.getKey(), List.of()).size() > entry.getValue())
			.forEach((entry) -> this.more.add(entry.getKey().array()));
	}

	/** A keyless message is claimed only for a sender that calls at once. */
	private boolean isSenderFree(SendMapper.Row row) {
		if (row.channel().isKeyed() || this.keyless-- > 0) {
			return true;
		}
		this.held.add(row.person());
		return false;
	}

	/** How those stand for whom a customer-service message comes next. */
	private Map<ByteBuffer, Standing> standing(Map<ByteBuffer, SendMapper.Row> firsts) {
		List<byte[]> people = firsts.values()
			.stream()
			.filter((row) -> row.channel() == Channel.CUSTOMER_SERVICE)
			.map(SendMapper.Row::person)
			.toList();
		List<Standing> found = this.parts.windows().standing(people);
		Map<ByteBuffer, Standing> standing = new HashMap<>();
		for (int i = 0; i < people.size(); i++) {
			standing.put(ByteBuffer.wrap(people.get(i)), found.get(i));
		}
		return standing;
	}

	private boolean isAllowed(SendMapper.Row row, Optional<Standing> standing) {
		if (standing.isPresent() && !hasRoom(row, standing.get(), this.parts.windows().isComplete())) {
			return false;
		}
		CallQuotas quotas = this.parts.quotas();
		if (!quotas.take(row.appId(), row.channel().api())) {
			wait(row, Reason.DAY, quotas.nextChance(row.appId(), row.channel().api()));
			return false;
		}
		return true;
	}

	/** People who wait until a sender is free. */
	List<byte[]> held() {
		return this.held;
	}

	/** People for whom there is more than is done now. */
	List<byte[]> more() {
		return this.more;
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
	private Optional<SendMapper.Row> first(List<SendMapper.Row> rows) {
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
	private boolean hasRoom(SendMapper.Row row, Standing standing, boolean isEveryWindowKnown) {
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

	private void wait(SendMapper.Row row, String reason, Instant until) {
		this.taken.add(row);
		this.waiting
			.add(new SendMapper.Postponement(row.id(), SendState.NEW, reason, until, row.doubtfulSince(), this.now));
	}

	private void end(SendMapper.Row row, SendState state, String reason) {
		this.taken.add(row);
		this.over.add(new SendMapper.Settlement(row.id(), SendState.NEW, state, reason, this.now));
	}

	/** Makes the call for an order, together with the texts that wait right behind it. */
	private void call(SendMapper.Row first, List<SendMapper.Row> rows) {
		OutboundMessage message = opened(first);
		String openId = this.parts.seal().openIdIfKept(first.openId(), first.messageKey()).orElse(null);
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
		return this.parts.seal().message(row.kind(), row.content(), row.messageKey()).orElse(null);
	}

	/**
	 * One call that is to be made: for one order, or for several texts that go as one.
	 *
	 * @param rows the orders, in their order; the first one stands for all of them
	 * @param openId the person
	 * @param message what goes
	 */
	record Sending(List<SendMapper.Row> rows, String openId, OutboundMessage message) {

		SendMapper.Row head() {
			return this.rows.get(0);
		}

		List<Long> ids() {
			return this.rows.stream().map(SendMapper.Row::id).toList();
		}

		/** Keeps the person and the content out of every log. */
		@Override
		public String toString() {
			return "Sending " + ids();
		}

	}

}
