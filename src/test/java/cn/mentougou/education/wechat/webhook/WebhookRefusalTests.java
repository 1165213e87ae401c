package cn.mentougou.education.wechat.webhook;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookRefusalTests extends ThreeAccounts {

	@Test
	void aVerificationWithTheWrongSignatureIsForbidden() {
		assertRefused(safe().with("echostr", "1").with("signature", "0".repeat(40)).getAsIs(), 403);
	}

	@Test
	void aVerificationOfAnUnknownAccountIsNotFound() {
		assertRefused(new PlatformCaller(port(), "wx00000000000000ff", TOKEN, null).with("echostr", "1").get(), 404);
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
		assertRefused(new PlatformCaller(port(), "wx00000000000000ff", TOKEN, null).raw(large).post(), 413);
		assertRefused(safe().raw("x".repeat(64 * 1024)).with("msg_signature", "0").post(), 403);
	}

	@Test
	void anUnknownAccountIsNotFound() {
		assertRefused(new PlatformCaller(port(), "wx00000000000000ff", TOKEN, AES_KEY).sealed(text("a")).post(), 404);
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

}
