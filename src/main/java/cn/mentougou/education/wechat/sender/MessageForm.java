package cn.mentougou.education.wechat.sender;

import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;

/**
 * How a message stands in the ledger: its kind as a word, and its content, a text as it
 * is and everything else as JSON.
 */
public final class MessageForm {

	private static final String TEXT = "TEXT";

	private static final JsonMapper JSON = new JsonMapper();

	private MessageForm() {
	}

	/** The word for its kind. */
	public static String kind(OutboundMessage message) {
		return message.getClass().getSimpleName().toUpperCase(Locale.ROOT);
	}

	/** What people call the kind. */
	public static String title(String kind) {
		return switch (kind) {
			case TEXT -> "文字";
			case "IMAGE" -> "图片";
			case "VOICE" -> "语音";
			case "VIDEO" -> "视频";
			case "MUSIC" -> "音乐";
			case "NEWS" -> "图文卡片";
			case "ARTICLE" -> "已发布的文章";
			case "CHOICE" -> "可点选的问题";
			case "MINIPROGRAM" -> "小程序卡片";
			case "COUPON" -> "卡券";
			case "TEMPLATE" -> "模板消息";
			case "NOTICE" -> "订阅通知";
			default -> kind;
		};
	}

	/** Its content. */
	public static String written(OutboundMessage message) {
		return (message instanceof OutboundMessage.Text text) ? text.content() : JSON.writeValueAsString(message);
	}

	/**
	 * The message again.
	 * @throws IllegalArgumentException if there is no such kind
	 */
	public static OutboundMessage read(String kind, String content) {
		return kind.equals(TEXT) ? new OutboundMessage.Text(content) : JSON.readValue(content, type(kind));
	}

	private static Class<? extends OutboundMessage> type(String kind) {
		return switch (kind) {
			case "IMAGE" -> OutboundMessage.Image.class;
			case "VOICE" -> OutboundMessage.Voice.class;
			case "VIDEO" -> OutboundMessage.Video.class;
			case "MUSIC" -> OutboundMessage.Music.class;
			case "NEWS" -> OutboundMessage.News.class;
			case "ARTICLE" -> OutboundMessage.Article.class;
			case "CHOICE" -> OutboundMessage.Choice.class;
			case "MINIPROGRAM" -> OutboundMessage.MiniProgram.class;
			case "COUPON" -> OutboundMessage.Coupon.class;
			case "TEMPLATE" -> OutboundMessage.Template.class;
			case "NOTICE" -> OutboundMessage.Notice.class;
			default -> throw new IllegalArgumentException("no kind of message: " + kind);
		};
	}

}
