package cn.mentougou.education.wechat.account;

import java.util.List;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;

/**
 * By which value every register finds a person of an account without keeping the openid.
 * It is one value in all of them, so that whoever is erased is found in each.
 */
public final class PersonLookup {

	private PersonLookup() {
	}

	/** The value of the person whom the account knows under this openid. */
	public static byte[] of(LookupIndex index, String appId, String openId) {
		return index.of("wechat.person", appId, openId);
	}

	/** The values of somebody: a person has another one at each account. */
	public static List<byte[]> of(LookupIndex index, WeChatAccounts accounts, PersonKeys keys) {
		return keys.openIds()
			.stream()
			.flatMap((openId) -> accounts.all().stream().map((account) -> of(index, account.appId(), openId)))
			.toList();
	}

}
