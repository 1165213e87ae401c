package cn.mentougou.education.wechat.webhook;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.education.EngineTest;
import cn.mentougou.wechatsim.envelope.XmlTree;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class WebhookTests {

	private static final String SAFE = "wx00000000000000a1";

	private static final String COMPATIBLE = "wx00000000000000a2";

	private static final String PLAIN = "wx00000000000000a3";

	private static final String TOKEN = "token" + UUID.randomUUID().toString().substring(0, 8);

	private static final String PREVIOUS_TOKEN = "former" + UUID.randomUUID().toString().substring(0, 8);

	private static final String AES_KEY = newKey();

	private static final String PREVIOUS_AES_KEY = newKey();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

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

	@Test
	void theAddressIsVerifiedByEchoingByteForByte() {
		String echo = "5837397576500011341<&>+%20 \"课\"";
		HttpResponse<String> response = safe().with("echostr", echo).get();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(echo);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/plain"));
	}

	@Test
	void aVerificationWithTheWrongSignatureIsForbidden() {
		assertRefused(safe().with("echostr", "1").with("signature", "0".repeat(40)).getAsIs(), 403);
	}

	@Test
	void aVerificationOfAnUnknownAccountIsNotFound() {
		assertRefused(new PlatformCaller(this.port, "wx00000000000000ff", TOKEN, null).with("echostr", "1").get(), 404);
	}

	@Test
	void aVerificationThatLacksAParameterIsABadRequest() {
		for (String missing : List.of("timestamp", "nonce", "echostr")) {
			PlatformCaller call = safe().with("echostr", "1").with("signature", "0".repeat(40)).with(missing, null);
			assertRefused(call.getAsIs(), 400);
		}
		assertRefused(safe().with("echostr", "1").getAsIs(), 400);
	}

	@Test
	void aBodyAbove64KilobytesIsTooLargeWhateverItsHeadersSay() {
		String large = "x".repeat(64 * 1024 + 1);
		assertRefused(safe().raw(large).post(), 413);
		assertRefused(safe().raw(large).postChunked(), 413);
		assertRefused(new PlatformCaller(this.port, "wx00000000000000ff", TOKEN, null).raw(large).post(), 413);
		assertRefused(safe().raw("x".repeat(64 * 1024)).with("msg_signature", "0").post(), 403);
	}

	@Test
	void anUnknownAccountIsNotFound() {
		assertRefused(new PlatformCaller(this.port, "wx00000000000000ff", TOKEN, AES_KEY).sealed(text("a")).post(),
				404);
	}

	@Test
	void aMissingParameterIsABadRequest() {
		for (String missing : List.of("signature", "timestamp", "nonce", "msg_signature")) {
			assertRefused(safe().sealed(text("a")).with(missing, null).post(), 400);
		}
	}

	@Test
	void theParametersAreThoseOfTheQueryAndNeverOfTheBody() {
		HttpResponse<String> response = safe().raw("signature=1&timestamp=2&nonce=3&msg_signature=4")
			.with("msg_signature", null)
			.postAs("application/x-www-form-urlencoded");
		assertRefused(response, 400);
	}

	@Test
	void aWrongSignatureIsForbidden() {
		assertRefused(safe().sealed(text("a")).with("signature", "0".repeat(40)).post(), 403);
		assertRefused(safe().withToken("anotherToken").sealed(text("a")).post(), 403);
	}

	@Test
	void aReplayOfAnOldPushIsForbidden() {
		assertRefused(safe().at(Instant.now().minusSeconds(310)).sealed(text("a")).post(), 403);
		assertRefused(safe().at(Instant.now().plusSeconds(310)).sealed(text("a")).post(), 403);
	}

	@Test
	void anOldPushWithANewTimestampIsForbidden() {
		PlatformCaller call = safe().at(Instant.now().minusSeconds(310)).sealed(text("a"));
		assertRefused(call.with("timestamp", Long.toString(Instant.now().getEpochSecond())).post(), 403);
	}

	@Test
	void aWrongMessageSignatureIsForbidden() {
		assertRefused(safe().sealed(text("a")).with("msg_signature", "0".repeat(40)).post(), 403);
	}

	@Test
	void theQuerysSignatureDoesNotProveTheBody() {
		PlatformCaller call = safe().sealed(text("a"));
		String sealedElsewhere = text("forged");
		assertRefused(call
			.raw("<xml><Encrypt>" + Base64.getEncoder().encodeToString(sealedElsewhere.getBytes()) + "</Encrypt></xml>")
			.post(), 403);
	}

	@Test
	void aPlainBodyIsForbiddenInSafeAndInCompatibleMode() {
		assertRefused(safe().raw(text("a")).with("msg_signature", "0").post(), 403);
		assertRefused(safe().raw(text("a")).post(), 400);
		assertRefused(compatible().raw(text("a")).with("msg_signature", "0").post(), 403);
	}

	@Test
	void aMessageSealedForAnotherAppIsForbidden() {
		assertRefused(safe().sealedFor(COMPATIBLE).sealed(text("a")).post(), 403);
	}

	@Test
	void aMessageAddressedToAnotherAccountIsForbidden() {
		assertRefused(safe().sealed(text("a").replace("gh_" + SAFE, "gh_" + PLAIN)).post(), 403);
	}

	@Test
	void aBodyThatIsNoXmlIsForbidden() {
		assertRefused(safe().raw("{\"Encrypt\":\"a\"}").with("msg_signature", "0").post(), 403);
		assertRefused(plain().raw("{\"ToUserName\":\"a\"}").post(), 403);
		assertRefused(plain().raw("").post(), 403);
	}

	@Test
	void aDoctypeIsForbiddenAroundTheEnvelopeAndInPlainMode() {
		String doctype = "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
		assertRefused(safe().raw(doctype + "<xml><Encrypt>&x;</Encrypt></xml>").with("msg_signature", "0").post(), 403);
		assertRefused(plain().raw(doctype + text("&x;")).post(), 403);
	}

	@Test
	void theSenderLearnsNothingFromARefusal() {
		List<HttpResponse<String>> refusals = List.of(safe().sealed(text("a")).with("signature", "0").post(),
				safe().sealed(text("a")).with("msg_signature", "0").post(),
				safe().sealedFor(PLAIN).sealed(text("a")).post(), safe().at(Instant.EPOCH).sealed(text("a")).post(),
				safe().sealed(text("a").replace("gh_", "hg_")).post());
		assertThat(refusals).allSatisfy((refusal) -> {
			assertThat(refusal.statusCode()).isEqualTo(403);
			assertThat(refusal.body()).isEmpty();
			assertThat(refusal.headers().map().keySet()).isEqualTo(refusals.get(0).headers().map().keySet());
		});
	}

	@Test
	void whatWasSealedAndCannotBeReadIsKeptAsADeadLetterOnce() {
		String unreadable = "<xml><!-- " + UUID.randomUUID() + " --><ToUserName>gh</ToUserName></xml>";
		for (int i = 0; i < 2; i++) {
			assertSuccess(safe().sealed(unreadable).post());
		}
		assertSuccess(safe().sealed("<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + text("&x;")).post());
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM dead_letter WHERE kind = 'unreadable' AND attempts = 2")
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void aSafeMessageIsAnsweredSealed() {
		PlatformCaller call = safe();
		HttpResponse<String> response = call.sealed(text("没有规则的话")).post();
		XmlTree reply = call.opened(response);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(reply.textOf("ToUserName")).isEqualTo("oUser");
		assertThat(reply.textOf("FromUserName")).isEqualTo("gh_" + SAFE);
		assertThat(reply.textOf("Content")).isNotBlank();
	}

	@Test
	void compatibleModeBelievesOnlyWhatIsSealedAndAnswersSealed() {
		String id = UUID.randomUUID().toString();
		PlatformCaller call = compatible();
		String clearForgery = "<FromUserName>oForged</FromUserName><MsgType>text</MsgType><Content>forged</Content>";
		HttpResponse<String> response = call
			.sealed(message(COMPATIBLE, "text", "<Content>" + id + "</Content>"), clearForgery)
			.post();
		assertThat(call.opened(response).textOf("ToUserName")).isEqualTo("oUser");
	}

	@Test
	void aPlainMessageIsAnsweredPlain() {
		HttpResponse<String> response = plain().raw(message(PLAIN, "text", "<Content>你好</Content>")).post();
		assertThat(XmlTree.read(response.body()).textOf("MsgType")).isEqualTo("text");
	}

	@Test
	void thePreviousTokenAndKeyStillWorkAndSealTheAnswer() {
		PlatformCaller call = safe().withToken(PREVIOUS_TOKEN).withAesKey(PREVIOUS_AES_KEY);
		HttpResponse<String> response = call.sealed(text("你好")).post();
		assertThat(call.opened(response).textOf("Content")).isNotBlank();
	}

	@Test
	void anEventThatNeedsNoAnswerIsAnsweredSuccess() {
		assertSuccess(safe().sealed(message(SAFE, "event", "<Event>unsubscribe</Event>")).post());
	}

	@Test
	void twoResultsInOneSecondBothLive() {
		String first = message(SAFE, "event",
				"<Event>TEMPLATESENDJOBFINISH</Event><MsgID>1</MsgID><Status>success</Status>");
		int before = rows();
		assertSuccess(safe().sealed(first).post());
		assertSuccess(safe().sealed(first).post());
		assertSuccess(safe().sealed(first.replace("<MsgID>1<", "<MsgID>2<")).post());
		assertThat(rows() - before).isEqualTo(2);
	}

	@Test
	void whatPeopleWriteStandsNowhereInTheClear() {
		String words = "密语" + UUID.randomUUID();
		safe().sealed(text(words)).post();
		byte[] content = this.jdbc.sql("SELECT content FROM inbox_message ORDER BY received_at DESC LIMIT 1")
			.query(byte[].class)
			.single();
		assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain(words, "oUser");
	}

	private int rows() {
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_message WHERE kind = 'event:TEMPLATESENDJOBFINISH'")
			.query(Integer.class)
			.single();
	}

	private static void assertRefused(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEmpty();
	}

	private static void assertSuccess(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("success");
	}

	private PlatformCaller safe() {
		return new PlatformCaller(this.port, SAFE, TOKEN, AES_KEY);
	}

	private PlatformCaller compatible() {
		return new PlatformCaller(this.port, COMPATIBLE, TOKEN, AES_KEY);
	}

	private PlatformCaller plain() {
		return new PlatformCaller(this.port, PLAIN, TOKEN, AES_KEY);
	}

	private static String text(String content) {
		return message(SAFE, "text",
				"<Content>" + content + "</Content><MsgId>" + Math.abs(new SecureRandom().nextLong()) + "</MsgId>");
	}

	private static String message(String appId, String type, String elements) {
		return "<xml><ToUserName>gh_" + appId + "</ToUserName><FromUserName>oUser</FromUserName>"
				+ "<CreateTime>1764000000</CreateTime><MsgType>" + type + "</MsgType>" + elements + "</xml>";
	}

	private static String newKey() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return Base64.getEncoder().withoutPadding().encodeToString(key);
	}

}
