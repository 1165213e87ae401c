package cn.mentougou.education.newsroom.article;

/**
 * An article with nothing but what lies at the platform, ready for {@code draft/add}.
 *
 * @param title the title
 * @param author who wrote it; may be empty
 * @param digest the digest; may be empty
 * @param html the markup, with pictures of the platform
 * @param sourceUrl where 阅读原文 leads; may be empty
 * @param thumbMediaId the cover, a permanent material
 */
public record ArticleForDraft(String title, String author, String digest, String html, String sourceUrl,
		String thumbMediaId) {

}
