package cn.mentougou.education.wechat.envelope;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A passive reply (被动回复): what the person sees in answer to a push. */
public sealed interface Reply {

	/** A text of at most 2048 bytes in UTF-8, the platform's limit. */
	record Text(String content) implements Reply {

		/** The platform's limit in bytes. */
		public static final int MAX_BYTES = 2048;

		/**
		 * Refuses an empty or over-long text.
		 * @throws IllegalArgumentException if it is one
		 */
		public Text {
			if (content.isBlank() || isTooLong(content)) {
				throw new IllegalArgumentException("a reply has 1 to " + MAX_BYTES + " bytes of text");
			}
		}

		/**
		 * A character takes three bytes at the most, so most texts need not be encoded.
		 */
		private static boolean isTooLong(String content) {
			return content.length() * 3 > MAX_BYTES && ReplyWriter.lengthOf(content) > MAX_BYTES;
		}

	}

	/** A picture by its media id. */
	record Image(String mediaId) implements Reply {
	}

	/** A recording by its media id. */
	record Voice(String mediaId) implements Reply {
	}

	/** A video by its media id, with title and description. */
	record Video(String mediaId, String title, String description) implements Reply {
	}

	/** A piece of music. */
	record Music(String title, String description, String url, String highQualityUrl,
			String thumbMediaId) implements Reply {
	}

	/**
	 * Article cards. In answer to a message the platform shows one, to an event up to
	 * eight.
	 */
	record News(List<Article> articles) implements Reply {

		/** Refuses an empty list and more than eight. */
		public News {
			if (articles.isEmpty() || articles.size() > 8) {
				throw new IllegalArgumentException("a reply has 1 to 8 articles");
			}
			articles = List.copyOf(articles);
		}

	}

	/** One card. */
	record Article(String title, String description, String picUrl, String url) {
	}

	/** Hands the person over to the platform's staff tool (多客服). */
	record TransferToStaff(@Nullable String staffAccount) implements Reply {
	}

	/** Hands the message to the account's built-in answering machine. */
	record TransferToAssistant() implements Reply {
	}

}
