package cn.mentougou.education.newsroom.articledesk;

import org.springframework.web.util.HtmlUtils;

import cn.mentougou.education.newsroom.article.ConvertedArticle;

/**
 * An article as a phone shows it, a page of its own inside a frame. The markup comes
 * through WeChat's allow-list and is put in as it is, because that is what must be seen;
 * the page may be framed by our own pages alone, and runs, sends and loads nothing but
 * pictures of this site.
 */
final class PhoneArticle {

	static final String POLICY = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; "
			+ "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

	private PhoneArticle() {
	}

	/**
	 * The page.
	 * @param account what the account is called
	 * @param pictures where the pictures of the item are, ending in a slash
	 */
	static String page(String account, ConvertedArticle article, String pictures) {
		String author = article.author().isEmpty() ? "" : text(article.author()) + "　";
		String more = article.sourceUrl().isEmpty() ? "" : "<p class=\"more\">阅读原文</p>";
		String cover = (article.coverAttachment() != null)
				? "<img alt=\"\" src=\"" + pictures + text(article.coverAttachment()) + "\">" : "";
		String digest = article.digest().isEmpty() ? "" : "<p>" + text(article.digest()) + "</p>";
		return "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
				+ "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
				+ text(article.title())
				+ "</title><link rel=\"icon\" href=\"/assets/icon.svg\"><link rel=\"stylesheet\" href=\"/assets/article-phone.css\"></head><body>"
				+ "<section class=\"card\" aria-label=\"推送卡片\">" + cover + "<div><p class=\"title\">"
				+ text(article.title()) + "</p>" + digest + "</div></section><main><h1>" + text(article.title())
				+ "</h1><p class=\"by\">" + author + "<span>" + text(account) + "</span></p><div class=\"article\">"
				+ article.html().replace("src=\"/news/pictures/", "src=\"" + pictures) + "</div>" + more
				+ "</main></body></html>";
	}

	private static String text(String words) {
		return HtmlUtils.htmlEscape(words);
	}

}
