package cn.mentougou.education.newsroom.draft;

import java.time.Instant;

import cn.mentougou.education.newsroom.news.NewsLevel;

/**
 * An item as the lists show it.
 *
 * @param id its number
 * @param unitId the unit that writes it
 * @param version the version that people work on
 * @param revision how often anything was saved
 * @param stage how far it is
 * @param title the title of the working version
 * @param level whose news it is
 * @param createdBy who began it
 * @param createdAt when
 * @param changedBy who saved last
 * @param changedAt when
 */
public record NewsItem(long id, long unitId, int version, int revision, Stage stage, String title, NewsLevel level,
		long createdBy, Instant createdAt, long changedBy, Instant changedAt) {

}
