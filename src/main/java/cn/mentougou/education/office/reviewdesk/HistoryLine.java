package cn.mentougou.education.office.reviewdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import cn.mentougou.education.office.review.Decision;
import cn.mentougou.education.office.review.SecrecyForm;

/**
 * Something that happened to a review, as a line.
 *
 * @param decision what happened
 * @param actor who did it, in words
 */
record HistoryLine(Decision decision, String actor) {

	/** When. */
	public String when() {
		return ReviewLine.when(this.decision.happenedAt());
	}

	/** Which content, in short. */
	public String mark() {
		return ReviewLine.mark(this.decision.contentHash());
	}

	/** What the form says, concern by concern, in the order of the form. */
	public List<String> answers() {
		return Arrays.stream(SecrecyForm.Concern.values())
			.filter(this.decision.form()::containsKey)
			.map((concern) -> words(concern, Objects.requireNonNull(this.decision.form().get(concern))))
			.toList();
	}

	private static String words(SecrecyForm.Concern concern, SecrecyForm.Answer answer) {
		String verdict = answer.clear() ? "没有问题" : "有问题，依据" + answer.basis();
		return concern.title() + "：" + verdict + (answer.note().isEmpty() ? "" : "（" + answer.note() + "）");
	}

	@Override
	public String toString() {
		return "HistoryLine[" + this.decision.position() + "]";
	}

}
