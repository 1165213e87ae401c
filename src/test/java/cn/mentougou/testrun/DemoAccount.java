package cn.mentougou.testrun;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * An account as the effective configuration gives it, whoever wrote it.
 *
 * @param kind {@code subscription} or {@code service}
 * @param appId the account's id
 * @param originalId the account's name in messages
 * @param secret the AppSecret
 * @param token the word that signs pushes
 * @param aesKey the key that seals them
 * @param mode {@code plain}, {@code compatible} or {@code safe}
 * @param verified whether the platform verified the account
 */
record DemoAccount(String kind, String appId, String originalId, String secret, String token, @Nullable String aesKey,
		String mode, @DefaultValue("true") boolean verified) {

	static List<DemoAccount> of(Environment environment) {
		return Binder.get(environment)
			.bind("education.wechat.accounts", Bindable.listOf(DemoAccount.class))
			.orElse(List.of());
	}

	boolean isService() {
		return "service".equalsIgnoreCase(this.kind);
	}

}
