package cn.mentougou.education.wechat.dialogue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/**
 * Something that was said in a conversation, or noted beside it.
 *
 * @param id its number
 * @param side who said it
 * @param kind what sort of message: {@code text}, {@code image} …
 * @param words what was said; null for a picture and the like
 * @param writtenBy who of the staff; null for the person
 * @param writtenAt when
 * @param outcome what became of an answer; null for everything else
 * @param why why it did not go, or not surely; null if there is nothing to say
 */
public record DialogueEntry(long id, Side side, String kind, @Nullable String words, @Nullable PersonId writtenBy,
		Instant writtenAt, @Nullable Outcome outcome, @Nullable String why) {

	/** Keeps the words out of every log. */
	@Override
	public String toString() {
		return "DialogueEntry[" + this.id + " " + this.side + "]";
	}

	/** Who said it. */
	public enum Side {

		/** The person at the account. */
		PERSON,

		/** Somebody of the staff, to the person. */
		STAFF,

		/** Somebody of the staff, to the staff alone. */
		NOTE

	}

	/** What became of an answer. */
	public enum Outcome {

		/** It waits to be sent, or is being sent. */
		SENDING("正在发送"),

		/** WeChat took it. Final. */
		SENT("已发到对方微信"),

		/** It was not sent; it waits for a decision. */
		REFUSED("没有发出"),

		/** It may have arrived or not; it waits for a decision. */
		UNKNOWN("不知道是否送达"),

		/** Somebody made sure that the person has an answer. Final. */
		CONFIRMED("已确认对方得到答复"),

		/** It did not arrive and another answer takes its place. Final. */
		GIVEN_UP("没有送达，另行答复");

		private final String title;

		Outcome(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

		/** Whether a person has to decide what it means. */
		public boolean isUndecided() {
			return this == REFUSED || this == UNKNOWN;
		}

	}

}
