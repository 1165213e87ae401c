package cn.mentougou.education.wechat.envelope;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the platform pushed: a message that a person wrote, or an event. Every part is
 * another side's text: never trusted, never logged.
 */
public sealed interface InboundMessage {

	/** What every push carries. */
	Header header();

	/** The AppID of the account that was written to. */
	default String appId() {
		return header().appId();
	}

	/** The person's openid at that account. */
	default String openId() {
		return header().fromUserName();
	}

	/**
	 * What the person said in words: the text, or what the platform recognised in a voice
	 * message.
	 */
	default Optional<String> words() {
		return Optional.empty();
	}

	/**
	 * What every push carries.
	 *
	 * @param appId the account it was pushed to
	 * @param toUserName the account's original id ({@code gh_…})
	 * @param fromUserName the person's openid; for job results a helper's
	 * @param createdAt when the platform made it, in whole seconds
	 * @param kind {@code MsgType}, or {@code event:} and the event's name; at most 64
	 * characters
	 * @param msgId the platform's id of a message; absent in events
	 */
	record Header(String appId, String toUserName, String fromUserName, Instant createdAt, String kind,
			@Nullable String msgId) {

		/** Keeps the person out of every log. */
		@Override
		public String toString() {
			return this.appId + " " + this.kind;
		}

	}

	/**
	 * A text.
	 *
	 * @param header what every push carries
	 * @param content what the person wrote
	 * @param choiceId the entry of a choice message (msgmenu) that the person tapped
	 */
	record Text(Header header, String content, @Nullable String choiceId) implements InboundMessage {

		@Override
		public Optional<String> words() {
			return Optional.of(this.content);
		}

		/** Keeps the text out of every log. */
		@Override
		public String toString() {
			return this.header.toString();
		}

	}

	/** A picture; the platform keeps it for three days under its media id. */
	record Image(Header header, String picUrl, String mediaId) implements InboundMessage {
	}

	/**
	 * A voice message.
	 *
	 * @param header what every push carries
	 * @param mediaId the platform's id of the recording
	 * @param format its format, such as {@code amr}
	 * @param recognition what the platform understood; often absent
	 */
	record Voice(Header header, String mediaId, String format, @Nullable String recognition) implements InboundMessage {

		@Override
		public Optional<String> words() {
			return Optional.ofNullable(this.recognition).filter((heard) -> !heard.isBlank());
		}

		/** Keeps what was said out of every log. */
		@Override
		public String toString() {
			return this.header.toString();
		}

	}

	/** A video; {@code isShort} for one taken in the chat (小视频). */
	record Video(Header header, String mediaId, String thumbMediaId, boolean isShort) implements InboundMessage {
	}

	/** A place: latitude and longitude in degrees, the map's scale and its label. */
	record Location(Header header, double latitude, double longitude, int scale,
			String label) implements InboundMessage {

		/** Keeps the place out of every log. */
		@Override
		public String toString() {
			return this.header.toString();
		}

	}

	/** A link that the person passed on. */
	record Link(Header header, String title, String description, String url) implements InboundMessage {
	}

	/** Something happened; {@link InboundEvent} says what. */
	record Event(Header header, InboundEvent event) implements InboundMessage {
	}

	/**
	 * A message of a type that is not known here, or one whose fields are not what the
	 * platform documents. It is kept whole and answered kindly.
	 */
	record Unknown(Header header) implements InboundMessage {
	}

}
