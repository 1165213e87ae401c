package cn.mentougou.education.wechat.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WeChatPropertiesTests {

	private static WeChatProperties bound(Map<String, Object> environment, Map<String, Object> file) {
		MutablePropertySources sources = new MutablePropertySources();
		sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment", environment));
		sources.addLast(new MapPropertySource("file", file));
		return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate("education.wechat",
				WeChatProperties.class);
	}

	private static WeChatHosts hosts(@Nullable String api, @Nullable String open, @Nullable String mp) {
		return new WeChatProperties(List.of(), api, open, mp).hosts();
	}

	@ParameterizedTest
	@ValueSource(strings = { "EDUCATION_WECHAT_API_BASE_URL", "EDUCATION_WECHAT_APIBASEURL" })
	void bothSpellingsOfAVariableBind(String name) {
		assertThat(bound(Map.of(name, "http://localhost:8091"), Map.of("education.wechat.api-base-url", "http://other"))
			.hosts()
			.api()).isEqualTo("http://localhost:8091");
	}

	@ParameterizedTest
	@ValueSource(strings = { "APP_ID", "APPID" })
	void accountsOfTheEnvironmentReplaceTheOthersAsAWhole(String name) {
		Map<String, Object> file = new HashMap<>(Map.of("education.wechat.accounts[0].app-id", "wxFile0",
				"education.wechat.accounts[0].secret", "fileSecret", "education.wechat.accounts[1].app-id", "wxFile1"));
		WeChatProperties properties = bound(
				Map.of("EDUCATION_WECHAT_ACCOUNTS_0_" + name, "wxEnvironment", "EDUCATION_WECHAT_ACCOUNTS_0_VERIFIED",
						"false", "EDUCATION_WECHAT_ACCOUNTS_0_PREVIOUS_AES_KEY", "before"),
				file);
		assertThat(properties.accounts()).containsExactly(new WeChatProperties.Account(null, "wxEnvironment", null,
				null, null, null, null, false, null, "before"));
	}

	@Test
	void withoutAnyPropertyTheRealPlatformIsReached() {
		WeChatProperties properties = bound(Map.of(), Map.of());
		assertThat(properties.accounts()).isEmpty();
		assertThat(properties.hosts()).isEqualTo(
				new WeChatHosts("https://api.weixin.qq.com", "https://open.weixin.qq.com", "https://mp.weixin.qq.com"));
		assertThat(hosts(" ", "", null)).isEqualTo(properties.hosts());
	}

	@Test
	void otherHostsFollowTheApiHostWhenOnlyThatIsSet() {
		assertThat(hosts("http://localhost:8091//", null, null))
			.isEqualTo(new WeChatHosts("http://localhost:8091", "http://localhost:8091", "http://localhost:8091"));
		assertThat(hosts("http://localhost:8091", "http://open.example/", null))
			.isEqualTo(new WeChatHosts("http://localhost:8091", "http://open.example", "http://localhost:8091"));
		assertThat(hosts(null, null, "http://mp.example"))
			.isEqualTo(new WeChatHosts("https://api.weixin.qq.com", "https://open.weixin.qq.com", "http://mp.example"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:8091", "ftp://host", "http://", "http://host?x=1", "http://ho st" })
	void addressThatIsNoneIsRefused(String url) {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> hosts(url, null, null))
			.withMessage("education.wechat.api-base-url 的写法不对：应为以 http:// 或 https:// 开头的地址。");
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> hosts(null, url, null))
			.withMessageStartingWith("education.wechat.open-base-url");
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> hosts(null, null, url))
			.withMessageStartingWith("education.wechat.mp-base-url");
	}

	@Test
	void startWithoutAnAccountIsRefused() {
		assertThatExceptionOfType(Misconfigured.class)
			.isThrownBy(() -> new AccountConfiguration().weChatAccounts(bound(Map.of(), Map.of())))
			.withMessageStartingWith("没有配置任何公众号");
	}

}
