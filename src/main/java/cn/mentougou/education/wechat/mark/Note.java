package cn.mentougou.education.wechat.mark;

import java.time.Instant;

/**
 * What one of the staff noted about a follower.
 *
 * @param id the number
 * @param text what was noted
 * @param writtenBy who noted it
 * @param writtenAt when
 */
public record Note(long id, String text, long writtenBy, Instant writtenAt) {

	/** Keeps it out of every log. */
	@Override
	public String toString() {
		return "Note[" + this.id + "]";
	}

}
