package cn.mentougou.education.newsroom.pushsending;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import cn.mentougou.education.newsroom.article.ArticleForDraft;

/**
 * The body of {@code draft/add}. The address behind 阅读原文 ends in a marker, by which the
 * draft is found again; a reader comes to the same page.
 */
final class DraftBody {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The platform's name for the articles of a draft; not the table of that name. */
	static final String ARTICLES = String.join("_", "news", "item");

	private DraftBody() {
	}

	static String of(List<ArticleForDraft> articles, String marker, boolean isOpenToComments) {
		ArrayNode all = JSON.createArrayNode();
		for (ArticleForDraft article : articles) {
			ObjectNode one = JSON.createObjectNode();
			one.put("article_type", "news").put("title", article.title()).put("content", article.html());
			putUnlessEmpty(one, "author", article.author());
			putUnlessEmpty(one, "digest", article.digest());
			if (!article.sourceUrl().isEmpty()) {
				one.put("content_source_url", article.sourceUrl() + "#" + marker);
			}
			one.put("thumb_media_id", article.thumbMediaId());
			one.put("need_open_comment", isOpenToComments ? 1 : 0).put("only_fans_can_comment", 0);
			all.add(one);
		}
		ObjectNode body = JSON.createObjectNode();
		body.set("articles", all);
		return body.toString();
	}

	private static void putUnlessEmpty(ObjectNode node, String field, String text) {
		if (!text.isEmpty()) {
			node.put(field, text);
		}
	}

	/** Whether an entry of {@code batchget} carries this marker. */
	static boolean isMarked(JsonNode item, String marker) {
		return texts(item, "content_source_url").stream().anyMatch((url) -> url.endsWith("#" + marker));
	}

	/** Whether it leads nowhere, so that no marker can be in it. */
	static boolean isUnmarked(JsonNode item) {
		return texts(item, "content_source_url").stream().allMatch(String::isEmpty);
	}

	static List<String> titles(JsonNode item) {
		return texts(item, "title");
	}

	private static List<String> texts(JsonNode item, String field) {
		List<String> texts = new ArrayList<>();
		item.path("content").path(ARTICLES).forEach((one) -> texts.add(one.path(field).asString("")));
		return texts;
	}

}
