package cn.mentougou.education.wechat.followerdesk;

import org.jspecify.annotations.Nullable;

/**
 * What is typed about a tag.
 *
 * @param name what it is called
 * @param account the account of a new one
 */
record TagForm(@Nullable String name, @Nullable String account) {

	String nameOrNothing() {
		return (this.name != null) ? this.name : "";
	}

	String accountOrNone() {
		return (this.account != null) ? this.account : "";
	}

}
