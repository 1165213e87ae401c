package cn.mentougou.education.wechat.outbound;

import java.util.HexFormat;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** How the ledger's personal data are sealed, each bound to its row and column. */
class Seal {

	private final Vault vault;

	private final LookupIndex index;

	Seal(Vault vault, LookupIndex index) {
		this.vault = vault;
		this.index = index;
	}

	/** Makes a person of an account findable. */
	byte[] person(String appId, String openId) {
		return this.index.of("wechat.person", appId, openId);
	}

	byte[] sealOpenId(String openId, byte[] messageKey) {
		return this.vault.seal(openId, openIdPlace(messageKey));
	}

	byte[] sealContent(String text, byte[] messageKey) {
		return this.vault.seal(text, contentPlace(messageKey));
	}

	String openId(byte[] sealed, byte[] messageKey) {
		return this.vault.open(sealed, openIdPlace(messageKey));
	}

	String content(byte[] sealed, byte[] messageKey) {
		return this.vault.open(sealed, contentPlace(messageKey));
	}

	/** Where the openid of a message stands. */
	static String openIdPlace(byte[] messageKey) {
		return place("open_id", messageKey);
	}

	/** Where its text stands. */
	static String contentPlace(byte[] messageKey) {
		return place("content", messageKey);
	}

	private static String place(String column, byte[] messageKey) {
		return "outbound_message/" + column + "/" + HexFormat.of().formatHex(messageKey);
	}

}
