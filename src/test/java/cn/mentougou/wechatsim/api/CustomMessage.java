package cn.mentougou.wechatsim.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Bubble;

/** Reads the body of a customer-service message into what the person will see. */
final class CustomMessage {

	private static final int MAX_BYTES = 2048;

	private static final Set<String> TYPES = Set.of("text", "image", "voice", "video", "music", "news", "mpnews",
			"mpnewsarticle", "msgmenu", "miniprogrampage", "wxcard");

	private CustomMessage() {
	}

	static Bubble.Content read(ApiCall call) {
		String type = call.text("msgtype");
		if (!TYPES.contains(type)) {
			throw new ApiError(ErrorCode.INVALID_MESSAGE_TYPE);
		}
		JsonNode payload = call.json().path(type);
		if (!payload.isObject()) {
			throw new ApiError(ErrorCode.INVALID_SHAPE);
		}
		call.expect(call.json(), Set.of("touser", "msgtype", type, "customservice"));
		return switch (type) {
			case "text" -> text(payload);
			case "image" -> Bubble.Content.picture(Bubble.Kind.IMAGE, media(payload), null);
			case "voice" -> Bubble.Content.of(Bubble.Kind.VOICE, media(payload));
			case "video" -> Bubble.Content.of(Bubble.Kind.VIDEO, media(payload));
			case "music" -> Bubble.Content.link(ApiCall.text(payload, "title"), ApiCall.text(payload, "description"),
					ApiCall.text(payload, "musicurl"));
			case "news" -> news(payload);
			case "msgmenu" -> menu(call, payload);
			default -> Bubble.Content.of(Bubble.Kind.NOTICE, type);
		};
	}

	private static Bubble.Content text(JsonNode payload) {
		String content = ApiCall.text(payload, "content");
		if (content.isEmpty()) {
			throw new ApiError(ErrorCode.EMPTY_CONTENT);
		}
		if (content.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
			throw new ApiError(ErrorCode.CONTENT_TOO_LONG);
		}
		return Bubble.Content.text(content);
	}

	private static String media(JsonNode payload) {
		String mediaId = ApiCall.text(payload, "media_id");
		if (mediaId.isEmpty()) {
			throw new ApiError(ErrorCode.INVALID_MEDIA_ID);
		}
		return mediaId;
	}

	private static Bubble.Content news(JsonNode payload) {
		JsonNode articles = payload.path("articles");
		if (!articles.isArray() || articles.size() != 1) {
			throw new ApiError(ErrorCode.ARTICLE_COUNT);
		}
		JsonNode article = articles.get(0);
		return Bubble.Content.news(List.of(new Bubble.Article(ApiCall.text(article, "title"),
				ApiCall.text(article, "description"), ApiCall.text(article, "picurl"), ApiCall.text(article, "url"))));
	}

	/** Shown with the links that WeChat makes of the entries. */
	private static Bubble.Content menu(ApiCall call, JsonNode payload) {
		if (!call.account().isService()) {
			throw new ApiError(ErrorCode.INVALID_ACCOUNT_TYPE);
		}
		if (!payload.path("list").isArray() || payload.path("list").isEmpty()) {
			throw new ApiError(ErrorCode.INVALID_SHAPE);
		}
		List<String> lines = new ArrayList<>();
		lines.add(ApiCall.text(payload, "head_content"));
		for (JsonNode entry : payload.path("list")) {
			String content = ApiCall.text(entry, "content");
			lines.add("<a href=\"weixin://bizmsgmenu?msgmenucontent=" + content + "&msgmenuid="
					+ entry.path("id").asString("") + "\">" + content + "</a>");
		}
		lines.add(ApiCall.text(payload, "tail_content"));
		return Bubble.Content.text(String.join("\n", lines));
	}

}
