package cn.mentougou.education.wechat.replydesk;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The accounts as an editor chooses among them. */
class AccountChoices {

	private final WeChatAccounts accounts;

	AccountChoices(WeChatAccounts accounts) {
		this.accounts = accounts;
	}

	/** Each account's number with what people call it. */
	Map<String, String> all() {
		Map<String, String> all = new LinkedHashMap<>();
		for (WeChatAccount account : this.accounts.all()) {
			all.put(account.appId(), account.kind().label() + "（" + account.appId() + "）");
		}
		return all;
	}

	/** What people call the account of a rule, which may be none in particular. */
	String name(@Nullable String appId) {
		return (appId != null) ? all().getOrDefault(appId, appId) : "所有公众号";
	}

	/** Whether it is one of ours. */
	boolean contain(@Nullable String appId) {
		return appId != null && this.accounts.find(appId).isPresent();
	}

}
