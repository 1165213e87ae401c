package cn.mentougou.education.wechat.account;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccountCheckTests {

	private static final String AES_KEY = "Kq7Zt1Xw9Rb3Vn5Lm2Pc8Hd4Jf6Gs0AyUeIoTxWzQrN";

	private final Map<String, String> given = new TreeMap<>(
			Map.of("kind", "service", "app-id", "wx00000000000000f1", "original-id", "gh_0000000000f1", "secret",
					"9e107d9d372bb6826bd81d3542a419d6", "token", "aWordOfOurOwn", "aes-key", AES_KEY, "mode", "safe"));

	private static WeChatProperties.Account entry(Map<String, String> given) {
		return new WeChatProperties.Account(given.get("kind"), given.get("app-id"), given.get("original-id"),
				given.get("secret"), given.get("token"), given.get("aes-key"), given.get("mode"), true,
				given.get("previous-token"), given.get("previous-aes-key"));
	}

	private String refusal(WeChatProperties.Account... entries) {
		return assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> AccountCheck.check(List.of(entries)))
			.actual()
			.getMessage();
	}

	@Test
	void completeEntryBecomesAnAccount() {
		this.given.put("previous-token", "theWordBefore");
		this.given.put("kind", " Service ");
		WeChatAccount account = AccountCheck.check(List.of(entry(this.given))).get(0);
		assertThat(account).isEqualTo(new WeChatAccount(AccountKind.SERVICE, "wx00000000000000f1", "gh_0000000000f1",
				"9e107d9d372bb6826bd81d3542a419d6", "aWordOfOurOwn", AES_KEY, PushMode.SAFE, true, "theWordBefore",
				null));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			kind, 应为subscription（订阅号）或 service（服务号）。
			mode, 应为plain、compatible 或 safe。
			app-id, 应为以 wx 开头的 AppID。
			original-id, 应为以 gh_ 开头的原始ID。
			secret, 应为公众平台上的真实值。
			token, 应为3 到 32 个字母或数字。
			aes-key, 应为公众平台“消息加解密密钥”的 43 个字符。
			""")
	void missingFieldIsNamedWithWhatItMustBe(String name, String sentence) {
		this.given.put(name, " ");
		assertThat(refusal(entry(this.given))).isEqualTo("缺少 education.wechat.accounts[0]." + name + "：" + sentence);
		this.given.remove(name);
		assertThat(refusal(entry(this.given))).isEqualTo("缺少 education.wechat.accounts[0]." + name + "：" + sentence);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			kind, miniprogram
			mode, secure
			app-id, gh_0000000000f1
			original-id, wx00000000000000f1
			token, a-word-of-our-own
			token, ab
			aes-key, tooShort
			aes-key, Kq7Zt1Xw9Rb3Vn5Lm2Pc8Hd4Jf6Gs0AyUeIoTxWzQrN=
			previous-token, ab
			previous-aes-key, tooShort
			""")
	void malformedFieldIsNamedAndNotRepeated(String name, String value) {
		this.given.put(name, value);
		assertThat(refusal(entry(this.given))).startsWith("education.wechat.accounts[0]." + name + " 的写法不对：应为")
			.doesNotContain(value);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			secret, secret
			secret, CHANGEME
			secret, 00000000000000000000000000000000
			token, weixin
			token, Token
			token, aaaa
			previous-token, weixin
			aes-key, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
			previous-aes-key, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
			""")
	void sampleValueIsRefused(String name, String value) {
		this.given.put(name, value);
		assertThat(refusal(entry(this.given))).startsWith("education.wechat.accounts[0]." + name + " 是示例值");
	}

	@Test
	void accountIsConfiguredOnce() {
		assertThat(refusal(entry(this.given), entry(this.given))).isEqualTo("公众号 wx00000000000000f1 配置了两次，请删去一份。");
	}

	@Test
	void faultOfTheSecondAccountNamesTheSecond() {
		Map<String, String> second = new TreeMap<>(this.given);
		second.remove("secret");
		assertThat(refusal(entry(this.given), entry(second))).startsWith("缺少 education.wechat.accounts[1].secret");
	}

	@Test
	void plainModeNeedsNoKey() {
		this.given.put("mode", "plain");
		this.given.remove("aes-key");
		assertThat(AccountCheck.check(List.of(entry(this.given))).get(0).aesKey()).isNull();
	}

	@Test
	void nothingPrintsASecret() {
		assertThat(entry(this.given)).asString().doesNotContain(AES_KEY, "aWordOfOurOwn", "9e107d");
		assertThat(AccountCheck.check(List.of(entry(this.given)))).asString()
			.contains("wx00000000000000f1")
			.doesNotContain(AES_KEY, "aWordOfOurOwn", "9e107d");
	}

}
