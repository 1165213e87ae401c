package cn.mentougou.wechatsim.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A draft in the box of an account. */
public record Draft(String mediaId, String appId, List<SimArticle> articles, Instant updatedAt) {

	public Draft {
		articles = List.copyOf(articles);
	}

	Draft with(int index, SimArticle article, Instant at) {
		List<SimArticle> changed = new ArrayList<>(articles);
		changed.set(index, article);
		return new Draft(mediaId, appId, changed, at);
	}

}
