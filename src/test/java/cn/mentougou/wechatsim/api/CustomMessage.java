package cn.mentougou.wechatsim.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.media.SimMedia;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Bubble;

/** Reads the body of a customer-service message into what the person will see. */
final class CustomMessage {

	private static final int MAX_BYTES = 2048;

	private static final Set<String> TYPES = Set.of("text", "image", "voice", "video", "music", "news", "mpnews",
			"mpnewsarticle", "msgmenu", "miniprogrampage", "wxcard");

	private final ApiCall call;

	private final MediaStore media;

	CustomMessage(ApiCall call, MediaStore media) {
		this.call = call;
		this.media = media;
	}

	Bubble.Content read() {
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
			case "image" -> image(payload);
			case "voice" -> Bubble.Content.of(Bubble.Kind.VOICE, media(payload, "media_id", SimMedia.Kind.VOICE));
			case "video" -> video(payload);
			case "music" -> music(payload);
			case "news" -> news(payload);
			case "msgmenu" -> menu(payload);
			case "miniprogrampage" -> miniProgram(payload);
			case "mpnewsarticle" -> article(payload, "article_id");
			case "mpnews" -> article(payload, "media_id");
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

	private Bubble.Content image(JsonNode payload) {
		String mediaId = media(payload, "media_id", SimMedia.Kind.IMAGE);
		return Bubble.Content.picture(Bubble.Kind.IMAGE, mediaId, "/sim/media/" + mediaId);
	}

	private Bubble.Content video(JsonNode payload) {
		media(payload, "media_id", SimMedia.Kind.VIDEO);
		String thumb = media(payload, "thumb_media_id", null);
		return Bubble.Content.linked(Bubble.Kind.VIDEO, new Bubble.Article(ApiCall.text(payload, "title"),
				ApiCall.text(payload, "description"), "/sim/media/" + thumb, ""));
	}

	private Bubble.Content music(JsonNode payload) {
		String thumb = media(payload, "thumb_media_id", null);
		return Bubble.Content.linked(Bubble.Kind.MUSIC, new Bubble.Article(ApiCall.text(payload, "title"),
				ApiCall.text(payload, "description"), "/sim/media/" + thumb, ApiCall.text(payload, "musicurl")));
	}

	private Bubble.Content miniProgram(JsonNode payload) {
		if (!ApiCall.text(payload, "appid").matches("wx[0-9a-z]{16}")) {
			throw new ApiError(ErrorCode.INVALID_APPID);
		}
		String path = ApiCall.text(payload, "pagepath");
		if (path.isEmpty() || path.startsWith("/") || path.contains("://")) {
			throw new ApiError(ErrorCode.INVALID_PAGE_PATH);
		}
		String thumb = media(payload, "thumb_media_id", null);
		return Bubble.Content.linked(Bubble.Kind.MINI_PROGRAM,
				new Bubble.Article(ApiCall.text(payload, "title"), path, "/sim/media/" + thumb, ""));
	}

	private static Bubble.Content article(JsonNode payload, String field) {
		String id = ApiCall.text(payload, field);
		if (id.isEmpty()) {
			throw new ApiError(field.equals("media_id") ? ErrorCode.INVALID_MEDIA_ID : ErrorCode.INVALID_ARGUMENTS);
		}
		return Bubble.Content.link("图文消息", id, "");
	}

	/** The file that a field names; a small picture may be of any kind of picture. */
	private String media(JsonNode payload, String field, SimMedia.@Nullable Kind kind) {
		String id = ApiCall.text(payload, field);
		SimMedia file = media.find(call.account().appId(), id);
		boolean fromAPerson = id.startsWith("sim_media_");
		boolean picture = file.kind() == SimMedia.Kind.IMAGE || file.kind() == SimMedia.Kind.THUMB;
		if (!fromAPerson && ((kind != null) ? file.kind() != kind : !picture)) {
			throw new ApiError(ErrorCode.INVALID_MEDIA_ID);
		}
		return id;
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
	private Bubble.Content menu(JsonNode payload) {
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
			String id = entry.path("id").asString("");
			if (content.isEmpty() || id.isEmpty()) {
				throw new ApiError(ErrorCode.INVALID_SHAPE);
			}
			lines.add("<a href=\"weixin://bizmsgmenu?msgmenucontent=" + encoded(content) + "&msgmenuid=" + encoded(id)
					+ "\">" + content + "</a>");
		}
		lines.add(ApiCall.text(payload, "tail_content"));
		return Bubble.Content.text(String.join("\n", lines));
	}

	/** Only what would break the link; Chinese stays readable. */
	private static String encoded(String value) {
		return value.replace("%", "%25")
			.replace("&", "%26")
			.replace("\"", "%22")
			.replace("+", "%2B")
			.replace("#", "%23");
	}

}
