package cn.mentougou.education.wechat.tag;

import org.jspecify.annotations.Nullable;

/**
 * A tag of an account.
 *
 * @param id our number
 * @param appId the account
 * @param platformId the platform's number; null before it gave one
 * @param name what it is called
 * @param newName what it is to be called, or null
 * @param state where it stands
 */
public record AccountTag(long id, String appId, @Nullable Integer platformId, String name, @Nullable String newName,
		TagState state) {

	/** Whether it can be put on people. */
	public boolean isUsable() {
		return this.platformId != null && this.state != TagState.DELETING;
	}

	/** The platform's number. */
	int number() {
		if (this.platformId == null) {
			throw new IllegalStateException("the tag has no number yet: " + this.id);
		}
		return this.platformId;
	}

}
