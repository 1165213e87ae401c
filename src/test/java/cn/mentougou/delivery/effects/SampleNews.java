package cn.mentougou.delivery.effects;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import cn.mentougou.education.newsroom.article.ArticleForDraft;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PushContent;
import cn.mentougou.education.newsroom.pushsending.PushMaterial;

/** News of which every item is approved and has its pictures at the platform. */
public final class SampleNews implements PushContent, PushMaterial {

	private static final Map<Long, String> edited = new ConcurrentHashMap<>();

	private final String cover;

	/** News with this cover, a permanent material of the platform. */
	public SampleNews(String cover) {
		this.cover = cover;
	}

	@Override
	public Map<NewsId, Standing> standing(Collection<NewsId> items) {
		return items.stream().collect(Collectors.toMap((id) -> id, SampleNews::standing));
	}

	private static Standing standing(NewsId id) {
		String hash = edited.getOrDefault(id.value(), "hash " + id.value());
		return new Standing(title(id), hash.isEmpty() ? null : hash);
	}

	/** Edits an item: from now on nothing of it is approved. */
	public static void edit(long id) {
		edited.put(id, "");
	}

	/** Approves what an item is now. */
	public static void approve(long id, String hash) {
		edited.put(id, hash);
	}

	@Override
	public Prepared prepare(String appId, List<NewsId> items) {
		return new Ready(items.stream()
			.map((id) -> new ArticleForDraft(title(id), "", "摘要", "<p>正文</p>",
					"https://www.example.cn/news/" + id.value(), this.cover))
			.toList());
	}

	/** The title of an item. */
	public static String title(NewsId id) {
		return "教育新闻 " + id.value();
	}

}
