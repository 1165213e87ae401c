package cn.mentougou.education.newsroom.push;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.NewsId;

/** What a push needs to know of its items; those who keep or hand on items say it. */
public interface PushContent {

	/** How these items stand now; an item that is gone is missing. */
	Map<NewsId, Standing> standing(Collection<NewsId> items);

	/**
	 * How an item stands.
	 *
	 * @param title its title now
	 * @param approvedHash the hash of its content if just that is approved, otherwise
	 * null
	 */
	record Standing(String title, @Nullable String approvedHash) {
	}

}
