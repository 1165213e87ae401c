package cn.mentougou.education.wechat.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import cn.mentougou.fuzz.FuzzTarget;
import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.envelope.XmlTree;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The webhook as a whole over HTTP. The first byte chooses what the input is: the message
 * inside a right envelope, the content of {@code <Encrypt>}, the body, the query, or what
 * is to be echoed. Whatever it is, the answer comes in time and is a right one or one of
 * the refusals.
 */
class WebhookFuzz implements FuzzTarget {

	private static final String NONCE = "486452656";

	private final RawConnection connection;

	WebhookFuzz(RawConnection connection) {
		this.connection = connection;
	}

	@Override
	public String name() {
		return "webhook";
	}

	@Override
	public void accept(byte[] input) {
		if (input.length == 0) {
			return;
		}
		byte[] rest = Arrays.copyOfRange(input, 1, input.length);
		try {
			switch (input[0]) {
				case 's' -> sealed(ThreeAccounts.SAFE, rest, "");
				case 'c' -> sealed(ThreeAccounts.COMPATIBLE, rest, new String(rest, StandardCharsets.ISO_8859_1));
				case 'e' -> encrypted(ThreeAccounts.SAFE, new String(rest, StandardCharsets.ISO_8859_1), "");
				case 'p' -> plain(rest);
				case 'g' -> verify(rest);
				case 'q' -> query(rest);
				default -> body(rest);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Long ones of each kind. */
	@Override
	public List<byte[]> madeSeeds() {
		String text = "<xml><ToUserName>gh_0a1b2c3d4e5f</ToUserName><FromUserName>o</FromUserName>"
				+ "<CreateTime>1</CreateTime><MsgType>text</MsgType><Content>z";
		return List.of(FuzzTarget.longSeed("b", "x", ""), FuzzTarget.longSeed("p<xml>", "<a>", ""),
				FuzzTarget.longSeed("p" + text, "\u0301\u0316", "</Content></xml>"),
				("s" + text + "\u0301\u0316".repeat(8_000) + "</Content></xml>").getBytes(StandardCharsets.UTF_8),
				FuzzTarget.longSeed("e", "A", ""));
	}

	private void sealed(String appId, byte[] xml, String besides) throws IOException {
		String message = addressed(xml, appId);
		String encrypted = new PushCipher(ThreeAccounts.AES_KEY).seal(new PushCipher.Opened(message, appId),
				"0123456789abcdef");
		encrypted(appId, encrypted, besides);
	}

	private void encrypted(String appId, String encrypted, String besides) throws IOException {
		String query = signed() + "&msg_signature="
				+ Signature.of(ThreeAccounts.TOKEN, time(), NONCE, encrypted.strip());
		String body = "<xml>" + besides + "<Encrypt>" + encrypted + "</Encrypt></xml>";
		RawConnection.Answer answer = call("POST", appId, query, body.getBytes(StandardCharsets.UTF_8));
		assertThat(answer.status()).isIn(200, 400, 403, 413);
		if (answer.status() == 200 && !answer.body().equals("success")) {
			String reply = XmlTree.read(answer.body()).textOf("Encrypt");
			String xml = new PushCipher(ThreeAccounts.AES_KEY).open(reply).xml();
			assertThat(XmlTree.read(xml).textOf("MsgType")).isEqualTo("text");
		}
	}

	private void plain(byte[] xml) throws IOException {
		byte[] body = addressed(xml, ThreeAccounts.PLAIN).getBytes(StandardCharsets.UTF_8);
		RawConnection.Answer answer = call("POST", ThreeAccounts.PLAIN, signed(), body);
		assertThat(answer.status()).isIn(200, 400, 403, 413);
		if (answer.status() == 200 && !answer.body().equals("success")) {
			assertThat(XmlTree.read(answer.body()).textOf("MsgType")).isEqualTo("text");
		}
	}

	private void verify(byte[] echo) throws IOException {
		String text = new String(echo, 0, Math.min(echo.length, 1000), StandardCharsets.UTF_8);
		RawConnection.Answer answer = call("GET", ThreeAccounts.SAFE,
				signed() + "&echostr=" + URLEncoder.encode(text, StandardCharsets.UTF_8), new byte[0]);
		assertThat(answer.status()).isIn(200, 400);
		if (answer.status() == 200) {
			assertThat(answer.body().equals(text)).isTrue();
		}
	}

	/** The query as it is, without what would begin another line or request. */
	private void query(byte[] raw) throws IOException {
		String query = new String(raw, 0, Math.min(raw.length, 4000), StandardCharsets.ISO_8859_1)
			.replaceAll("[\r\n \0]", "%20");
		assertThat(call("POST", ThreeAccounts.SAFE, query, new byte[] { '<' }).status()).isIn(400, 403);
		assertThat(call("GET", ThreeAccounts.SAFE, query, new byte[0]).status()).isIn(400, 403);
	}

	private void body(byte[] body) throws IOException {
		RawConnection.Answer answer = call("POST", ThreeAccounts.SAFE, signed() + "&msg_signature=" + "0".repeat(40),
				body);
		assertThat(answer.status()).isIn(403, 413);
		assertThat(answer.body()).isEmpty();
	}

	private RawConnection.Answer call(String method, String appId, String query, byte[] body) throws IOException {
		return this.connection.call(method, "/wechat/" + appId + "?" + query, body);
	}

	private static String signed() {
		String time = time();
		return "signature=" + Signature.of(ThreeAccounts.TOKEN, time, NONCE) + "&timestamp=" + time + "&nonce=" + NONCE;
	}

	/** The same for ten seconds, so that two calls of it agree nearly always. */
	private static String time() {
		return Long.toString(Instant.now().getEpochSecond() / 10 * 10);
	}

	private static String addressed(byte[] xml, String appId) {
		return new String(xml, StandardCharsets.UTF_8).replace("gh_0a1b2c3d4e5f", "gh_" + appId);
	}

}
