package cn.mentougou.education.office.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.PublishedSecrets;

/**
 * The checked keys. Refuses missing, short and sample keys with a Chinese sentence that
 * names the property.
 */
final class PrivacyKeys {

	private static final String INDEX_KEY = "education.privacy.index-key";

	private static final int KEY_BYTES = 32;

	/** 32 random bytes hold about 30 different values; a typed or zero key does not. */
	private static final int LEAST_DIFFERENT_BYTES = 12;

	private final Map<String, SecretKey> sealing = new LinkedHashMap<>();

	private final SecretKey index;

	PrivacyKeys(PrivacyProperties properties) {
		if (properties.keys().isEmpty()) {
			throw new Misconfigured("缺少 education.privacy.keys[0].id 和 .key：请用 openssl rand -base64 32 生成密钥后填写。");
		}
		for (int i = 0; i < properties.keys().size(); i++) {
			add("education.privacy.keys[" + i + "]", properties.keys().get(i));
		}
		byte[] indexBytes = bytes(INDEX_KEY, properties.indexKey());
		if (this.sealing.values().stream().anyMatch((key) -> Arrays.equals(key.getEncoded(), indexBytes))) {
			throw new Misconfigured(INDEX_KEY + " 与加密密钥相同：两者用途不同，请用 openssl rand -base64 32 另外生成一个。");
		}
		this.index = new SecretKeySpec(indexBytes, "HmacSHA256");
	}

	private void add(String property, PrivacyProperties.Key key) {
		String id = key.id();
		if (id == null || !id.matches("[0-9A-Za-z._-]{1,32}")) {
			throw new Misconfigured(property + ".id 的写法不对：应为 1 到 32 个字母或数字，例如 2026a。");
		}
		SecretKey secret = new SecretKeySpec(bytes(property + ".key", key.key()), Algorithm.AES_GCM.keyAlgorithm());
		if (this.sealing.put(id, secret) != null) {
			throw new Misconfigured(property + ".id 与前面的密钥重名，每个密钥要有自己的编号。");
		}
	}

	private static byte[] bytes(String property, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new Misconfigured("缺少 " + property + "：请用 openssl rand -base64 32 生成后填写。");
		}
		byte[] bytes = decoded(property, value.strip());
		if (isTyped(bytes) || PublishedSecrets.contain(value)) {
			throw new Misconfigured(property + " 是示例密钥，任何人都猜得到。请用 openssl rand -base64 32 重新生成。");
		}
		return bytes;
	}

	/** Few different bytes, or readable text: no random source made this. */
	private static boolean isTyped(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		return text.chars().distinct().count() < LEAST_DIFFERENT_BYTES
				|| text.chars().allMatch((character) -> character >= ' ' && character <= '~');
	}

	private static byte[] decoded(String property, String value) {
		try {
			byte[] bytes = Base64.getDecoder().decode(value);
			if (bytes.length == KEY_BYTES) {
				return bytes;
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, together with a wrong length.
		}
		throw new Misconfigured(property + " 的写法不对：应为 32 个字节的 Base64（openssl rand -base64 32）。");
	}

	/** The id of the key that seals. */
	String currentId() {
		return this.sealing.keySet().iterator().next();
	}

	/** The ids, in the order of the configuration. */
	List<String> ids() {
		return List.copyOf(this.sealing.keySet());
	}

	@Nullable SecretKey byId(String id) {
		return this.sealing.get(id);
	}

	SecretKey index() {
		return this.index;
	}

}
