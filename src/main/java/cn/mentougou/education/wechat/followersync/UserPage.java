package cn.mentougou.education.wechat.followersync;

import java.util.List;

/**
 * A page of the platform's list.
 *
 * @param total how many there are
 * @param openIds those of this page, at most 10,000
 */
record UserPage(long total, List<String> openIds) {

	/** Keeps the people out of every log. */
	@Override
	public String toString() {
		return "UserPage[" + this.openIds.size() + "]";
	}

}
