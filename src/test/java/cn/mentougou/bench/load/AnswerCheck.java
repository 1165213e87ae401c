package cn.mentougou.bench.load;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import cn.mentougou.bench.baseline.Keywords;
import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;

/**
 * Reads an answer as the platform does: signature, seal, addressee and text must all be
 * right for the very message that was sent.
 */
final class AnswerCheck {

	private final Account account;

	private final @Nullable PushCipher cipher;

	AnswerCheck(Account account) {
		this.account = account;
		this.cipher = (account.aesKey() != null) ? new PushCipher(account.aesKey()) : null;
	}

	/** Whether an HTTP answer is the right one to the message of this number. */
	boolean isRight(long number, byte[] answer) {
		String text = new String(answer, StandardCharsets.UTF_8);
		int body = text.indexOf("\r\n\r\n");
		if (!text.startsWith("HTTP/1.1 200") || body < 0) {
			return false;
		}
		try {
			String xml = clear(text.substring(body + 4));
			return value(xml, "ToUserName").equals(PushWriter.person(number))
					&& value(xml, "FromUserName").equals(this.account.originalId())
					&& value(xml, "MsgType").equals("text")
					&& value(xml, "Content").equals(Keywords.answerTo(PushWriter.keyword(number)));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private String clear(String body) {
		if (this.cipher == null) {
			return body;
		}
		String sealed = value(body, "Encrypt");
		String signature = Signature.of(this.account.token(), value(body, "TimeStamp"), value(body, "Nonce"), sealed);
		PushCipher.Opened opened = this.cipher.open(sealed);
		if (!signature.equals(value(body, "MsgSignature")) || !opened.appId().equals(this.account.appId())) {
			throw new IllegalArgumentException("not sealed by the account");
		}
		return opened.xml();
	}

	/** The text of an element, with or without CDATA. */
	private static String value(String xml, String name) {
		int from = xml.indexOf("<" + name + ">");
		int to = xml.indexOf("</" + name + ">", from);
		if (from < 0 || to < 0) {
			throw new IllegalArgumentException("no " + name);
		}
		String value = xml.substring(from + name.length() + 2, to);
		return value.startsWith("<![CDATA[") ? value.substring(9, value.length() - 3) : value;
	}

}
