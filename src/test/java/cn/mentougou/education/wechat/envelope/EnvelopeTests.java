package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.envelope.RejectedPush.Cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class EnvelopeTests {

	private static final String APP_ID = "wxsim0000000000001";

	private static final String TOKEN = "simToken01";

	private static final String AES_KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

	private static final String SPARE_BITS_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

	private static final String CLEAR = "<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName>"
			+ "<FromUserName><![CDATA[oSimUser0000000000000000001]]></FromUserName><CreateTime>1764000000</CreateTime>"
			+ "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[课表]]></Content><MsgId>25000000000000001</MsgId></xml>";

	private static final String ENCRYPTED = "B4PcXgtThYsrOQnzxvXRUMDhb8yNSM3K5Z7JyVR9D4ft/kwQN99LCDlayPVTqNpIx2K0bm8PiC00dCkGTIeUGUywljz//kmB12+LTc80lHmrfDHj4T6PJ/pagWfJRI6Ff9R2kzAys/890JkZW2fSIYXrQibEV9NSgOEIvcPgwO9TDF48mygIP1VpW2R6cnGzVFioVTB/RS/zUzyGEVDiU07z0sFpCKlrwtYRdfhCN+LwmTjugJSVRrGYGoCu+tvSPuuFTdlYtB8EI+H9W/AwnZcObPQdkENOdjwp3FI0958GqIk4vf3oreaI4I/TlrzJSSqwDoHD3S40BmUJj6Kptfiw7n2GOpavsJtadvWuEw9ldrSKOIL7dwlP1LfPngtUDj8Sp75HW4uEz9QEB5D80QVrZ8/h9NYJbyhiRJMCy3I=";

	private static final PushQuery QUERY = new PushQuery("f156acf07f8ce691a046f4f5781518a06661fe85", "1764000000",
			"73219842", "5621b91a4ceb7383a54fa89f639822b078b42736");

	private final Envelope envelope = new Envelope(APP_ID, List.of(TOKEN), List.of(AES_KEY));

	@Test
	void theOfficialExampleHasItsSignature() {
		assertThat(Signature.of("AAAAA", "1714037059", "486452656"))
			.isEqualTo("899cf89e464efb63f54ddac96b0a0a235f53aa78");
	}

	@Test
	void theGoldenVectorOpensBitForBit() {
		String token = this.envelope.signedWith(QUERY);
		Envelope.Opened opened = this.envelope.open(QUERY, token, sealedBody(ENCRYPTED));
		assertThat(new String(opened.xml(), StandardCharsets.UTF_8)).isEqualTo(CLEAR);
	}

	@Test
	void theGoldenVectorIsSealedBitForBit() {
		MessageCipher cipher = new MessageCipher(AES_KEY, APP_ID);
		assertThat(cipher.seal(bytes(CLEAR), bytes("0123456789abcdef"))).asString(StandardCharsets.US_ASCII)
			.isEqualTo(ENCRYPTED);
	}

	@Test
	void aReplyIsSealedWithItsOwnTimeAndNonce() {
		Envelope.Opened opened = this.envelope.open(QUERY, TOKEN, sealedBody(ENCRYPTED));
		byte[] sealed = Objects.requireNonNull(opened.seal()).seal(bytes("<xml>好</xml>"), 1764000001, "77");
		XmlNode xml = XmlReader.read(sealed);
		assertThat(xml.text("MsgSignature")).isEqualTo(Signature.of(TOKEN, "1764000001", "77", xml.text("Encrypt")));
		assertThat(new MessageCipher(AES_KEY, APP_ID).open(xml.text("Encrypt")))
			.hasValueSatisfying((clear) -> assertThat(clear).isEqualTo(bytes("<xml>好</xml>")));
	}

	@Test
	void aKeyWithSpareBitsSealsAndOpens() {
		MessageCipher cipher = new MessageCipher(SPARE_BITS_KEY, APP_ID);
		for (int length = 0; length < 70; length++) {
			byte[] message = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
			assertThat(cipher.open(text(cipher.seal(message))))
				.hasValueSatisfying((clear) -> assertThat(clear).isEqualTo(message));
		}
	}

	@Test
	void aWrongSignatureIsRejected() {
		PushQuery query = new PushQuery("0".repeat(40), "1764000000", "73219842", null);
		assertThatExceptionOfType(RejectedPush.class).isThrownBy(() -> this.envelope.signedWith(query))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Cause.SIGNATURE));
	}

	@Test
	void theSignatureOfTheQueryAloneProvesNoBody() {
		PushQuery query = new PushQuery(QUERY.signature(), QUERY.timestamp(), QUERY.nonce(), QUERY.signature());
		assertRejected(query, sealedBody(ENCRYPTED), Cause.MESSAGE_SIGNATURE);
	}

	@Test
	void aPlainBodyIsRejectedWhereASealedOneIsDue() {
		assertRejected(QUERY, bytes(CLEAR), Cause.BODY);
	}

	@Test
	void aMessageForAnotherAppIsRejected() {
		String encrypted = text(new MessageCipher(AES_KEY, "wxsim0000000000002").seal(bytes(CLEAR)));
		PushQuery query = signed(TOKEN, encrypted);
		assertRejected(query, sealedBody(encrypted), Cause.SEAL);
	}

	@Test
	void aCipherTextThatIsNoCipherTextIsRejected() {
		for (String garbage : List.of("!!!!", "AAAA", "QUJD", "A".repeat(64), ENCRYPTED.substring(0, 64))) {
			assertRejected(signed(TOKEN, garbage), sealedBody(garbage), Cause.SEAL);
		}
	}

	@Test
	void thePreviousTokenAndKeyAreAcceptedAndAnswerForThemselves() {
		Envelope rotating = new Envelope(APP_ID, List.of("newToken", TOKEN), List.of(SPARE_BITS_KEY, AES_KEY));
		String token = rotating.signedWith(QUERY);
		assertThat(token).isEqualTo(TOKEN);
		Envelope.Opened opened = rotating.open(QUERY, token, sealedBody(ENCRYPTED));
		byte[] sealed = Objects.requireNonNull(opened.seal()).seal(bytes("<xml/>"), 1, "2");
		assertThat(new MessageCipher(AES_KEY, APP_ID).open(XmlReader.read(sealed).text("Encrypt"))).isPresent();
	}

	@Test
	void aPushOlderOrNewerThanTheToleranceIsRejected() {
		Instant now = Instant.ofEpochSecond(1764000000);
		Duration tolerance = Duration.ofMinutes(5);
		for (long offset : new long[] { -300, 0, 300 }) {
			assertThatNoException()
				.isThrownBy(() -> Envelope.checkTime(at(Long.toString(1764000000 + offset)), now, tolerance));
		}
		for (String time : List.of("1763999699", "1764000301", "", "soon", "-9223372036854775808",
				"9223372036854775807", "99999999999999999999")) {
			assertThatExceptionOfType(RejectedPush.class).isThrownBy(() -> Envelope.checkTime(at(time), now, tolerance))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Cause.TIME));
		}
	}

	private void assertRejected(PushQuery query, byte[] body, Cause cause) {
		assertThatExceptionOfType(RejectedPush.class).isThrownBy(() -> this.envelope.open(query, TOKEN, body))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(cause));
	}

	private static PushQuery signed(String token, String encrypted) {
		return new PushQuery(Signature.of(token, "1", "2"), "1", "2", Signature.of(token, "1", "2", encrypted));
	}

	private static PushQuery at(String timestamp) {
		return new PushQuery("", timestamp, "", null);
	}

	private static byte[] sealedBody(String encrypted) {
		return bytes("<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName><Encrypt><![CDATA[" + encrypted
				+ "]]></Encrypt></xml>");
	}

	private static String text(byte[] ascii) {
		return new String(ascii, StandardCharsets.US_ASCII);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
