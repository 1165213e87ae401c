package cn.mentougou.wechatsim.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Articles as the calls answer them. */
final class ArticleViews {

	private final Posts posts;

	ArticleViews(Posts posts) {
		this.posts = posts;
	}

	Map<String, Object> news(Draft draft, boolean content) {
		List<Object> items = new ArrayList<>();
		for (int i = 0; i < draft.articles().size(); i++) {
			items.add(item(draft.articles().get(i), posts.preview(draft.mediaId(), i + 1), content, null));
		}
		return Map.of("news_item", items);
	}

	Map<String, Object> news(Post post, boolean content) {
		List<Object> items = new ArrayList<>();
		for (int i = 1; i <= post.articles().size(); i++) {
			items.add(item(post.articles().get(i - 1), posts.address(post, i), content, post.isDeleted(i)));
		}
		return Map.of("news_item", items);
	}

	private static Object item(SimArticle article, String address, boolean content, @Nullable Boolean deleted) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("article_type", article.type());
		item.put("title", article.title());
		item.put("author", article.author());
		item.put("digest", article.digest());
		item.put("content", content ? article.content() : "");
		item.put("content_source_url", article.sourceUrl());
		item.put("thumb_media_id", article.thumbMediaId());
		item.put("show_cover_pic", 0);
		item.put("need_open_comment", article.comments() ? 1 : 0);
		item.put("only_fans_can_comment", article.fansOnly() ? 1 : 0);
		item.put("thumb_url",
				article.thumbMediaId().isEmpty() ? "" : "http://mmbiz.qpic.cn/sim/" + article.thumbMediaId() + "/0");
		item.put("url", address);
		if (deleted != null) {
			item.put("is_deleted", deleted);
		}
		return item;
	}

}
