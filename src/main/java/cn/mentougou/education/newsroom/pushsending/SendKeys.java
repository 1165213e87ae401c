package cn.mentougou.education.newsroom.pushsending;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PushContent;
import cn.mentougou.education.newsroom.push.PushLedger.Plan;
import cn.mentougou.education.shared.Sha256;

/** The keys by which a push is known again. */
final class SendKeys {

	/** Longer ones are refused in practice (45067), though 64 are allowed. */
	private static final int KEY_LENGTH = 32;

	private static final int MARKER_LENGTH = 12;

	private SendKeys() {
	}

	/** The hash of what goes, in its order; empty if anything is not approved. */
	static Optional<String> contentHash(List<NewsId> items, Map<NewsId, PushContent.Standing> standing) {
		StringBuilder all = new StringBuilder();
		for (NewsId item : items) {
			PushContent.Standing how = standing.get(item);
			if (how == null || how.approvedHash() == null) {
				return Optional.empty();
			}
			all.append(item.value()).append(' ').append(how.approvedHash()).append('\n');
		}
		return Optional.of(Sha256.hex(all.toString()));
	}

	/** The clientmsgid of a mass send: the same as long as the same is to be sent. */
	static String clientMsgId(Plan plan, String contentHash) {
		return Sha256.hex(String.join("\n", plan.appId(), String.valueOf(plan.id()), contentHash,
				plan.target().toString(), String.valueOf(plan.generation())))
			.substring(0, KEY_LENGTH);
	}

	/** By it a draft is found again whose answer was lost. */
	static String marker(Plan plan, String contentHash) {
		return "p" + plan.id() + "-"
				+ Sha256.hex("draft\n" + clientMsgId(plan, contentHash)).substring(0, MARKER_LENGTH);
	}

}
