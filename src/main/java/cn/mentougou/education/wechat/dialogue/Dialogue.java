package cn.mentougou.education.wechat.dialogue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/**
 * A person's conversation with the staff at one account.
 *
 * @param id its number
 * @param appId the account
 * @param maskedPerson the person, so that they can be told apart and nobody is named
 * @param state how far it is
 * @param waitingSince since when the person waits; null if nobody does
 * @param spokeAt when the person wrote last
 * @param assignee whose it is; null if nobody's
 * @param undecided how many answers did not arrive, or perhaps not, and wait for a
 * decision
 * @param openedAt when it began
 * @param version raised with each act of the staff
 */
public record Dialogue(DialogueId id, String appId, String maskedPerson, State state, @Nullable Instant waitingSince,
		Instant spokeAt, @Nullable PersonId assignee, int undecided, Instant openedAt, long version) {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final Pattern NUMBER = Pattern.compile("DH(\\d{4})-?(\\d{5,18})");

	/** The number that people say: DH2026-00042. */
	public String number() {
		return "DH%d-%05d".formatted(this.openedAt.atZone(BEIJING).getYear(), this.id.value());
	}

	/** What such a number points to, if it is one. */
	static Optional<DialogueId> numbered(String words) {
		Matcher number = NUMBER.matcher(words.strip().toUpperCase(Locale.ROOT));
		return number.matches() ? Optional.of(new DialogueId(Long.parseLong(number.group(2)))) : Optional.empty();
	}

	@Override
	public String toString() {
		return "Dialogue[" + this.id.value() + " " + this.state + "]";
	}

	/** How far a conversation is. */
	public enum State {

		/** The person waits for an answer. */
		WAITING("等待答复", 0, 1),

		/** Everything was answered; a new message makes it wait again. */
		ANSWERED("已答复", 20_000_000_000_000L, -1),

		/** Nothing is left to do; a new message opens it again. */
		CLOSED("已结束", 40_000_000_000_000L, -1);

		private final String title;

		private final long base;

		private final int direction;

		State(String title, long base, int direction) {
			this.title = title;
			this.base = base;
			this.direction = direction;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

		/**
		 * The place in the list: first who waits, the longest on top, then the others,
		 * the latest on top.
		 */
		long place(Instant time) {
			return this.base + this.direction * time.toEpochMilli();
		}

	}

}
