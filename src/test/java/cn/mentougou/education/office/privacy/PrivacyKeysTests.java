package cn.mentougou.education.office.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PrivacyKeysTests {

	private static final String KEY = TestKeys.key();

	private static final String INDEX = TestKeys.key();

	private static PrivacyProperties.Key key(@Nullable String id, @Nullable String key) {
		return new PrivacyProperties.Key(id, key);
	}

	private static String refusal(@Nullable String indexKey, PrivacyProperties.Key... keys) {
		return assertThatExceptionOfType(Misconfigured.class)
			.isThrownBy(() -> new PrivacyKeys(new PrivacyProperties(List.of(keys), indexKey)))
			.actual()
			.getMessage();
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void missingKeysAreNamed() {
		assertThat(refusal(INDEX)).startsWith("缺少 education.privacy.keys[0].id 和 .key");
		assertThat(refusal(INDEX, key("a", KEY), key("b", null))).startsWith("缺少 education.privacy.keys[1].key");
		assertThat(refusal(INDEX, key("a", " "))).startsWith("缺少 education.privacy.keys[0].key");
		assertThat(refusal(null, key("a", KEY))).startsWith("缺少 education.privacy.index-key");
	}

	@Test
	void idIsShortAndPlain() {
		for (String id : new String[] { null, "", "二〇二六", "a b", "a".repeat(33) }) {
			assertThat(refusal(INDEX, key(id, KEY))).startsWith("education.privacy.keys[0].id 的写法不对");
		}
	}

	@Test
	void idIsUsedOnce() {
		assertThat(refusal(INDEX, key("a", KEY), key("a", TestKeys.key())))
			.startsWith("education.privacy.keys[1].id 与前面的密钥重名");
	}

	@Test
	void keyIsBase64Of32Bytes() {
		for (String value : List.of("not base64", KEY.substring(4), KEY + KEY)) {
			assertThat(refusal(INDEX, key("a", value))).startsWith("education.privacy.keys[0].key 的写法不对")
				.doesNotContain(value);
		}
	}

	@Test
	void keyThatSomebodyTypedIsRefused() {
		for (String typed : List.of("0".repeat(32), "\0".repeat(32), "0123456789abcdef0123456789abcdef",
				"this is a sample key of 32 bytes")) {
			assertThat(refusal(INDEX, key("a", base64(typed)))).startsWith("education.privacy.keys[0].key 是示例密钥");
			assertThat(refusal(base64(typed), key("a", KEY))).startsWith("education.privacy.index-key 是示例密钥");
		}
	}

	@Test
	void indexKeyIsAKeyOfItsOwn() {
		assertThat(refusal(KEY, key("a", KEY))).startsWith("education.privacy.index-key 与加密密钥相同");
	}

	@Test
	void firstKeySealsAndSpacesAroundAValueDoNotMatter() {
		PrivacyKeys keys = new PrivacyKeys(
				new PrivacyProperties(List.of(key("b", " " + KEY + "\n"), key("a", TestKeys.key())), INDEX));
		assertThat(keys.currentId()).isEqualTo("b");
		assertThat(keys.byId("b")).isNotNull();
		assertThat(keys.byId("c")).isNull();
	}

	@Test
	void environmentVariablesBind() {
		MutablePropertySources sources = new MutablePropertySources();
		sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of("EDUCATION_PRIVACY_KEYS_0_ID",
				"a", "EDUCATION_PRIVACY_KEYS_0_KEY", KEY, "EDUCATION_PRIVACY_INDEX_KEY", INDEX)));
		PrivacyProperties properties = new Binder(ConfigurationPropertySources.from(sources))
			.bind("education.privacy", PrivacyProperties.class)
			.get();
		assertThat(properties.keys()).containsExactly(key("a", KEY));
		assertThat(properties.indexKey()).isEqualTo(INDEX);
	}

	@Test
	void propertiesPrintNoKey() {
		assertThat(new PrivacyProperties(List.of(key("a", KEY)), INDEX)).asString()
			.contains("a")
			.doesNotContain(KEY, INDEX);
	}

}
