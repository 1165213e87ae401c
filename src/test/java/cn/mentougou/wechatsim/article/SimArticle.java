package cn.mentougou.wechatsim.article;

import java.util.List;

import cn.mentougou.wechatsim.world.Bubble;

/**
 * One article of a draft as the platform keeps it; {@code stripped} says what it took out
 * of the text without a word to the caller.
 */
public record SimArticle(String type, String title, String author, String digest, String content, String sourceUrl,
		String thumbMediaId, boolean comments, boolean fansOnly, List<String> images, List<String> stripped) {

	/** Words only, as somebody writes them in the platform's console. */
	public static SimArticle byHand(String title) {
		return new SimArticle("news", title, "", "", "<p>" + title + "</p>", "", "", false, false, List.of(),
				List.of());
	}

	/** The card that leads to the article. */
	public Bubble.Article card(String address) {
		String cover = thumbMediaId.isEmpty() ? "" : "/sim/media/" + thumbMediaId;
		return new Bubble.Article(title, digest, cover, address);
	}

}
