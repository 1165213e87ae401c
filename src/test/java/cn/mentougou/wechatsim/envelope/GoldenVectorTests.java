package cn.mentougou.wechatsim.envelope;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GoldenVectorTests {

	private static final String TOKEN = "simToken01";

	private static final String KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

	private static final String APP_ID = "wxsim0000000000001";

	private static final String TIMESTAMP = "1764000000";

	private static final String NONCE = "73219842";

	private static final String MESSAGE = "<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName>"
			+ "<FromUserName><![CDATA[oSimUser0000000000000000001]]></FromUserName>"
			+ "<CreateTime>1764000000</CreateTime><MsgType><![CDATA[text]]></MsgType>"
			+ "<Content><![CDATA[课表]]></Content><MsgId>25000000000000001</MsgId></xml>";

	private static final String SEALED = "B4PcXgtThYsrOQnzxvXRUMDhb8yNSM3K5Z7JyVR9D4ft/kwQN99LCDlayPVTqNpIx2K0bm8P"
			+ "iC00dCkGTIeUGUywljz//kmB12+LTc80lHmrfDHj4T6PJ/pagWfJRI6Ff9R2kzAys/890JkZW2fSIYXrQibEV9NSgOEIvcPgwO9TDF48"
			+ "mygIP1VpW2R6cnGzVFioVTB/RS/zUzyGEVDiU07z0sFpCKlrwtYRdfhCN+LwmTjugJSVRrGYGoCu+tvSPuuFTdlYtB8EI+H9W/AwnZcO"
			+ "bPQdkENOdjwp3FI0958GqIk4vf3oreaI4I/TlrzJSSqwDoHD3S40BmUJj6Kptfiw7n2GOpavsJtadvWuEw9ldrSKOIL7dwlP1LfPngtU"
			+ "Dj8Sp75HW4uEz9QEB5D80QVrZ8/h9NYJbyhiRJMCy3I=";

	@Test
	void officialExampleOfASignatureIsMet() {
		assertThat(Signature.of("AAAAA", "1714037059", "486452656"))
			.isEqualTo("899cf89e464efb63f54ddac96b0a0a235f53aa78");
	}

	@Test
	void signaturesOfTheReferenceVectorAreMet() {
		assertThat(Signature.of(TOKEN, TIMESTAMP, NONCE)).isEqualTo("f156acf07f8ce691a046f4f5781518a06661fe85");
		assertThat(Signature.of(TOKEN, TIMESTAMP, NONCE, SEALED)).isEqualTo("5621b91a4ceb7383a54fa89f639822b078b42736");
	}

	@Test
	void referenceMessageIsSealedBitForBit() {
		assertThat(new PushCipher(KEY).seal(new PushCipher.Opened(MESSAGE, APP_ID), "0123456789abcdef"))
			.isEqualTo(SEALED);
	}

	@Test
	void referenceEnvelopeIsOpened() {
		assertThat(new PushCipher(KEY).open(SEALED)).isEqualTo(new PushCipher.Opened(MESSAGE, APP_ID));
	}

	@Test
	void keyWithSpareBitsIsTheSameKeyAsWithout() {
		PushCipher spare = new PushCipher("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
		PushCipher clean = new PushCipher("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE");
		PushCipher.Opened content = new PushCipher.Opened("<xml/>", APP_ID);
		assertThat(spare.seal(content, "0123456789abcdef")).isEqualTo(clean.seal(content, "0123456789abcdef"));
	}

	@Test
	void messagesOfEveryLengthComeBack() {
		PushCipher cipher = new PushCipher(KEY);
		for (int length = 0; length < 70; length++) {
			PushCipher.Opened content = new PushCipher.Opened("x".repeat(length), APP_ID);
			assertThat(cipher.open(cipher.seal(content, "0123456789abcdef"))).isEqualTo(content);
		}
	}

	@Test
	void whatIsNoEnvelopeIsRefused() {
		PushCipher cipher = new PushCipher(KEY);
		assertThatIllegalArgumentException().isThrownBy(() -> cipher.open("not base64!"));
		assertThatIllegalArgumentException().isThrownBy(() -> cipher.open(""));
		assertThatIllegalArgumentException().isThrownBy(() -> cipher.open("AAAA"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new PushCipher("c2ltdWxhdG9yLWtleS1zaW11bGF0b3Ita2V5LTAwMDE").open(SEALED));
		assertThatIllegalArgumentException().isThrownBy(() -> new PushCipher("short"));
	}

}
