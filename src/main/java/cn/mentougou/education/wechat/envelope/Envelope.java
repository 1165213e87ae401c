package cn.mentougou.education.wechat.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.envelope.RejectedPush.Cause;

/**
 * How one account's pushes are proven and opened, and its replies sealed. While token or
 * AES key are being changed, those before the change are accepted too, and a reply is
 * sealed with the ones that the push came with (加解密方案: 更换密钥).
 */
public final class Envelope {

	private final List<String> tokens;

	private final List<MessageCipher> ciphers;

	/**
	 * Opens for one account.
	 * @param appId the account's AppID, which every sealed message carries
	 * @param tokens the tokens accepted, the current one first
	 * @param aesKeys the AES keys accepted, the current one first; empty in plain mode
	 */
	public Envelope(String appId, List<String> tokens, List<String> aesKeys) {
		this.tokens = List.copyOf(tokens);
		this.ciphers = aesKeys.stream().map((key) -> new MessageCipher(key, appId)).toList();
	}

	/**
	 * Proves that the query was signed with our token.
	 * @return the token that signed
	 * @throws RejectedPush if none of ours did
	 */
	public String signedWith(PushQuery query) {
		for (String token : this.tokens) {
			if (Signature.matches(query.signature(), token, query.timestamp(), query.nonce())) {
				return token;
			}
		}
		throw new RejectedPush(Cause.SIGNATURE);
	}

	/**
	 * Refuses a query that was signed too long ago, or in the future.
	 * @throws RejectedPush if it was
	 */
	public static void checkTime(PushQuery query, Instant now, Duration tolerance) {
		long signedAt;
		try {
			signedAt = Long.parseLong(query.timestamp());
		}
		catch (NumberFormatException ex) {
			throw new RejectedPush(Cause.TIME);
		}
		long distance = Math.subtractExact(now.getEpochSecond(), Math.max(-1, Math.min(signedAt, 1L << 40)));
		if (Math.abs(distance) > tolerance.toSeconds()) {
			throw new RejectedPush(Cause.TIME);
		}
	}

	/**
	 * Opens a sealed body: reads only {@code <Encrypt>} and believes nothing beside it.
	 * @param token the token that {@link #signedWith} found
	 * @throws RejectedPush if the content was not sealed by the platform for this account
	 */
	public Opened open(PushQuery query, String token, byte[] body) {
		String encrypted = encrypted(body);
		String msgSignature = query.msgSignature();
		if (msgSignature == null
				|| !Signature.matches(msgSignature, token, query.timestamp(), query.nonce(), encrypted)) {
			throw new RejectedPush(Cause.MESSAGE_SIGNATURE);
		}
		for (MessageCipher cipher : this.ciphers) {
			Optional<byte[]> message = cipher.open(encrypted);
			if (message.isPresent()) {
				return new Opened(message.get(), new Seal(token, cipher));
			}
		}
		throw new RejectedPush(Cause.SEAL);
	}

	private static String encrypted(byte[] body) {
		try {
			String encrypted = XmlReader.read(body).textOrNull("Encrypt");
			if (encrypted != null) {
				return encrypted.strip();
			}
		}
		catch (UnreadableMessage ex) {
			// Rejected below: nothing is proven yet, so it is not even a dead letter.
		}
		throw new RejectedPush(Cause.BODY);
	}

	/**
	 * A message in clear.
	 *
	 * @param xml the message as the platform wrote it
	 * @param seal how to seal the reply; absent in plain mode
	 */
	public record Opened(byte[] xml, @Nullable Seal seal) {
	}

	/** The token and key that a push came with. */
	public static final class Seal {

		private static final byte[] BEGINNING = "<xml><Encrypt><![CDATA[".getBytes(StandardCharsets.US_ASCII);

		private final String token;

		private final MessageCipher cipher;

		private Seal(String token, MessageCipher cipher) {
			this.token = token;
			this.cipher = cipher;
		}

		/**
		 * Seals a reply.
		 * @param xml the reply in clear
		 * @param timestamp the time of this answer, in seconds
		 * @param nonce a word for this answer
		 */
		public byte[] seal(byte[] xml, long timestamp, String nonce) {
			byte[] encrypted = this.cipher.seal(xml);
			String time = Long.toString(timestamp);
			String signature = Signature.of(this.token, time, nonce,
					new String(encrypted, StandardCharsets.ISO_8859_1));
			byte[] rest = ("]]></Encrypt><MsgSignature><![CDATA[" + signature + "]]></MsgSignature><TimeStamp>" + time
					+ "</TimeStamp><Nonce><![CDATA[" + nonce + "]]></Nonce></xml>")
				.getBytes(StandardCharsets.UTF_8);
			return ByteBuffer.allocate(BEGINNING.length + encrypted.length + rest.length)
				.put(BEGINNING)
				.put(encrypted)
				.put(rest)
				.array();
		}

	}

}
