package cn.mentougou.education.wechat.followersync;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How the comparison of an account stands.
 *
 * @param appId the account
 * @param run its number
 * @param step how far it is
 * @param place where the platform's list goes on, sealed
 * @param position where our own register goes on
 * @param dueAt when the next step may be made
 * @param startedAt when the run began, or null if there was none
 * @param endedAt when the last one ended well, or null
 * @param listed how many the platform's list held so far
 * @param found how many of them were not known
 * @param gone how many turned out to have left
 * @param total how many the platform says there are
 * @param askedOn the day on which the platform's list was asked last
 * @param asked how often on that day
 * @param trouble why the last step did not succeed; empty if it did
 * @param version changes with every step
 */
public record SyncState(String appId, long run, SyncStep step, byte @Nullable [] place, long position, Instant dueAt,
		@Nullable Instant startedAt, @Nullable Instant endedAt, long listed, long found, long gone, long total,
		@Nullable LocalDate askedOn, int asked, String trouble, long version) {

	/** Whether a run is under way. */
	public boolean isRunning() {
		return this.step != SyncStep.RESTING;
	}

	/** Where people read how it stands: no openid. */
	@Override
	public String toString() {
		return "SyncState[" + this.appId + " " + this.run + " " + this.step + "]";
	}

}
