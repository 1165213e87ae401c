package cn.mentougou.education.wechat.followerstatistics;

/**
 * Comings and goings of one day, way, scene or place.
 *
 * @param name which one, as people read it
 * @param followed how many came
 * @param unfollowed how many went
 * @param following how many followed at the end; of a way or a place how many more
 */
public record Tally(String name, long followed, long unfollowed, long following) {

	/** How many more came than went. */
	public long net() {
		return this.followed - this.unfollowed;
	}

}
