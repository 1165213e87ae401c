package cn.mentougou.education.office.signin;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/**
 * What the list of sign-ins shows.
 *
 * @param kind which of them
 * @param people only those of these people, at least one, or null for all
 * @param after the number of the last person shown before; 0 for the first page
 * @param limit at most how many
 */
public record SignInSearch(Kind kind, @Nullable Collection<PersonId> people, long after, int limit) {

	/** A part of the sign-ins. */
	public enum Kind {

		/** All. */
		ALL("全部"),

		/** Locked after wrong guesses. */
		LOCKED("已锁定"),

		/** In use without a second factor. */
		WITHOUT_CODE("没有动态码"),

		/** Taken away. */
		DISABLED("已停用");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
