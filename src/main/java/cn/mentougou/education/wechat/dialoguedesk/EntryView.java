package cn.mentougou.education.wechat.dialoguedesk;

import org.jspecify.annotations.Nullable;

/**
 * Something that was said, as it is shown.
 *
 * @param id its number
 * @param side who said it, as a word of the style sheet
 * @param who who said it, in Chinese
 * @param at when
 * @param kind what sort of message, if it is no text; empty for a text
 * @param words what was said; null if it has no words
 * @param outcome what became of an answer; empty for everything else
 * @param isBad whether that is no good news
 * @param isUndecided whether it waits for a decision
 */
record EntryView(long id, String side, String who, String at, String kind, @Nullable String words, String outcome,
		boolean isBad, boolean isUndecided) {

	/** Keeps the words out of every log. */
	@Override
	public String toString() {
		return "EntryView[" + this.id + "]";
	}

}
