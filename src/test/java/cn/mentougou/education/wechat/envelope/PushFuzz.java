package cn.mentougou.education.wechat.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sealed push from its query to its sealed answer. The first byte chooses how deep the
 * input lies, so that the search gets past signature and cipher: the body as it is, the
 * content of {@code <Encrypt>}, the plain text of the cipher, the message.
 */
public class PushFuzz implements FuzzTarget {

	private static final String APP_ID = "wx0000000000000001";

	private static final String TOKEN = "aToken";

	private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

	private static final String NONCE = "486452656";

	private static final Instant NOW = Instant.ofEpochSecond(1764000000);

	private static final InboundMessage.Header TO = new InboundMessage.Header(APP_ID, "gh_1", "oUser", NOW, "text",
			"1");

	private final Envelope envelope = new Envelope(APP_ID, List.of(TOKEN, "formerToken"), List.of(KEY));

	@Override
	public String name() {
		return "push";
	}

	@Override
	public void accept(byte[] input) {
		if (input.length == 0) {
			return;
		}
		byte[] rest = Arrays.copyOfRange(input, 1, input.length);
		switch (input[0]) {
			case '1' -> open(new String(rest, StandardCharsets.ISO_8859_1));
			case '2' -> open(encrypted(rest));
			case '3' -> message(rest);
			default -> body(rest);
		}
	}

	private void body(byte[] body) {
		int half = Math.min(40, body.length / 2);
		String time = new String(body, 0, half, StandardCharsets.UTF_8);
		PushQuery query = new PushQuery(Signature.of(TOKEN, time, NONCE), time, NONCE, "0".repeat(40));
		try {
			String token = this.envelope.signedWith(query);
			assertThat(token).isEqualTo(TOKEN);
			Envelope.checkTime(query, NOW, Duration.ofMinutes(5));
		}
		catch (RejectedPush ex) {
			assertThat(ex.reason()).isEqualTo(RejectedPush.Cause.TIME);
		}
		try {
			this.envelope.open(query, TOKEN, body);
			throw new AssertionError("opened without a signature");
		}
		catch (RejectedPush ex) {
			assertThat(ex.reason()).isIn(RejectedPush.Cause.BODY, RejectedPush.Cause.MESSAGE_SIGNATURE);
		}
	}

	private void open(String encrypted) {
		String time = Long.toString(NOW.getEpochSecond());
		PushQuery query = new PushQuery(Signature.of(TOKEN, time, NONCE), time, NONCE,
				Signature.of(TOKEN, time, NONCE, encrypted.strip()));
		byte[] body = ("<xml><Encrypt>" + encrypted + "</Encrypt></xml>").getBytes(StandardCharsets.UTF_8);
		try {
			Envelope.Opened opened = this.envelope.open(query, this.envelope.signedWith(query), body);
			MessageFuzz.readTwice(APP_ID, opened.xml());
			answer(opened);
		}
		catch (RejectedPush ex) {
			// The three that may happen once the query is proven.
			assertThat(ex.reason()).isIn(RejectedPush.Cause.BODY, RejectedPush.Cause.MESSAGE_SIGNATURE,
					RejectedPush.Cause.SEAL);
		}
	}

	private void message(byte[] xml) {
		MessageCipher cipher = new MessageCipher(KEY, APP_ID);
		String encrypted = new String(cipher.seal(xml), StandardCharsets.US_ASCII);
		assertThat(cipher.open(encrypted)).hasValueSatisfying((clear) -> assertThat(clear).isEqualTo(xml));
		open(encrypted);
	}

	/** Our own answer is opened by whoever has the keys. */
	private void answer(Envelope.Opened opened) {
		byte[] reply = ReplyWriter.write(new Reply.Text("您好"), TO, NOW);
		byte[] sealed = opened.seal().seal(reply, NOW.getEpochSecond(), NONCE);
		XmlNode node = XmlReader.read(sealed);
		PushQuery query = new PushQuery("", node.text("TimeStamp"), node.text("Nonce"), node.text("MsgSignature"));
		assertThat(this.envelope.open(query, TOKEN, sealed).xml()).isEqualTo(reply);
	}

	/** Any plain text, cut to whole blocks. */
	private static String encrypted(byte[] plain) {
		byte[] key = Base64.getDecoder().decode(KEY + "=");
		try {
			Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
			return Base64.getEncoder().encodeToString(cipher.doFinal(plain, 0, plain.length / 16 * 16));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Plain texts of the cipher: right, for another account, wrong length and padding.
	 */
	@Override
	public List<byte[]> madeSeeds() {
		List<byte[]> seeds = new ArrayList<>();
		seeds.add(FuzzTarget.longSeed("1", "AAAA", ""));
		seeds.add(FuzzTarget.longSeed("20123456789abcdef\0\0\u0070\0", "a", ""));
		for (String appId : List.of(APP_ID, "wx0000000000000002", "")) {
			for (int length : List.of(11, 0, 12, -1, Integer.MAX_VALUE)) {
				for (int pad : List.of(0, 1, 33)) {
					seeds.add(plain(length, appId, pad));
				}
			}
		}
		return seeds;
	}

	private static byte[] plain(int length, String appId, int wrongBy) {
		byte[] content = ("2" + "0123456789abcdef" + "LLLL" + "<xml></xml>" + appId)
			.getBytes(StandardCharsets.ISO_8859_1);
		ByteBuffer.wrap(content).putInt(17, length);
		int pad = 32 - (content.length - 1) % 32;
		byte[] padded = Arrays.copyOf(content, content.length + pad);
		Arrays.fill(padded, content.length, padded.length, (byte) (pad + wrongBy));
		return padded;
	}

}
