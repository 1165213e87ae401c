package cn.mentougou.wechatsim.article;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Articles that went out together, by a mass send ({@code notified}) or as a silent
 * publication; those that were deleted are named by their place, beginning at one.
 */
public record Post(String articleId, String appId, long msgDataId, List<SimArticle> articles, Set<Integer> deleted,
		Instant at, boolean notified, boolean banned) {

	public Post {
		articles = List.copyOf(articles);
		deleted = Set.copyOf(deleted);
	}

	public boolean isDeleted(int index) {
		return banned || deleted.contains(index);
	}

	/** Whether nothing of it can be read any more. */
	@JsonIgnore
	public boolean isGone() {
		return banned || deleted.size() == articles.size();
	}

	/** The same without one article; zero is all of them. */
	Post without(int index) {
		Set<Integer> gone = new TreeSet<>(deleted);
		for (int i = 1; i <= articles.size(); i++) {
			if (index == 0 || index == i) {
				gone.add(i);
			}
		}
		return new Post(articleId, appId, msgDataId, articles, gone, at, notified, banned);
	}

	Post asBanned() {
		return new Post(articleId, appId, msgDataId, articles, deleted, at, notified, true);
	}

}
