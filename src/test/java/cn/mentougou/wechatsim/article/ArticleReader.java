package cn.mentougou.wechatsim.article;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.media.SimMedia;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;

/** Reads articles as calls write them, and refuses what breaks a limit. */
final class ArticleReader {

	private static final Set<String> FIELDS = Set.of("article_type", "title", "author", "digest", "content",
			"content_source_url", "thumb_media_id", "need_open_comment", "only_fans_can_comment", "pic_crop_235_1",
			"pic_crop_1_1", "show_cover_pic", "image_info", "cover_info", "product_info", "url", "thumb_url");

	private static final int ARTICLES = 8;

	private static final int TITLE = 32;

	private static final int AUTHOR = 16;

	private static final int DIGEST = 128;

	private static final int DIGEST_BY_ITSELF = 54;

	private static final int CHARACTERS = 20_000;

	private static final int BYTES = 1 << 20;

	private static final int LINK_BYTES = 1024;

	private static final int IMAGES = 20;

	private final MediaStore media;

	private final Posts posts;

	ArticleReader(MediaStore media, Posts posts) {
		this.media = media;
		this.posts = posts;
	}

	/** All articles of a new draft. */
	List<SimArticle> readAll(ApiCall call, JsonNode articles) {
		if (!articles.isArray() || articles.isEmpty()) {
			throw new ApiError(ErrorCode.EMPTY_NEWS);
		}
		if (articles.size() > ARTICLES) {
			throw new ApiError(ErrorCode.ARTICLE_COUNT);
		}
		List<SimArticle> all = new ArrayList<>();
		articles.forEach((each) -> all.add(read(call, each, articles.size() == 1)));
		return all;
	}

	/** One article; a draft of one makes its own digest where none is given. */
	SimArticle read(ApiCall call, JsonNode node, boolean alone) {
		if (!node.isObject()) {
			throw new ApiError(ErrorCode.UNREADABLE);
		}
		call.expect(node, FIELDS);
		boolean pictures = ApiCall.text(node, "article_type").equals("newspic");
		String title = limited(node, "title", TITLE, ErrorCode.TITLE_LENGTH);
		String author = limited(node, "author", AUTHOR, ErrorCode.AUTHOR_LENGTH);
		String digest = limited(node, "digest", DIGEST, ErrorCode.DIGEST_LENGTH);
		if (title.isBlank()) {
			throw new ApiError(ErrorCode.TITLE_LENGTH);
		}
		ContentFilter filter = new ContentFilter(posts::isOwnLink);
		String content = pictures ? content(node) : filter.filter(content(node));
		String cover = pictures ? "" : cover(call, ApiCall.text(node, "thumb_media_id"));
		List<String> images = pictures ? images(call, node) : List.of();
		if (digest.isEmpty() && alone) {
			digest = firstWords(content);
		}
		return new SimArticle(pictures ? "newspic" : "news", title, author, digest, content, source(node), cover,
				flag(node, "need_open_comment"), flag(node, "only_fans_can_comment"), images, filter.stripped());
	}

	private static String limited(JsonNode node, String name, int most, int code) {
		String text = ApiCall.text(node, name);
		if (text.codePointCount(0, text.length()) > most) {
			throw new ApiError(code);
		}
		return text;
	}

	private static String content(JsonNode node) {
		String content = ApiCall.text(node, "content");
		if (content.isBlank()) {
			throw new ApiError(ErrorCode.EMPTY_CONTENT);
		}
		if (content.codePointCount(0, content.length()) >= CHARACTERS
				|| content.getBytes(StandardCharsets.UTF_8).length >= BYTES) {
			throw new ApiError(ErrorCode.CONTENT_TOO_LONG);
		}
		return content;
	}

	private static String source(JsonNode node) {
		String address = ApiCall.text(node, "content_source_url");
		if (address.getBytes(StandardCharsets.UTF_8).length > LINK_BYTES) {
			throw new ApiError(ErrorCode.LINK_LENGTH);
		}
		return address;
	}

	/** The cover is a permanent picture; a temporary one is an unknown id here. */
	private String cover(ApiCall call, String id) {
		SimMedia file = media.find(call.account().appId(), id);
		boolean picture = file.kind() == SimMedia.Kind.IMAGE || file.kind() == SimMedia.Kind.THUMB;
		if (!file.permanent() || !picture) {
			throw new ApiError(ErrorCode.INVALID_MEDIA_ID);
		}
		return id;
	}

	private List<String> images(ApiCall call, JsonNode node) {
		JsonNode list = node.path("image_info").path("image_list");
		if (list.isEmpty()) {
			throw new ApiError(ErrorCode.INVALID_MEDIA_ID);
		}
		if (list.size() > IMAGES) {
			throw new ApiError(ErrorCode.ARTICLE_COUNT);
		}
		List<String> ids = new ArrayList<>();
		list.forEach((each) -> ids.add(cover(call, ApiCall.text(each, "image_media_id"))));
		return ids;
	}

	private static boolean flag(JsonNode node, String name) {
		return node.path(name).asInt(0) == 1;
	}

	private static String firstWords(String content) {
		String text = content.replaceAll("<[^>]*>", "").replace("&nbsp;", " ").strip();
		int most = Math.min(DIGEST_BY_ITSELF, text.codePointCount(0, text.length()));
		return text.substring(0, text.offsetByCodePoints(0, most));
	}

}
