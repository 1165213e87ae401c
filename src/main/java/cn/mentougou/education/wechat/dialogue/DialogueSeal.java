package cn.mentougou.education.wechat.dialogue;

import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Mask;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.sender.Reason;

/** How the conversations' personal data are sealed, each bound to its row and column. */
@Component
class DialogueSeal {

	/** What stands where a key is not configured any more. */
	private static final String CLOSED = "（内容打不开：密钥已不在配置中）";

	private final Vault vault;

	private final LookupIndex index;

	DialogueSeal(Vault vault, LookupIndex index) {
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

	/** A key that nobody had before. */
	static byte[] freshKey() {
		return RandomBytes.take(LookupIndex.LENGTH);
	}

	byte[] sealOpenId(String openId, byte[] person) {
		return this.vault.seal(openId, openIdPlace(person));
	}

	byte @Nullable [] sealWords(@Nullable String words, byte[] entryKey) {
		return (words == null) ? null : this.vault.seal(words, wordsPlace(entryKey));
	}

	/**
	 * The openid, for whoever sends.
	 * @throws Unsealable if its key is gone
	 */
	String openId(DialogueMapper.Row row) {
		return this.vault.open(row.openId(), openIdPlace(row.person()));
	}

	Dialogue open(DialogueMapper.Row row) {
		return new Dialogue(new DialogueId(row.id()), row.appId(), masked(row), row.state(), row.waitingSince(),
				row.spokeAt(), person(row.assignee()), row.undecided(), row.openedAt(), row.version());
	}

	DialogueEntry open(EntryMapper.Row row) {
		return new DialogueEntry(row.id(), row.side(), row.kind(), words(row), person(row.writtenBy()), row.writtenAt(),
				row.outcome(), (row.reason() != null) ? Reason.sentence(row.reason()) : null);
	}

	private String masked(DialogueMapper.Row row) {
		try {
			return Mask.code(openId(row));
		}
		catch (Unsealable ex) {
			return "****";
		}
	}

	private @Nullable String words(EntryMapper.Row row) {
		if (row.words() == null) {
			return null;
		}
		try {
			return this.vault.open(row.words(), wordsPlace(row.entryKey()));
		}
		catch (Unsealable ex) {
			return CLOSED;
		}
	}

	private static @Nullable PersonId person(@Nullable Long id) {
		return (id != null) ? new PersonId(id) : null;
	}

	/** Where the openid of a conversation stands. */
	static String openIdPlace(byte[] person) {
		return "dialogue_thread/open_id/" + HexFormat.of().formatHex(person);
	}

	/** Where the words of an entry stand. */
	static String wordsPlace(byte[] entryKey) {
		return "dialogue_entry/words/" + HexFormat.of().formatHex(entryKey);
	}

}
