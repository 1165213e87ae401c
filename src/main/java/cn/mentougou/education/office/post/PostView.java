package cn.mentougou.education.office.post;

/**
 * A post as a line.
 *
 * @param post the post
 * @param person the name
 * @param unit the name of the unit
 * @param open whether it lasts or is to come
 */
record PostView(DisclosurePost post, String person, String unit, boolean open) {

	/** From when until when. */
	public String days() {
		return this.post.fromOn() + " 起" + ((this.post.untilOn() != null) ? "，至 " + this.post.untilOn() : "");
	}

	@Override
	public String toString() {
		return "PostView[" + this.post.id() + "]";
	}

}
