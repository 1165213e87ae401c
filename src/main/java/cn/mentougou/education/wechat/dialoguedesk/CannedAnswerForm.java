package cn.mentougou.education.wechat.dialoguedesk;

import org.jspecify.annotations.Nullable;

/**
 * What is typed of an answer that is given often.
 *
 * @param title what it is found by
 * @param words what is said
 * @param version what had been seen of it; null for a new one
 */
record CannedAnswerForm(@Nullable String title, @Nullable String words, @Nullable String version) {

	static final CannedAnswerForm BLANK = new CannedAnswerForm("", "", null);

	static CannedAnswerForm of(CannedAnswer answer) {
		return new CannedAnswerForm(answer.title(), answer.words(), String.valueOf(answer.version()));
	}

	CannedAnswer answer(long id) {
		return new CannedAnswer(id, (this.title != null) ? this.title : "", (this.words != null) ? this.words : "",
				(this.version != null && this.version.matches("\\d{1,18}")) ? Long.parseLong(this.version) : 0);
	}

}
