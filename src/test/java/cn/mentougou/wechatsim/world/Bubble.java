package cn.mentougou.wechatsim.world;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** One line of a chat as the person sees it on the phone. */
public record Bubble(String id, String personId, String appId, Instant at, Side side, Kind kind, @Nullable String text,
		@Nullable String picUrl, @Nullable String title, @Nullable String url, List<Article> articles,
		@Nullable Via via, @Nullable String pushId, List<Row> rows) {

	/** What the phone shows when the account's server failed to answer. */
	public static final String FAULT_LINE = "该公众号提供的服务出现故障，请稍后再试";

	public Bubble {
		articles = (articles != null) ? List.copyOf(articles) : List.of();
		rows = (rows != null) ? List.copyOf(rows) : List.of();
	}

	@JsonIgnore
	public boolean isFault() {
		return kind == Kind.FAULT;
	}

	/** Who speaks. */
	public enum Side {

		/** The person who holds the phone. */
		@JsonProperty("me")
		ME,
		/** The official account. */
		@JsonProperty("account")
		ACCOUNT,
		/** WeChat itself. */
		@JsonProperty("system")
		SYSTEM

	}

	/** What the line looks like. */
	public enum Kind {

		/** Words. */
		@JsonProperty("text")
		TEXT,
		/** A picture. */
		@JsonProperty("image")
		IMAGE,
		/** A voice message. */
		@JsonProperty("voice")
		VOICE,
		/** A video. */
		@JsonProperty("video")
		VIDEO,
		/** A place on the map. */
		@JsonProperty("location")
		LOCATION,
		/** A shared link. */
		@JsonProperty("link")
		LINK,
		/** A piece of music. */
		@JsonProperty("music")
		MUSIC,
		/** The card of a mini program. */
		@JsonProperty("mini-program")
		MINI_PROGRAM,
		/** One or more article cards. */
		@JsonProperty("news")
		NEWS,
		/** The card of a template message or a subscription notice. */
		@JsonProperty("card")
		CARD,
		/** The line that says the account's server failed. */
		@JsonProperty("fault")
		FAULT,
		/** A grey line of WeChat's own. */
		@JsonProperty("notice")
		NOTICE

	}

	/** By which way the account's words came. */
	public enum Via {

		/** As the answer to a push. */
		@JsonProperty("reply")
		REPLY,
		/** By a call of the customer-service interface. */
		@JsonProperty("customer-service")
		CUSTOMER_SERVICE,
		/** As a template message or a subscription notice. */
		@JsonProperty("card")
		CARD,
		/** By a mass send. */
		@JsonProperty("mass")
		MASS,
		/** As a preview of what is to be sent to many. */
		@JsonProperty("preview")
		PREVIEW

	}

	/** One card of a news line. */
	public record Article(String title, String description, String picUrl, String url) {
	}

	/** One row of a template's card. */
	public record Row(String label, String value) {
	}

	/** The chat that a line belongs to. */
	public record Chat(String personId, String appId) {
	}

	/** Where a line came from. */
	public record Origin(Side side, @Nullable Via via, @Nullable String pushId) {

		public static Origin me(String pushId) {
			return new Origin(Side.ME, null, pushId);
		}

		public static Origin reply(String pushId) {
			return new Origin(Side.ACCOUNT, Via.REPLY, pushId);
		}

		public static Origin customerService() {
			return new Origin(Side.ACCOUNT, Via.CUSTOMER_SERVICE, null);
		}

		public static Origin card() {
			return new Origin(Side.ACCOUNT, Via.CARD, null);
		}

		public static Origin mass() {
			return new Origin(Side.ACCOUNT, Via.MASS, null);
		}

		public static Origin preview() {
			return new Origin(Side.ACCOUNT, Via.PREVIEW, null);
		}

		public static Origin system(@Nullable String pushId) {
			return new Origin(Side.SYSTEM, null, pushId);
		}

	}

	/** What a line shows. */
	public record Content(Kind kind, @Nullable String text, @Nullable String picUrl, @Nullable String title,
			@Nullable String url, List<Article> articles, List<Row> rows) {

		public static Content text(String text) {
			return of(Kind.TEXT, text);
		}

		public static Content of(Kind kind, @Nullable String text) {
			return new Content(kind, text, null, null, null, List.of(), List.of());
		}

		public static Content picture(Kind kind, @Nullable String text, @Nullable String picUrl) {
			return new Content(kind, text, picUrl, null, null, List.of(), List.of());
		}

		public static Content link(String title, String text, String url) {
			return new Content(Kind.LINK, text, null, title, url, List.of(), List.of());
		}

		/** A link, a piece of music or a mini program, with its small picture. */
		public static Content linked(Kind kind, Article article) {
			return new Content(kind, article.description(), article.picUrl(), article.title(), article.url(), List.of(),
					List.of());
		}

		public static Content news(List<Article> articles) {
			return new Content(Kind.NEWS, null, null, null, null, articles, List.of());
		}

		/** A card that leads to an address or, if it names one, to a mini program. */
		public static Content card(String title, List<Row> rows, String url, String miniProgram) {
			return new Content(Kind.CARD, miniProgram, null, title, url, List.of(), rows);
		}

		public static Content fault() {
			return of(Kind.FAULT, FAULT_LINE);
		}

	}

}
