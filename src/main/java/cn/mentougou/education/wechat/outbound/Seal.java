package cn.mentougou.education.wechat.outbound;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.sender.MessageForm;
import cn.mentougou.education.wechat.sender.OutboundMessage;

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
		return PersonLookup.of(this.index, appId, openId);
	}

	/** How somebody is findable at every account. */
	List<byte[]> people(WeChatAccounts accounts, PersonKeys keys) {
		return PersonLookup.of(this.index, accounts, keys);
	}

	/** The identity of an order: one for each key of an account. */
	byte[] messageKey(String appId, String key) {
		return this.index.of("wechat.order", appId, key);
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

	/** What was ordered, unless it was erased or its key is gone. */
	Optional<OutboundMessage> message(String kind, byte @Nullable [] sealed, byte[] messageKey) {
		try {
			return (sealed == null) ? Optional.empty()
					: Optional.of(MessageForm.read(kind, content(sealed, messageKey)));
		}
		catch (Unsealable ex) {
			return Optional.empty();
		}
	}

	/** The person, unless erased or the key is gone. */
	Optional<String> openIdIfKept(byte @Nullable [] sealed, byte[] messageKey) {
		try {
			return (sealed == null) ? Optional.empty() : Optional.of(openId(sealed, messageKey));
		}
		catch (Unsealable ex) {
			return Optional.empty();
		}
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
