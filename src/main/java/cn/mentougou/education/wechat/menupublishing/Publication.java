package cn.mentougou.education.wechat.menupublishing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to make a version the menu that people see.
 *
 * @param id its number
 * @param appId the account
 * @param versionId what is published
 * @param planId the plan that it carries out, if it does
 * @param state how it stands
 * @param reason why, as a code; empty if there is nothing to say
 * @param rid the platform's number of the refused call, or empty
 * @param step how many changing calls were done
 * @param actorId who asked for it, or 0
 * @param begunAt when it was decided
 * @param touchedAt when something last happened
 */
public record Publication(long id, String appId, long versionId, @Nullable Long planId, State state, String reason,
		String rid, int step, long actorId, Instant begunAt, Instant touchedAt) {

	/** How a publication stands. */
	public enum State {

		/** Decided and under way; silent for a minute, it becomes UNKNOWN. */
		SENDING("正在发布"),

		/** The platform shows it; final. */
		SENT("已发布"),

		/** The platform refused it; final. */
		REFUSED("被拒绝"),

		/** Nobody here knows; the platform is asked until it is SENT or NOT_TAKEN. */
		UNKNOWN("结果不明"),

		/** Surely nothing was changed; it may be published again; final. */
		NOT_SENT("没有发出"),

		/** The platform was asked and shows another menu; final. */
		NOT_TAKEN("没有生效");

		private final String title;

		State(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

		/** Whether something may still happen to it. */
		public boolean isOpen() {
			return this == SENDING || this == UNKNOWN;
		}

	}

}
