package cn.mentougou.education.wechat.template;

import java.util.Optional;

/**
 * The platform's limits of what stands in a field, by the field's name. They are checked
 * before the call, because the platform refuses the whole message (47003), and because a
 * value that is cut to fit may be wrong: half a telephone number is nobody's. Characters
 * are code points, as people count them.
 */
public final class FieldRules {

	private FieldRules() {
	}

	/**
	 * What is wrong with a value.
	 * @param name the field, such as {@code thing1}
	 * @param value what shall stand in it
	 * @return empty if the platform takes it
	 */
	public static Optional<FieldProblem> problem(String name, String value) {
		FieldKind kind = FieldKind.of(name);
		if (value.isBlank()) {
			return Optional.of(new FieldProblem("template.field-empty"));
		}
		if (value.codePoints().anyMatch(FieldRules::isUnprintable)) {
			return Optional.of(new FieldProblem("template.field-line"));
		}
		int length = value.codePointCount(0, value.length());
		if (length > kind.limit()) {
			return Optional.of(new FieldProblem("template.field-too-long", kind.limit(), length));
		}
		if (!kind.fits(value)) {
			return Optional.of(new FieldProblem("template.field-form", kind.words()));
		}
		return Optional.empty();
	}

	/** What may stand in a field, in Chinese. */
	public static String words(String name) {
		return FieldKind.of(name).words();
	}

	/** Line ends and other control characters, and halves of a character. */
	private static boolean isUnprintable(int character) {
		int type = Character.getType(character);
		return type == Character.CONTROL || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
				|| type == Character.PARAGRAPH_SEPARATOR;
	}

}
