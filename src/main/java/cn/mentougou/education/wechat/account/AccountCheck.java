package cn.mentougou.education.wechat.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.PublishedSecrets;

/**
 * Turns an entry of the configuration into an account or says in one Chinese sentence
 * which property is wrong and what it must look like.
 */
final class AccountCheck {

	/** Words that stand in manuals and samples and protect nothing. */
	private static final Set<String> SAMPLES = Set.of("secret", "token", "password", "changeme", "change-me", "sample",
			"example", "your-secret", "your-token", "yoursecret", "yourtoken", "xxx", "xxxx", "test", "demo", "123456",
			"12345678", "weixin", "wechat");

	private static final Pattern APP_ID = Pattern.compile("wx[0-9a-zA-Z]{6,62}");

	private static final Pattern ORIGINAL_ID = Pattern.compile("gh_[0-9a-zA-Z]{1,60}");

	private static final Pattern TOKEN = Pattern.compile("[0-9a-zA-Z]{3,32}");

	private static final Pattern AES_KEY = Pattern.compile("[0-9a-zA-Z+/]{43}");

	private final String prefix;

	private AccountCheck(String prefix) {
		this.prefix = prefix;
	}

	static List<WeChatAccount> check(List<WeChatProperties.Account> entries) {
		List<WeChatAccount> accounts = new ArrayList<>();
		for (int i = 0; i < entries.size(); i++) {
			WeChatAccount account = new AccountCheck("education.wechat.accounts[" + i + "]").check(entries.get(i));
			if (accounts.stream().anyMatch((other) -> other.appId().equals(account.appId()))) {
				throw new Misconfigured("公众号 " + account.appId() + " 配置了两次，请删去一份。");
			}
			accounts.add(account);
		}
		return List.copyOf(accounts);
	}

	private WeChatAccount check(WeChatProperties.Account entry) {
		AccountKind kind = oneOf(AccountKind.class, entry.kind(), "kind", "subscription（订阅号）或 service（服务号）");
		PushMode mode = oneOf(PushMode.class, entry.mode(), "mode", "plain、compatible 或 safe");
		String aesKey = blankToNull(entry.aesKey());
		if (mode.isSealed() || aesKey != null) {
			aesKey = secret(matching(aesKey, "aes-key", AES_KEY, "公众平台“消息加解密密钥”的 43 个字符"), "aes-key");
		}
		String previousToken = blankToNull(entry.previousToken());
		if (previousToken != null) {
			secret(matching(previousToken, "previous-token", TOKEN, "3 到 32 个字母或数字，或者不填"), "previous-token");
		}
		String previousAesKey = blankToNull(entry.previousAesKey());
		if (previousAesKey != null) {
			secret(matching(previousAesKey, "previous-aes-key", AES_KEY, "43 个字符，或者不填"), "previous-aes-key");
		}
		return new WeChatAccount(kind, matching(entry.appId(), "app-id", APP_ID, "以 wx 开头的 AppID"),
				matching(entry.originalId(), "original-id", ORIGINAL_ID, "以 gh_ 开头的原始ID"),
				secret(entry.secret(), "secret"),
				secret(matching(entry.token(), "token", TOKEN, "3 到 32 个字母或数字"), "token"), aesKey, mode,
				entry.verified(), previousToken, previousAesKey);
	}

	private <E extends Enum<E>> E oneOf(Class<E> words, @Nullable String value, String name, String form) {
		String given = needed(blankToNull(value), name, form);
		for (E word : words.getEnumConstants()) {
			if (word.name().equalsIgnoreCase(given)) {
				return word;
			}
		}
		throw new Misconfigured(this.prefix + "." + name + " 的写法不对：应为" + form + "。");
	}

	private <T> T needed(@Nullable T value, String name, String form) {
		if (value == null) {
			throw new Misconfigured("缺少 " + this.prefix + "." + name + "：应为" + form + "。");
		}
		return value;
	}

	private String matching(@Nullable String value, String name, Pattern pattern, String form) {
		String given = needed(blankToNull(value), name, form);
		if (!pattern.matcher(given).matches()) {
			throw new Misconfigured(this.prefix + "." + name + " 的写法不对：应为" + form + "。");
		}
		return given;
	}

	private String secret(@Nullable String value, String name) {
		String given = needed(blankToNull(value), name, "公众平台上的真实值");
		boolean oneCharacter = given.chars().distinct().count() == 1;
		if (oneCharacter || SAMPLES.contains(given.toLowerCase(Locale.ROOT)) || PublishedSecrets.contain(given)) {
			throw new Misconfigured(this.prefix + "." + name + " 是示例值，任何人都猜得到。请换成公众平台上的真实值再启动。");
		}
		return given;
	}

	private static @Nullable String blankToNull(@Nullable String value) {
		return value == null || value.isBlank() ? null : value.strip();
	}

}
