package cn.mentougou.education.newsroom.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An item in WeChat's markup. Pictures still have our addresses; the platform would drop
 * them.
 *
 * @param title the title
 * @param author who wrote it; may be empty
 * @param digest the digest; empty lets the platform take the beginning of the text
 * @param html the markup with pictures of ours
 * @param sourceUrl where 阅读原文 leads; empty if nowhere
 * @param coverAttachment the number of the cover's attachment, or null
 * @param losses what is lost or changed
 * @param links the links that the platform would remove, in their order
 * @param pictures the numbers of the pictures' attachments, each once
 */
public record ConvertedArticle(String title, String author, String digest, String html, String sourceUrl,
		@Nullable String coverAttachment, List<Loss> losses, List<String> links, List<String> pictures) {

	/** Copies the lists. */
	public ConvertedArticle {
		losses = List.copyOf(losses);
		links = List.copyOf(links);
		pictures = List.copyOf(pictures);
	}

	/** Whether the platform would take it, as far as its rules are known. */
	public boolean isSendable() {
		return this.losses.stream().noneMatch(Loss::isRefusal);
	}

}
