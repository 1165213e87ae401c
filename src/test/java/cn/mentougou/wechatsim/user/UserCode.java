package cn.mentougou.wechatsim.user;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;

/** The codes with which calls about followers are refused. */
enum UserCode {

	/** The openid belongs to nobody here, or to someone who does not follow. */
	INVALID_OPENID(ErrorCode.INVALID_OPENID, "invalid openid"),
	/** More openids in one call than it takes, or none. */
	LIST_SIZE(ErrorCode.INVALID_OPENID_LIST_SIZE, "invalid openid list size"),
	/** The remark is too long; which code the platform has for it is not documented. */
	REMARK_LENGTH(40097, "invalid args"),
	/** The account has a hundred tags. */
	TOO_MANY_TAGS(45056, "exceed max tag count"),
	/** More than 100,000 people have the tag. */
	TAG_IN_USE(45057, "can't delete the tag that has too many fans"),
	/** The tag is one of the platform's own. */
	SYSTEM_TAG(45058, "can't modify sys tag"),
	/** Somebody has twenty tags already. */
	TAGGED_TOO_OFTEN(45059, "can't add too much tags for a user"),
	/** The name is empty or taken. */
	TAG_NAME(45157, "invalid tag name"),
	/** The name has more than thirty bytes. */
	TAG_NAME_LENGTH(45158, "tag name too long"),
	/** There is no such tag. */
	TAG_ID(45159, "invalid tag id"),
	/** The openid is one of another account. */
	FOREIGN_OPENID(49003, "not match openid with appid");

	private final int code;

	private final String words;

	UserCode(int code, String words) {
		this.code = code;
		this.words = words;
	}

	ApiError error() {
		return new ApiError(code, words);
	}

}
