package cn.mentougou.wechatsim.world;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An official account as the platform has it on file. */
public record SimAccount(String appId, String secret, String originalId, Kind kind, boolean verified, String token,
		String aesKey, @Nullable String previousAesKey, Mode mode, String name, @Nullable String webhookUrl,
		@Nullable String openPlatformId, List<MenuButton> menu) {

	/** A key whose spare bits are zero, so that every Base64 decoder accepts it. */
	private static final String SAMPLE_KEY = "c2ltdWxhdG9yLWtleS1zaW11bGF0b3Ita2V5LTAwMDE";

	public SimAccount {
		mode = (mode != null) ? mode : Mode.SAFE;
		menu = (menu != null) ? List.copyOf(menu) : List.of();
	}

	/** A verified account in safe mode with secrets made from its app id. */
	public static SimAccount of(String appId, Kind kind) {
		String tail = ("000000000000" + appId).replaceAll("[^0-9a-f]", "0");
		String originalId = "gh_" + tail.substring(tail.length() - 12);
		String name = (kind == Kind.SERVICE) ? "服务号" : "订阅号";
		return new SimAccount(appId, "secret-of-" + appId, originalId, kind, true, "tokenOf" + appId, SAMPLE_KEY, null,
				Mode.SAFE, name, null, null, List.of());
	}

	public static SimAccount service(String appId) {
		return of(appId, Kind.SERVICE);
	}

	public static SimAccount subscription(String appId) {
		return of(appId, Kind.SUBSCRIPTION);
	}

	@JsonIgnore
	public boolean isService() {
		return kind == Kind.SERVICE;
	}

	public SimAccount withSecret(String value) {
		return new SimAccount(appId, value, originalId, kind, verified, token, aesKey, previousAesKey, mode, name,
				webhookUrl, openPlatformId, menu);
	}

	public SimAccount withOriginalId(String value) {
		return new SimAccount(appId, secret, value, kind, verified, token, aesKey, previousAesKey, mode, name,
				webhookUrl, openPlatformId, menu);
	}

	public SimAccount withVerified(boolean value) {
		return new SimAccount(appId, secret, originalId, kind, value, token, aesKey, previousAesKey, mode, name,
				webhookUrl, openPlatformId, menu);
	}

	public SimAccount withToken(String value) {
		return new SimAccount(appId, secret, originalId, kind, verified, value, aesKey, previousAesKey, mode, name,
				webhookUrl, openPlatformId, menu);
	}

	/** Sets the key; the one that was in use becomes the previous one. */
	public SimAccount withAesKey(String value) {
		return new SimAccount(appId, secret, originalId, kind, verified, token, value, aesKey, mode, name, webhookUrl,
				openPlatformId, menu);
	}

	public SimAccount withPreviousAesKey(@Nullable String value) {
		return new SimAccount(appId, secret, originalId, kind, verified, token, aesKey, value, mode, name, webhookUrl,
				openPlatformId, menu);
	}

	public SimAccount withMode(Mode value) {
		return new SimAccount(appId, secret, originalId, kind, verified, token, aesKey, previousAesKey, value, name,
				webhookUrl, openPlatformId, menu);
	}

	public SimAccount withName(String value) {
		return new SimAccount(appId, secret, originalId, kind, verified, token, aesKey, previousAesKey, mode, value,
				webhookUrl, openPlatformId, menu);
	}

	public SimAccount withWebhookUrl(@Nullable String value) {
		return new SimAccount(appId, secret, originalId, kind, verified, token, aesKey, previousAesKey, mode, name,
				value, openPlatformId, menu);
	}

	/** Binds the account to an open platform, so that its people have a unionid. */
	public SimAccount withOpenPlatformId(@Nullable String value) {
		return new SimAccount(appId, secret, originalId, kind, verified, token, aesKey, previousAesKey, mode, name,
				webhookUrl, value, menu);
	}

	public SimAccount withMenu(List<MenuButton> value) {
		return new SimAccount(appId, secret, originalId, kind, verified, token, aesKey, previousAesKey, mode, name,
				webhookUrl, openPlatformId, value);
	}

	/** What the account may do depends on this. */
	public enum Kind {

		/** 订阅号. */
		@JsonProperty("subscription")
		SUBSCRIPTION,
		/** 服务号. */
		@JsonProperty("service")
		SERVICE

	}

	/** How pushes to the account's webhook are wrapped. */
	public enum Mode {

		/** 明文模式: XML as it is. */
		@JsonProperty("plain")
		PLAIN,
		/** 兼容模式: clear elements and the sealed one side by side. */
		@JsonProperty("compatible")
		COMPATIBLE,
		/** 安全模式: sealed only, and the reply must be sealed too. */
		@JsonProperty("safe")
		SAFE

	}

}
