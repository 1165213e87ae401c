package cn.mentougou.education.wechat.follower;

import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** Seals and opens what is personal in a follower's row and makes it findable. */
class FollowerSeal {

	private final Vault vault;

	private final LookupIndex index;

	FollowerSeal(Vault vault, LookupIndex index) {
		this.vault = vault;
		this.index = index;
	}

	/** The person's look-up value, the same in every module. */
	byte[] person(String appId, String openId) {
		return PersonLookup.of(this.index, appId, openId);
	}

	/** How somebody is findable at every account. */
	List<byte[]> people(WeChatAccounts accounts, PersonKeys keys) {
		return PersonLookup.of(this.index, accounts, keys);
	}

	byte[] seal(String clear, String column, byte[] person) {
		return this.vault.seal(clear, place(column, person));
	}

	byte @Nullable [] sealIfAny(@Nullable String clear, String column, byte[] person) {
		return (clear == null || clear.isEmpty()) ? null : seal(clear, column, person);
	}

	String openId(FollowerMapper.Named row) {
		return openId(row.person(), row.openId());
	}

	String openId(byte[] person, byte[] sealed) {
		return this.vault.open(sealed, place("open_id", person));
	}

	String remark(FollowerMapper.Row row) {
		byte[] remark = row.remark();
		return (remark != null) ? this.vault.open(remark, place("remark", row.person())) : "";
	}

	@Nullable String unionId(FollowerMapper.Secrets row) {
		byte[] unionId = row.unionId();
		return (unionId != null) ? this.vault.open(unionId, place("union_id", row.person())) : null;
	}

	Follower open(FollowerMapper.Row row) {
		return new Follower(new FollowerId(row.id()), row.appId(), row.state(), row.blocked(), row.since(),
				row.stateAt(), row.way(), row.scene(), row.profileAt(), remark(row));
	}

	/** Where a value of this person stands. */
	static String place(String column, byte[] person) {
		return "wechat_follower." + column + ":" + HexFormat.of().formatHex(person);
	}

}
