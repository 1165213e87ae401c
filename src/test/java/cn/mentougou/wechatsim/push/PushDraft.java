package cn.mentougou.wechatsim.push;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A push about to be sent: whom it concerns and what it says in clear. */
public record PushDraft(String appId, String personId, String kind, String clearXml, @Nullable String redeliveryOf,
		@Nullable String url) {

	private static final Set<String> ONE_ARTICLE = Set.of("text", "image", "video", "shortvideo", "link", "location");

	private static final Set<String> VISIBLE = Set.of("text", "image", "voice", "video", "shortvideo", "link",
			"location", "subscribe", "SCAN", "CLICK");

	public PushDraft(String appId, String personId, String kind, String clearXml) {
		this(appId, personId, kind, clearXml, null, null);
	}

	/** Whether the person waits for an answer, and so sees the fault line without one. */
	boolean isVisible() {
		return VISIBLE.contains(kind);
	}

	/** How many article cards an answer may carry. */
	int articlesAllowed() {
		return ONE_ARTICLE.contains(kind) ? 1 : 8;
	}

}
