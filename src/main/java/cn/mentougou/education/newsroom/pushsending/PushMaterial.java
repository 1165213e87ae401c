package cn.mentougou.education.newsroom.pushsending;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.article.ArticleForDraft;
import cn.mentougou.education.newsroom.news.NewsId;

/** Makes articles of approved items, with all their pictures at the platform. */
public interface PushMaterial {

	/** Brings what is missing to the platform; it calls outside. */
	Prepared prepare(String appId, List<NewsId> items);

	/** What can be sent, or why not yet. */
	sealed interface Prepared {

	}

	/**
	 * All is there.
	 *
	 * @param articles in the order of the items
	 */
	record Ready(List<ArticleForDraft> articles) implements Prepared {
	}

	/**
	 * Something is missing.
	 *
	 * @param reason why, as a code
	 * @param notBefore when it makes sense to try again, if that is known
	 */
	record NotYet(String reason, @Nullable Instant notBefore) implements Prepared {
	}

}
