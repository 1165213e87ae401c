package cn.mentougou.education.wechat.dialoguedesk;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.dialogue.AnswerDesk;

/**
 * What is typed as an answer.
 *
 * @param key makes the form sent twice one answer
 * @param version what had been seen of the conversation
 * @param seen the last entry that had been seen
 * @param text the answer
 * @param canned the answer given often that is to be put in
 * @param fill whether only that is wanted
 */
record AnswerForm(@Nullable String key, @Nullable String version, @Nullable String seen, @Nullable String text,
		@Nullable String canned, @Nullable String fill) {

	static final AnswerForm BLANK = new AnswerForm(null, null, null, null, null, null);

	/** What is sent. */
	AnswerDesk.Answer answer() {
		return new AnswerDesk.Answer(String.valueOf(this.key), number(this.version), number(this.seen), typed());
	}

	private static long number(@Nullable String typed) {
		if (typed == null || !typed.matches("\\d{1,18}")) {
			throw new Refusal.Invalid("dialogue.form-outdated");
		}
		return Long.parseLong(typed);
	}

	/** What was typed. */
	String typed() {
		return (this.text != null) ? this.text : "";
	}

	/** The answer given often that was chosen; null if none was. */
	@Nullable Long chosen() {
		return (this.canned != null && this.canned.matches("\\d{1,18}")) ? Long.valueOf(this.canned) : null;
	}

	/** Whether an answer given often is to be put in, and nothing sent. */
	boolean fills() {
		return this.fill != null;
	}

	/** Keeps the words out of every log. */
	@Override
	public String toString() {
		return "AnswerForm[" + this.version + "]";
	}

}
