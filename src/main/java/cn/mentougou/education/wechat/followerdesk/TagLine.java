package cn.mentougou.education.wechat.followerdesk;

import cn.mentougou.education.wechat.tag.AccountTag;
import cn.mentougou.education.wechat.tag.TagState;

/**
 * A tag as a line.
 *
 * @param tag the tag
 * @param wearing how many wear it
 */
record TagLine(AccountTag tag, int wearing) {

	/** Its name and what it is to become. */
	public String name() {
		return (this.tag.newName() != null) ? this.tag.name() + " → " + this.tag.newName() : this.tag.name();
	}

	/** Whether it may be changed now. */
	public boolean isFree() {
		return this.tag.state() == TagState.READY;
	}

}
