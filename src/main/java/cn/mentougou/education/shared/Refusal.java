package cn.mentougou.education.shared;

import java.util.List;

/**
 * The office says no for a reason that the person or the staff can act on. It carries a
 * code and arguments, never prose: the sentence stands in {@code messages/} under the
 * code. Arguments hold no personal data.
 */
public abstract sealed class Refusal extends RuntimeException {

	private final String code;

	private final List<Object> arguments;

	private Refusal(String code, Object... arguments) {
		super(code);
		this.code = code;
		this.arguments = List.of(arguments);
	}

	/** The code, such as {@code reply.answer-too-long}. */
	public String code() {
		return this.code;
	}

	/** What the sentence mentions, such as a limit. */
	public List<Object> arguments() {
		return this.arguments;
	}

	/** There is no such thing, or not any more. */
	public static final class NotFound extends Refusal {

		/** Refuses with this code. */
		public NotFound(String code, Object... arguments) {
			super(code, arguments);
		}

	}

	/** What was entered cannot be accepted as it is. */
	public static final class Invalid extends Refusal {

		/** Refuses with this code. */
		public Invalid(String code, Object... arguments) {
			super(code, arguments);
		}

	}

	/** This actor may not do it. */
	public static final class Forbidden extends Refusal {

		/** Refuses with this code. */
		public Forbidden(String code, Object... arguments) {
			super(code, arguments);
		}

	}

	/** It was changed meanwhile, or its state does not allow it any more. */
	public static final class Conflict extends Refusal {

		/** Refuses with this code. */
		public Conflict(String code, Object... arguments) {
			super(code, arguments);
		}

	}

}
