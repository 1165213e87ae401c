package cn.mentougou.education.wechat.mark;

import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.privacy.Vault;

/** Seals what the staff write about people. */
class MarkSeal {

	private final Vault vault;

	MarkSeal(Vault vault) {
		this.vault = vault;
	}

	byte[] remark(long follower, String remark) {
		return this.vault.seal(remark, remarkPlace(follower));
	}

	String remark(long follower, byte @Nullable [] sealed) {
		return (sealed != null) ? this.vault.open(sealed, remarkPlace(follower)) : "";
	}

	byte[] note(byte[] key, String text) {
		return this.vault.seal(text, notePlace(key));
	}

	String note(byte[] key, byte[] sealed) {
		return this.vault.open(sealed, notePlace(key));
	}

	static String remarkPlace(long follower) {
		return "mark_order.remark:" + follower;
	}

	static String notePlace(byte[] key) {
		return "follower_note.content:" + HexFormat.of().formatHex(key);
	}

}
