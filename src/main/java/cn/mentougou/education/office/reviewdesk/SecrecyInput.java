package cn.mentougou.education.office.reviewdesk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import cn.mentougou.education.office.review.SecrecyForm;

/** What is entered in the form of the secrecy review, so that it can be shown again. */
final class SecrecyInput {

	private static final String CLEAR = "clear";

	private static final String REFUSED = "refused";

	private final List<Line> lines;

	private SecrecyInput(List<Line> lines) {
		this.lines = lines;
	}

	/** Nothing is chosen yet. */
	static SecrecyInput blank() {
		return of(Map.of());
	}

	/** What was posted. */
	static SecrecyInput of(Map<String, String> fields) {
		return new SecrecyInput(Arrays.stream(SecrecyForm.Concern.values())
			.map((concern) -> new Line(concern, field(fields, "answer", concern), field(fields, "basis", concern),
					field(fields, "note", concern)))
			.toList());
	}

	private static String field(Map<String, String> fields, String name, SecrecyForm.Concern concern) {
		return Objects.requireNonNullElse(fields.get(name + "-" + concern.name()), "").strip();
	}

	/** The lines in the order of the form. */
	List<Line> lines() {
		return this.lines;
	}

	/** The form; an answer that was not given is missing in it. */
	SecrecyForm form(String contentHash) {
		Map<SecrecyForm.Concern, SecrecyForm.Answer> answers = new EnumMap<>(SecrecyForm.Concern.class);
		for (Line line : this.lines) {
			if (line.isClear()) {
				answers.put(line.concern(), SecrecyForm.Answer.clear(line.note()));
			}
			else if (line.isRefused()) {
				answers.put(line.concern(), SecrecyForm.Answer.refused(line.basis(), line.note()));
			}
		}
		return new SecrecyForm(contentHash, answers);
	}

	/**
	 * A concern with what was entered.
	 *
	 * @param concern the concern
	 * @param answer what was chosen
	 * @param basis the legal basis that was chosen
	 * @param note what was written
	 */
	record Line(SecrecyForm.Concern concern, String answer, String basis, String note) {

		/** Whether nothing stands against the publication. */
		boolean isClear() {
			return this.answer.equals(CLEAR);
		}

		/** Whether something does. */
		boolean isRefused() {
			return this.answer.equals(REFUSED);
		}

		@Override
		public String toString() {
			return "Line[" + this.concern + "]";
		}

	}

}
