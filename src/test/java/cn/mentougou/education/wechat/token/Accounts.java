package cn.mentougou.education.wechat.token;

import java.util.List;

import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.PushMode;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.account.WeChatHosts;

/** Accounts for tests that need no context. */
public final class Accounts {

	/** The AppID of {@link #service()}. */
	public static final String APP_ID = "wx00000000000000f1";

	/** The AppSecret of {@link #service()}. */
	public static final String SECRET = "b5c0f1d3e7a94266";

	private Accounts() {
	}

	/** A service account. */
	public static WeChatAccount service() {
		return new WeChatAccount(AccountKind.SERVICE, APP_ID, "gh_00000000000f1", SECRET, "aToken", null,
				PushMode.PLAIN, true, null, null);
	}

	/** That account alone. */
	public static WeChatAccounts all() {
		return new WeChatAccounts(List.of(service()));
	}

	/** All hosts at this address. */
	public static WeChatHosts at(String url) {
		return new WeChatHosts(url, url, url);
	}

}
