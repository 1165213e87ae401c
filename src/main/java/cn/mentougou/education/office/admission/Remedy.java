package cn.mentougou.education.office.admission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import cn.mentougou.education.office.console.Confirmation;

/** What the security administrator can do with a sign-in, each after a second look. */
enum Remedy {

	/** A new password, shown once. */
	RESET_PASSWORD("重置密码", "重置“%s”的密码？", "原密码立即失效，所有登录立即结束，锁定也会解除。新的初始密码只显示一次，请当面交给本人。"),

	/** The second factor goes; a new one is made at the next sign-in. */
	RESET_SECOND_FACTOR("取消动态码", "取消“%s”的动态码？", "请先当面或打电话确认是本人。取消后所有登录立即结束，原来的手机和恢复码都不能再用，本人下次登录时重新绑定手机。"),

	/** Wrong guesses are forgotten. */
	UNLOCK("解锁", "解锁“%s”的账号？", "请先确认输错密码的是本人。如果不是，请提醒本人修改密码。"),

	/** All sessions end. */
	END_SESSIONS("结束所有登录", "结束“%s”在各处的登录？", "没有保存的内容会丢失；本人可以重新登录。"),

	/** It opens nothing any more. */
	DISABLE("停用", "停用“%s”的账号？", "所有登录立即结束，以后不能登录，直到恢复使用。人员、岗位和操作记录都保留。"),

	/** It opens again. */
	ENABLE("恢复使用", "恢复“%s”的账号？", "本人可以用原来的密码和动态码登录。");

	private final String verb;

	private final String question;

	private final String consequence;

	Remedy(String verb, String question, String consequence) {
		this.verb = verb;
		this.question = question;
		this.consequence = consequence;
	}

	String verb() {
		return this.verb;
	}

	/** The word in addresses, such as {@code reset-password}. */
	public String path() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Remedy> of(String path) {
		return Arrays.stream(values()).filter((remedy) -> remedy.path().equals(path)).findFirst();
	}

	/** The second look. */
	Confirmation confirmation(SignInView signIn) {
		String page = "/console/sign-ins/" + signIn.id();
		return new Confirmation(this.question.formatted(signIn.name()), this.consequence, this.verb,
				page + "/" + path(), Map.of(), page);
	}

}
