package cn.mentougou.education.wechat.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.PushCipher.Opened;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.envelope.XmlTree;

/**
 * Calls the webhook by hand, right or wrong in every detail, with the simulator's own
 * sealing.
 */
class PlatformCaller {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Map<String, String> query = new LinkedHashMap<>();

	private final String url;

	private final String appId;

	private String token;

	private @Nullable String aesKey;

	private String cipherAppId;

	private String body = "";

	PlatformCaller(int port, String appId, String token, @Nullable String aesKey) {
		this.url = "http://localhost:" + port + "/wechat/" + appId;
		this.appId = appId;
		this.token = token;
		this.aesKey = aesKey;
		this.cipherAppId = this.appId;
		at(Instant.now());
	}

	final PlatformCaller at(Instant time) {
		this.query.put("timestamp", Long.toString(time.getEpochSecond()));
		this.query.put("nonce", "486452656");
		return this;
	}

	PlatformCaller withToken(String value) {
		this.token = value;
		return this;
	}

	PlatformCaller withAesKey(String value) {
		this.aesKey = value;
		return this;
	}

	PlatformCaller sealedFor(String otherAppId) {
		this.cipherAppId = otherAppId;
		return this;
	}

	PlatformCaller with(String name, @Nullable String value) {
		this.query.put(name, value);
		return this;
	}

	/** Sends this as the body, as it is. */
	PlatformCaller raw(String content) {
		sign();
		this.body = content;
		return this;
	}

	/** Seals this and sends it. */
	PlatformCaller sealed(String clearXml) {
		return sealed(clearXml, "");
	}

	/** Seals this and sends it beside other elements, as compatible mode does. */
	PlatformCaller sealed(String clearXml, String besides) {
		String encrypted = new PushCipher(this.aesKey).seal(new Opened(clearXml, this.cipherAppId), "0123456789abcdef");
		return encrypted(encrypted, besides);
	}

	PlatformCaller encrypted(String encrypted, String besides) {
		sign();
		this.query.put("msg_signature",
				Signature.of(this.token, this.query.get("timestamp"), this.query.get("nonce"), encrypted));
		this.body = "<xml>" + besides + "<Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
		return this;
	}

	private void sign() {
		this.query.put("signature", Signature.of(this.token, this.query.get("timestamp"), this.query.get("nonce")));
	}

	HttpResponse<String> get() {
		sign();
		return send(HttpRequest.newBuilder(uri()).GET());
	}

	HttpResponse<String> getAsIs() {
		return send(HttpRequest.newBuilder(uri()).GET());
	}

	HttpResponse<String> post() {
		return send(HttpRequest.newBuilder(uri())
			.header("Content-Type", "text/xml")
			.POST(HttpRequest.BodyPublishers.ofString(this.body)));
	}

	/** Posts without saying how long the body is. */
	HttpResponse<String> postChunked() {
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		return send(HttpRequest.newBuilder(uri())
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
	}

	HttpResponse<String> postAs(String contentType) {
		return send(HttpRequest.newBuilder(uri())
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(this.body)));
	}

	/** A sealed answer in clear, after its signature was checked. */
	XmlTree opened(HttpResponse<String> response) {
		XmlTree answer = XmlTree.read(response.body());
		String encrypted = answer.textOf("Encrypt");
		if (!Signature.of(this.token, answer.textOf("TimeStamp"), answer.textOf("Nonce"), encrypted)
			.equals(answer.textOf("MsgSignature"))) {
			throw new AssertionError("the answer is signed wrongly");
		}
		return XmlTree.read(new PushCipher(this.aesKey).open(encrypted).xml());
	}

	private URI uri() {
		return URI.create(this.url + "?"
				+ this.query.entrySet()
					.stream()
					.filter((entry) -> entry.getValue() != null)
					.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&")));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
