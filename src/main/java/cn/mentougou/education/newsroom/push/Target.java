package cn.mentougou.education.newsroom.push;

import org.jspecify.annotations.Nullable;

/**
 * To whom a mass send goes.
 *
 * @param tagId the platform's number of a tag; null for all followers
 */
public record Target(@Nullable Long tagId) {

	/** All followers. */
	public static Target everybody() {
		return new Target(null);
	}

	/** Those who carry this tag. */
	public static Target tag(long tagId) {
		return new Target(tagId);
	}

	/** Whether it goes to all followers, and so into the account's history. */
	public boolean isEverybody() {
		return this.tagId == null;
	}

	/** The form that goes into the key of a mass send. */
	@Override
	public String toString() {
		return (this.tagId == null) ? "all" : "tag:" + this.tagId;
	}

}
