package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.http.HttpResponse;
import org.apache.http.client.HttpResponseException;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatHosts;

/**
 * Asks the platform for a token ({@code stable_token}), always in the normal mode: it
 * answers with the valid token until its last five minutes. The forced mode would cut off
 * every instance that still holds the old one, and is allowed twenty times a day.
 */
class TokenCall {

	private static final Pattern ADDRESS = Pattern.compile("invalid ip ([0-9a-fA-F.:]{3,45})");

	private static final Pattern RID = Pattern.compile("rid: ?([0-9a-zA-Z-]{1,64})");

	/** What may stand in an address and in the table; the platform's are shorter. */
	private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z._~-]{1,1024}");

	/** The platform's live two hours. */
	private static final Duration LONGEST_LIFE = Duration.ofDays(1);

	private final CloseableHttpClient http;

	private final WeChatHosts hosts;

	private final Clock clock;

	private final JsonMapper json = new JsonMapper();

	TokenCall(CloseableHttpClient http, WeChatHosts hosts, Clock clock) {
		this.http = http;
		this.hosts = hosts;
		this.clock = clock;
	}

	/**
	 * Fetches the account's token.
	 * @throws TokenUnavailable if there is none
	 */
	HeldToken fetch(WeChatAccount account) {
		OutsideCall.refuseInTransaction();
		// The life counts from before the call, so that a slow answer shortens it.
		Instant asked = this.clock.instant();
		JsonNode answer = parsed(account.appId(), post(account));
		int code = answer.path("errcode").asInt(0);
		if (code != 0) {
			throw new TokenUnavailable(account.appId(), code, detail(code, answer.path("errmsg").asString("")));
		}
		String token = answer.path("access_token").asString("");
		long seconds = Math.min(answer.path("expires_in").asLong(0), LONGEST_LIFE.toSeconds());
		if (!TOKEN.matcher(token).matches() || seconds <= 0) {
			throw unreachable(account.appId(), "答复里没有 access_token");
		}
		return new HeldToken(token, asked.plusSeconds(seconds));
	}

	private String post(WeChatAccount account) {
		HttpPost post = new HttpPost(this.hosts.api() + "/cgi-bin/stable_token");
		String body = this.json.writeValueAsString(Map.of("grant_type", "client_credential", "appid", account.appId(),
				"secret", account.secret(), "force_refresh", false));
		post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
		try {
			return this.http.execute(post, TokenCall::body);
		}
		catch (HttpResponseException ex) {
			throw unreachable(account.appId(), "HTTP " + ex.getStatusCode());
		}
		catch (IOException ex) {
			throw unreachable(account.appId(), ex.getClass().getSimpleName());
		}
	}

	private static String body(HttpResponse response) throws IOException {
		int status = response.getStatusLine().getStatusCode();
		if (status != 200) {
			throw new HttpResponseException(status, "");
		}
		return (response.getEntity() != null) ? EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8) : "";
	}

	private JsonNode parsed(String appId, String body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			// Not kept as the cause: its message quotes the answer.
			throw unreachable(appId, "答复不是 JSON");
		}
	}

	private static TokenUnavailable unreachable(String appId, String detail) {
		return new TokenUnavailable(appId, TokenUnavailable.UNREACHABLE, detail);
	}

	private static String detail(int code, String message) {
		Matcher address = ADDRESS.matcher(message);
		if (code == 40164 && address.find()) {
			return address.group(1);
		}
		Matcher rid = RID.matcher(message);
		return rid.find() ? "rid " + rid.group(1) : "没有 rid";
	}

}
