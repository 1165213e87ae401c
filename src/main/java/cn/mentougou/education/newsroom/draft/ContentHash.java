package cn.mentougou.education.newsroom.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything that is shown of an item. Each field goes in with its length,
 * so that nothing can move from one field to the next unseen. A file is named by its
 * number: the content under a number never changes.
 */
final class ContentHash {

	private final MessageDigest digest;

	private ContentHash() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String of(NewsDraft draft) {
		ContentHash hash = new ContentHash();
		hash.add("news-1")
			.add(draft.title())
			.add(draft.author())
			.add(draft.digest())
			.add(draft.body())
			.add(draft.level())
			.add(draft.boards())
			.add(draft.topics())
			.add(draft.outletId())
			.add(draft.sourceOutlet())
			.add(draft.sourceOn())
			.add(draft.sourceLink())
			.add(draft.videoLink())
			.add(draft.cover())
			.add(draft.attachments())
			.add(draft.aiUse())
			.add(draft.correction());
		return HexFormat.of().formatHex(hash.digest.digest());
	}

	private ContentHash add(@Nullable Object field) {
		byte[] bytes = (field != null) ? field.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
		String head = ((field != null) ? bytes.length : "null") + ":";
		this.digest.update(head.getBytes(StandardCharsets.US_ASCII));
		this.digest.update(bytes);
		return this;
	}

}
