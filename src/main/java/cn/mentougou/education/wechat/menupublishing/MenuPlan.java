package cn.mentougou.education.wechat.menupublishing;

import java.time.Instant;

/**
 * A switch of the menu at a given time.
 *
 * @param id its number
 * @param appId the account
 * @param versionId what is to be published
 * @param switchAt when
 * @param state how it stands
 * @param reason why it failed, as a code; otherwise empty
 * @param tries how often it was tried in vain
 * @param nextTryAt when it is tried next
 * @param actorId who planned it
 */
public record MenuPlan(long id, String appId, long versionId, Instant switchAt, State state, String reason, int tries,
		Instant nextTryAt, long actorId) {

	/** How a plan stands. */
	public enum State {

		/** Waits for its time, or for the platform; it may be called off. */
		PLANNED("等待"),

		/** The menu was switched; final. */
		DONE("已切换"),

		/** It cannot be carried out; a person must look; final. */
		FAILED("没有切换成"),

		/** Somebody called it off; final. */
		CANCELLED("已取消");

		private final String title;

		State(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
