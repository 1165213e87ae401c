package cn.mentougou.education.wechat.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.envelope.PushQuery;

/**
 * The parameters of a query, and of the query alone: the servlet's own reading would take
 * a form in the body for parameters too, before the body was proven.
 */
final class QueryString {

	private final Map<String, String> parameters = new HashMap<>();

	/** Reads a raw query; the first value of a name counts. */
	QueryString(@Nullable String query) {
		if (query == null) {
			return;
		}
		for (String pair : query.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				add(pair.substring(0, equals), pair.substring(equals + 1));
			}
		}
	}

	private void add(String name, String value) {
		try {
			this.parameters.putIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8),
					URLDecoder.decode(value, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			// A parameter that is not percent-encoded correctly is a missing one.
		}
	}

	/** The value of a parameter; absent if it is missing or empty. */
	@Nullable String get(String name) {
		String value = this.parameters.get(name);
		return value == null || value.isEmpty() ? null : value;
	}

	/**
	 * What the platform signs with.
	 * @param isSealed whether the body's signature is needed too
	 * @return absent if a parameter is missing
	 */
	@Nullable PushQuery pushQuery(boolean isSealed) {
		String signature = get("signature");
		String timestamp = get("timestamp");
		String nonce = get("nonce");
		String msgSignature = get("msg_signature");
		if (signature == null || timestamp == null || nonce == null || isSealed && msgSignature == null) {
			return null;
		}
		return new PushQuery(signature, timestamp, nonce, msgSignature);
	}

}
