package cn.mentougou.education.wechat.replywindow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushWitness;
import cn.mentougou.education.wechat.envelope.InboundMessage;

/**
 * Sees every kept push, remembers the latest window of each kind and person, and writes
 * them down together a few times a second. A mark says until when nothing is missing.
 */
class WindowMemory implements PushWitness {

	/** Rows of a statement at the most. */
	private static final int STEP = 500;

	/** How often an instance that sees nothing shows that it lives. */
	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

	private final ReplyWindowMapper mapper;

	private final LookupIndex index;

	private final WindowRules rules;

	private final Clock clock;

	private final String owner = UUID.randomUUID().toString();

	private final Object writing = new Object();

	private Map<Place, Instant> seen = new LinkedHashMap<>();

	private Instant markedAt = Instant.EPOCH;

	private volatile boolean isComplete;

	WindowMemory(ReplyWindowMapper mapper, LookupIndex index, ReplyWindowSettings settings, Clock clock) {
		this.mapper = mapper;
		this.index = index;
		this.rules = new WindowRules(settings);
		this.clock = clock;
	}

	/** In memory only: the look-up value is made when it is written down. */
	@Override
	public void saw(Push push) {
		InboundMessage message = push.message();
		Optional<WindowKind> kind = WindowKind.of(message);
		if (kind.isPresent()) {
			remember(new Place(message.appId(), message.openId(), kind.get()), openedAt(message, push.receivedAt()));
		}
	}

	/**
	 * The platform's second, in which the window opened there, unless its clock is ahead
	 * of ours.
	 */
	static Instant openedAt(InboundMessage message, Instant receivedAt) {
		Instant createdAt = message.header().createdAt();
		return createdAt.isBefore(receivedAt) ? createdAt : receivedAt;
	}

	private synchronized void remember(Place place, Instant at) {
		this.seen.merge(place, at, (before, now) -> before.isBefore(now) ? now : before);
	}

	private synchronized Map<Place, Instant> take() {
		Map<Place, Instant> taken = this.seen;
		this.seen = new LinkedHashMap<>();
		return taken;
	}

	/**
	 * Writes down what is remembered.
	 * @return whether there was something
	 */
	boolean write() {
		synchronized (this.writing) {
			Instant now = this.clock.instant();
			Map<Place, Instant> taken = take();
			try {
				write(taken);
				mark(now, taken.isEmpty());
			}
			catch (RuntimeException ex) {
				taken.forEach((place, one) -> remember(place, one));
				throw ex;
			}
			return !taken.isEmpty();
		}
	}

	/** An idle instance only shows now and then that it lives. */
	private void mark(Instant now, boolean isIdle) {
		if (!isIdle || now.isAfter(this.markedAt.plus(SIGN_OF_LIFE))) {
			this.mapper.mark(this.owner, now);
			this.markedAt = now;
		}
	}

	/** Writes down windows that were read again from the inbox. */
	void writeAgain(List<InboundMessage> messages, List<Instant> receivedAt) {
		Map<Place, Instant> found = new LinkedHashMap<>();
		for (int i = 0; i < messages.size(); i++) {
			InboundMessage message = messages.get(i);
			Instant at = openedAt(message, receivedAt.get(i));
			WindowKind.of(message)
				.ifPresent((kind) -> found.merge(new Place(message.appId(), message.openId(), kind), at,
						(before, now) -> before.isBefore(now) ? now : before));
		}
		write(found);
	}

	private void write(Map<Place, Instant> windows) {
		List<ReplyWindowMapper.Row> rows = new ArrayList<>(windows.size());
		windows.forEach((place, one) -> rows.add(this.rules
			.opened(PersonLookup.of(this.index, place.appId, place.openId), place.appId, place.kind, one)));
		// In one order everywhere, so that two instances do not deadlock.
		rows.sort((one,
				other) -> HexFormat.of().formatHex(one.person()).compareTo(HexFormat.of().formatHex(other.person())));
		for (int from = 0; from < rows.size(); from += STEP) {
			this.mapper.upsert(rows.subList(from, Math.min(rows.size(), from + STEP)));
		}
	}

	String owner() {
		return this.owner;
	}

	boolean isComplete() {
		return this.isComplete;
	}

	void complete() {
		this.isComplete = true;
	}

	/** Whose window. */
	private record Place(String appId, String openId, WindowKind kind) {

		/** Keeps the person out of every log. */
		@Override
		public String toString() {
			return this.appId + " " + this.kind;
		}

	}

}
