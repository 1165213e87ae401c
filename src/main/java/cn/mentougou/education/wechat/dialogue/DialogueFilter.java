package cn.mentougou.education.wechat.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * Which conversations are looked for.
 *
 * @param whose whose they are
 * @param appId of which account; null for both
 * @param state how far they are; null for all
 * @param undecided only those with an answer that waits for a decision
 */
public record DialogueFilter(Whose whose, @Nullable String appId, Dialogue.@Nullable State state, boolean undecided) {

	/** Whose conversations. */
	public enum Whose {

		/** Everybody's. */
		ALL("全部"),

		/** The actor's, and of those for whom the actor acts. */
		MINE("我的"),

		/** Nobody's yet. */
		NOBODYS("还没有人负责");

		private final String title;

		Whose(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
