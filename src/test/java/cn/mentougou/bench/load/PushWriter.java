package cn.mentougou.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.bench.baseline.Keywords;
import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;

/** Writes pushes as the platform sends them, as whole HTTP requests. */
public final class PushWriter {

	private static final int PEOPLE = 100_000;

	private final Account account;

	private final @Nullable PushCipher cipher;

	/** Writes for an account. */
	public PushWriter(Account account) {
		this.account = account;
		this.cipher = (account.aesKey() != null) ? new PushCipher(account.aesKey()) : null;
	}

	/** The person who writes the message of this number. */
	static String person(long number) {
		return "oBench%022d".formatted(number % PEOPLE);
	}

	/** What that person asks. */
	public static String keyword(long number) {
		return Keywords.ALL.get((int) (number % Keywords.ALL.size()));
	}

	/** The message of a number; no number may be used twice. */
	public byte[] request(long number) {
		String body = clear(number);
		String timestamp = Long.toString(Instant.now().getEpochSecond());
		String nonce = Long.toString(number % 1_000_000_007);
		String query = "?signature=" + Signature.of(this.account.token(), timestamp, nonce) + "&timestamp=" + timestamp
				+ "&nonce=" + nonce + "&openid=" + person(number);
		if (this.cipher != null) {
			String random = Long.toString(Long.MAX_VALUE - number).substring(0, 16);
			String sealed = this.cipher.seal(new PushCipher.Opened(body, this.account.appId()), random);
			query += "&encrypt_type=aes&msg_signature=" + Signature.of(this.account.token(), timestamp, nonce, sealed);
			body = "<xml><ToUserName><![CDATA[" + this.account.originalId() + "]]></ToUserName><Encrypt><![CDATA["
					+ sealed + "]]></Encrypt></xml>";
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return ("POST /wechat/" + this.account.appId() + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
				+ "User-Agent: Mozilla/4.0\r\nAccept: */*\r\nContent-Type: text/xml\r\nContent-Length: " + bytes.length
				+ "\r\n\r\n" + body)
			.getBytes(StandardCharsets.UTF_8);
	}

	private String clear(long number) {
		return "<xml><ToUserName><![CDATA[" + this.account.originalId() + "]]></ToUserName><FromUserName><![CDATA["
				+ person(number) + "]]></FromUserName><CreateTime>" + Instant.now().getEpochSecond()
				+ "</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + keyword(number)
				+ "]]></Content><MsgId>" + (25_000_000_000_000_000L + number) + "</MsgId></xml>";
	}

}
