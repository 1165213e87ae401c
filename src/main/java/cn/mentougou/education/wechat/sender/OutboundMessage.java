package cn.mentougou.education.wechat.sender;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one person is sent. The kinds of customer-service messages are those of the page
 * 发送客服消息; a card list has exactly one card (45008 otherwise).
 */
public sealed interface OutboundMessage {

	/** The way it goes. */
	default Channel channel() {
		return Channel.CUSTOMER_SERVICE;
	}

	/** A text of 1 to 2048 bytes in UTF-8, the platform's limit. */
	record Text(String content) implements OutboundMessage {

		/** The platform's limit in bytes. */
		public static final int MAX_BYTES = 2048;

		/**
		 * Refuses an empty or over-long text.
		 * @throws IllegalArgumentException if it is one
		 */
		public Text {
			if (content.isBlank() || !fits(content)) {
				throw new IllegalArgumentException("a message has 1 to " + MAX_BYTES + " bytes of text");
			}
		}

		/** Whether so much text goes into one message. */
		public static boolean fits(String content) {
			return content.length() * 3 <= MAX_BYTES || content.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
		}

		/** Keeps the text out of every log. */
		@Override
		public String toString() {
			return "Text";
		}

	}

	/** A picture by its media id. */
	record Image(String mediaId) implements OutboundMessage {
	}

	/** A recording by its media id. */
	record Voice(String mediaId) implements OutboundMessage {
	}

	/** A video and its still by their media ids. */
	record Video(String mediaId, String thumbMediaId, String title, String description) implements OutboundMessage {
	}

	/** A piece of music. */
	record Music(String title, String description, String url, String highQualityUrl,
			String thumbMediaId) implements OutboundMessage {
	}

	/** One card that leads to a page. */
	record News(String title, String description, String url, String picUrl) implements OutboundMessage {
	}

	/** An article that the account published, by the id that the publication gave it. */
	record Article(String articleId) implements OutboundMessage {
	}

	/**
	 * Words and entries to tap (msgmenu); a tap comes back as a text with the entry's id.
	 * Not for a subscription account (40200).
	 */
	record Choice(String head, List<Option> options, String tail) implements OutboundMessage {

		/**
		 * Refuses a list without entries.
		 * @throws IllegalArgumentException if it is one
		 */
		public Choice {
			if (options.isEmpty()) {
				throw new IllegalArgumentException("a choice has at least one entry");
			}
			options = List.copyOf(options);
		}

		/** Keeps the words out of every log. */
		@Override
		public String toString() {
			return "Choice";
		}

	}

	/** An entry to tap. */
	record Option(String id, String words) {
	}

	/** A card of a linked mini program. */
	record MiniProgram(String title, String appId, String pagePath, String thumbMediaId) implements OutboundMessage {
	}

	/** A card of the platform's card packet (卡券). */
	record Coupon(String cardId) implements OutboundMessage {
	}

	/** Where a tap on a template message or notice leads inside a mini program. */
	record MiniProgramPage(String appId, String pagePath) {
	}

	/**
	 * A template message, for an important notice of the service and never for
	 * advertising.
	 *
	 * @param templateId the account's id of the template
	 * @param url the page that a tap opens; also for old clients when there is a mini
	 * program
	 * @param miniProgram the page of a mini program that a tap opens
	 * @param fields what stands in the template's fields, by their names
	 */
	record Template(String templateId, @Nullable String url, @Nullable MiniProgramPage miniProgram,
			Map<String, String> fields) implements OutboundMessage {

		/** Copies the fields in their order. */
		public Template {
			fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		}

		@Override
		public Channel channel() {
			return Channel.TEMPLATE;
		}

		/** Keeps the fields out of every log. */
		@Override
		public String toString() {
			return "Template " + this.templateId;
		}

	}

	/**
	 * A subscription notice, once for each consent (一次性) or as long as it holds (长期).
	 *
	 * @param templateId the account's id of the notice
	 * @param page the page or article that a tap opens
	 * @param miniProgram the page of a mini program that a tap opens
	 * @param fields what stands in the notice's fields, by their names
	 */
	record Notice(String templateId, @Nullable String page, @Nullable MiniProgramPage miniProgram,
			Map<String, String> fields) implements OutboundMessage {

		/** Copies the fields in their order. */
		public Notice {
			fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		}

		@Override
		public Channel channel() {
			return Channel.NOTICE;
		}

		/** Keeps the fields out of every log. */
		@Override
		public String toString() {
			return "Notice " + this.templateId;
		}

	}

}
