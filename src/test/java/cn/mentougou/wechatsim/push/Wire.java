package cn.mentougou.wechatsim.push;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.envelope.XmlTree;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimAccount;

/**
 * A push in the form in which it goes over the wire: address with its query, and body.
 */
record Wire(URI url, String contentType, String body) {

	private static final String OTHER_APP_ID = "wx0123456789abcdef";

	private static final int HUGE = 1024 * 1024;

	static Wire of(SimAccount account, Letter letter, Stamp stamp, PushOptions options) {
		Map<String, String> query = new LinkedHashMap<>();
		String signature = Signature.of(account.token(), stamp.timestamp(), stamp.nonce());
		query.put("signature", options.wrongSignature() ? spoil(signature) : signature);
		query.put("timestamp", stamp.timestamp());
		query.put("nonce", stamp.nonce());
		query.put("openid", letter.openId());
		String clear = options.hugeBody() ? inflate(letter.clearXml()) : letter.clearXml();
		String body = clear;
		if (account.mode() != SimAccount.Mode.PLAIN) {
			String sealed = seal(account, clear, stamp, options);
			query.put("encrypt_type", "aes");
			String own = Signature.of(account.token(), stamp.timestamp(), stamp.nonce(), sealed);
			query.put("msg_signature", options.wrongMsgSignature() ? spoil(own) : own);
			body = envelope(account, clear, sealed);
		}
		String url = append(letter.url(), query);
		return options.json() ? new Wire(URI.create(url), "application/json", json(body))
				: new Wire(URI.create(url), "text/xml", body);
	}

	static String append(String url, Map<String, String> query) {
		StringBuilder result = new StringBuilder(url);
		char separator = url.contains("?") ? '&' : '?';
		for (Map.Entry<String, String> entry : query.entrySet()) {
			result.append(separator).append(entry.getKey()).append('=').append(entry.getValue());
			separator = '&';
		}
		return result.toString();
	}

	private static String seal(SimAccount account, String clear, Stamp stamp, PushOptions options) {
		String previous = account.previousAesKey();
		String key = (options.previousAesKey() && previous != null) ? previous : account.aesKey();
		String appId = options.otherAppId() ? OTHER_APP_ID : account.appId();
		return new PushCipher(key).seal(new PushCipher.Opened(clear, appId), stamp.random());
	}

	private static String envelope(SimAccount account, String clear, String sealed) {
		String encrypt = "<Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>";
		if (account.mode() == SimAccount.Mode.COMPATIBLE) {
			return clear.substring(0, clear.length() - "</xml>".length()) + encrypt;
		}
		return "<xml><ToUserName><![CDATA[" + account.originalId() + "]]></ToUserName>" + encrypt;
	}

	private static String inflate(String clear) {
		return clear.substring(0, clear.length() - "</xml>".length()) + "<Padding>" + "x".repeat(HUGE)
				+ "</Padding></xml>";
	}

	private static String json(String xml) {
		Map<String, Object> fields = new LinkedHashMap<>();
		XmlTree.read(xml).children().forEach((child) -> fields.put(child.name(), value(child)));
		return Json.write(fields);
	}

	private static Object value(XmlTree element) {
		boolean number = element.name().equals("CreateTime") || element.name().equals("MsgId");
		return number ? (Object) Long.valueOf(element.text()) : element.text();
	}

	private static String spoil(String signature) {
		return ((signature.charAt(0) == '0') ? '1' : '0') + signature.substring(1);
	}

	/** What is to be sent, and where. */
	record Letter(String url, String openId, String clearXml) {
	}

	/** What is fresh for each attempt. */
	record Stamp(String timestamp, String nonce, String random) {
	}

}
