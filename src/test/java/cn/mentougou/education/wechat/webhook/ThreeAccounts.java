package cn.mentougou.education.wechat.webhook;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.education.EngineTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Three accounts, one a mode, whose keys are being changed, and callers for them. */
@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class ThreeAccounts {

	static final String SAFE = "wx00000000000000a1";

	static final String COMPATIBLE = "wx00000000000000a2";

	static final String PLAIN = "wx00000000000000a3";

	static final String TOKEN = "token" + UUID.randomUUID().toString().substring(0, 8);

	static final String PREVIOUS_TOKEN = "former" + UUID.randomUUID().toString().substring(0, 8);

	static final String AES_KEY = newKey();

	static final String PREVIOUS_AES_KEY = newKey();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void accounts(DynamicPropertyRegistry registry) {
		List<String> modes = List.of("safe", "compatible", "plain");
		List<String> appIds = List.of(SAFE, COMPATIBLE, PLAIN);
		for (int i = 0; i < 3; i++) {
			String appId = appIds.get(i);
			Map<String, String> account = Map.of("kind", "service", "app-id", appId, "original-id", "gh_" + appId,
					"secret", UUID.randomUUID().toString(), "token", TOKEN, "aes-key", AES_KEY, "mode", modes.get(i),
					"previous-token", PREVIOUS_TOKEN, "previous-aes-key", PREVIOUS_AES_KEY);
			String prefix = "education.wechat.accounts[" + i + "].";
			account.forEach((name, value) -> registry.add(prefix + name, () -> value));
		}
	}

	static void assertRefused(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEmpty();
	}

	static void assertSuccess(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("success");
	}

	int port() {
		return this.port;
	}

	PlatformCaller safe() {
		return new PlatformCaller(this.port, SAFE, TOKEN, AES_KEY);
	}

	PlatformCaller compatible() {
		return new PlatformCaller(this.port, COMPATIBLE, TOKEN, AES_KEY);
	}

	PlatformCaller plain() {
		return new PlatformCaller(this.port, PLAIN, TOKEN, AES_KEY);
	}

	static String text(String content) {
		return message(SAFE, "text",
				"<Content>" + content + "</Content><MsgId>" + Math.abs(new SecureRandom().nextLong()) + "</MsgId>");
	}

	static String message(String appId, String type, String elements) {
		return "<xml><ToUserName>gh_" + appId + "</ToUserName><FromUserName>oUser</FromUserName>"
				+ "<CreateTime>1764000000</CreateTime><MsgType>" + type + "</MsgType>" + elements + "</xml>";
	}

	static String newKey() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return Base64.getEncoder().withoutPadding().encodeToString(key);
	}

}
