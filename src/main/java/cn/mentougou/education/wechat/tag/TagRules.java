package cn.mentougou.education.wechat.tag;

import java.nio.charset.StandardCharsets;

import cn.mentougou.education.shared.Refusal;

/**
 * The platform's limits for tags (标签管理, limits of 创建标签 and 批量为用户打标签): 100 an account, 20
 * a person, 30 characters in the document and 30 bytes in the error's text, of which the
 * stricter is kept, and no deletion with more than 100,000 followers.
 */
public final class TagRules {

	/** How many tags an account may have. */
	public static final int MOST_TAGS = 100;

	/** How many tags a person may wear. */
	public static final int MOST_OF_A_PERSON = 20;

	/** How many people one call takes. */
	public static final int BATCH = 50;

	/** With more followers a tag cannot be deleted. */
	public static final int MOST_TO_DELETE = 100_000;

	/** Bytes of a name in UTF-8: ten Chinese characters. */
	public static final int LONGEST_NAME = 30;

	private TagRules() {
	}

	/**
	 * The name as it is kept.
	 * @throws Refusal.Invalid if the platform would not take it
	 */
	public static String name(String typed) {
		String name = typed.strip();
		if (name.isEmpty()) {
			throw new Refusal.Invalid("tag.name-missing");
		}
		if (name.chars().anyMatch(Character::isISOControl)) {
			throw new Refusal.Invalid("tag.name-unusual");
		}
		if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
			throw new Refusal.Invalid("tag.name-too-long", LONGEST_NAME / 3, LONGEST_NAME);
		}
		return name;
	}

}
