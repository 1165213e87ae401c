package cn.mentougou.education.office.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cn.mentougou.education.shared.Refusal;

/**
 * The form of the secrecy review (保密审查表): each concern is answered, and each that stands
 * against the publication names its legal basis.
 *
 * @param contentHash what the reviewer saw
 * @param answers the answer to each concern
 */
public record SecrecyForm(String contentHash, Map<Concern, Answer> answers) {

	static final int LONGEST_NOTE = 500;

	/** Copies the answers, in the order of the form. */
	public SecrecyForm {
		answers = answers.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(answers));
	}

	/** A form in which nothing stands against the publication. */
	public static SecrecyForm clear(String contentHash, String source) {
		Map<Concern, Answer> answers = new EnumMap<>(Concern.class);
		for (Concern concern : Concern.values()) {
			answers.put(concern, Answer.clear((concern == Concern.SOURCE) ? source : ""));
		}
		return new SecrecyForm(contentHash, answers);
	}

	/** Whether nothing stands against the publication. */
	public boolean isClear() {
		return this.answers.values().stream().allMatch(Answer::clear);
	}

	/**
	 * Refuses a form that is not filled in.
	 * @throws Refusal.Invalid if an answer, a legal basis or the source is missing
	 */
	void check() {
		for (Concern concern : Concern.values()) {
			Answer answer = this.answers.get(concern);
			if (answer == null) {
				throw new Refusal.Invalid("review.answer-missing", concern.title());
			}
			if (answer.note().codePointCount(0, answer.note().length()) > LONGEST_NOTE) {
				throw new Refusal.Invalid("review.note-too-long", concern.title(), LONGEST_NOTE);
			}
			if (!answer.clear()) {
				checkRefusal(concern, answer);
			}
			else if (concern == Concern.SOURCE && answer.note().isBlank()) {
				throw new Refusal.Invalid("review.source-missing");
			}
		}
	}

	private static void checkRefusal(Concern concern, Answer answer) {
		if (!concern.bases().contains(answer.basis())) {
			throw new Refusal.Invalid("review.basis-missing", concern.title());
		}
		if (answer.basis().equals(Concern.OTHER) && answer.note().isBlank()) {
			throw new Refusal.Invalid("review.other-basis-missing", concern.title());
		}
	}

	/** What the reviewer looks at. */
	public enum Concern {

		/** Where it comes from, and what its facts were checked against. */
		SOURCE("来源", "来源可靠、注明出处，已与来源文件核对", "互联网新闻信息服务管理规定第十五条"),

		/** State secrets, absolutely. */
		STATE_SECRET("国家秘密", "不含国家秘密，不危及国家安全、公共安全、经济安全、社会稳定", "政府信息公开条例第十四条", "保守国家秘密法第三十五条"),

		/** Work secrets, internal affairs and papers of the process. */
		WORK_SECRET("工作秘密", "不含工作秘密、内部事务和过程性信息", "保守国家秘密法第六十四条", "政府信息公开条例第十六条第一款", "政府信息公开条例第十六条第二款"),

		/** Personal data and the interests of third parties. */
		PERSONAL_DATA("个人信息", "不含个人隐私和不应公开的个人信息、商业秘密", "政府信息公开条例第十五条", "个人信息保护法第二十五条", "个人信息保护法第二十八条"),

		/** Children in words and pictures. */
		MINORS("未成年人", "涉及未成年人的文字和图片已取得监护人同意，认不出不该认出的孩子", "未成年人保护法第七十二条", "个人信息保护法第三十一条"),

		/** Texts, pictures and videos of others. */
		COPYRIGHT("著作权", "文字、图片、视频有权使用", "著作权法第五十三条", "信息网络传播权保护条例第二条"),

		/** What attached files hide. */
		HIDDEN_DATA("附件隐藏信息", "附件的隐藏信息报告已逐项答复", "政府信息公开条例第十七条", "个人信息保护法第五十一条");

		/** A basis that is named in the note. */
		public static final String OTHER = "其他（在说明中写明法律条款）";

		private final String title;

		private final String question;

		private final List<String> bases;

		Concern(String title, String question, String... bases) {
			this.title = title;
			this.question = question;
			this.bases = Stream.concat(Stream.of(bases), Stream.of(OTHER)).toList();
		}

		/** What it is called. */
		public String title() {
			return this.title;
		}

		/** What is so if nothing stands against the publication. */
		public String question() {
			return this.question;
		}

		/** The legal bases of a refusal. */
		public List<String> bases() {
			return this.bases;
		}

	}

	/**
	 * The answer to a concern.
	 *
	 * @param clear whether nothing stands against the publication
	 * @param basis the legal basis of a refusal; empty if there is none
	 * @param note what the reviewer adds
	 */
	public record Answer(boolean clear, String basis, String note) {

		/** Nothing stands against the publication. */
		public static Answer clear(String note) {
			return new Answer(true, "", note);
		}

		/** It must not be published. */
		public static Answer refused(String basis, String note) {
			return new Answer(false, basis, note);
		}

		/** Leaves the note out of every log. */
		@Override
		public String toString() {
			return this.clear ? "clear" : "refused";
		}

	}

}
