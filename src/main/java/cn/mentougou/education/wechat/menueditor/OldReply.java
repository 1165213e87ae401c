package cn.mentougou.education.wechat.menueditor;

import java.util.List;

import cn.mentougou.education.wechat.reply.Trigger;

/**
 * An automatic reply that the account had on the platform, as a rule would have it.
 *
 * @param trigger what it answers
 * @param phrases the keywords
 * @param answer the text, as far as there is one
 * @param lost what a rule cannot hold, such as pictures; empty if nothing is lost
 */
record OldReply(Trigger trigger, List<String> phrases, String answer, String lost) {

	/** Copies the keywords. */
	OldReply {
		phrases = List.copyOf(phrases);
	}

}
