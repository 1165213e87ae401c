package cn.mentougou.education.demo;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.followersync.FollowerSync;
import cn.mentougou.wechatsim.WeChatSimulator;

/**
 * People who followed the accounts before the demonstration began, as the platform has
 * them on file; the first comparison with it makes them known.
 */
final class DemoFollowers {

	private static final Actor DEMO = Actor.system("demo");

	/** More than three pages of the list. */
	private static final int CROWD = 180;

	private final FollowerSync sync;

	DemoFollowers(FollowerSync sync) {
		this.sync = sync;
	}

	/** Adds them once. */
	void gather(WeChatSimulator simulator, WeChatAccounts accounts) {
		for (WeChatAccount account : accounts.all()) {
			if (this.sync.of(account.appId()).isEmpty()) {
				simulator.crowd(account.appId(), CROWD);
				this.sync.ask(DEMO, account.appId());
			}
		}
	}

}
