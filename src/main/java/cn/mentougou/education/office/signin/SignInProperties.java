package cn.mentougou.education.office.signin;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.signin.*}.
 *
 * @param secondFactor of whom a code is asked after the password
 * @param passwordValidFor after how long a password must be changed; nothing: never
 */
@ConfigurationProperties("education.signin")
record SignInProperties(@DefaultValue("required") SecondFactor secondFactor, @Nullable Duration passwordValidFor) {

	/** Refuses a term that would only make people write passwords down. */
	SignInProperties {
		if (passwordValidFor != null && passwordValidFor.compareTo(Duration.ofDays(30)) < 0) {
			throw new Misconfigured("education.signin.password-valid-for 不能短于 30d；不需要定期更换时请不要填写。");
		}
	}

	/** Of whom a code is asked. */
	enum SecondFactor {

		/** Of everybody; whoever has none yet makes one at the first sign-in. */
		REQUIRED,

		/** Only of those who have one. For demonstrations. */
		ENROLLED

	}

}
