package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

import cn.mentougou.education.wechat.breaker.WxMpTestGuards;
import cn.mentougou.fuzz.FuzzTarget;

/**
 * A platform without a network, whose answer is made of any bytes: status, content type
 * and date, each a line, then the body.
 */
public final class CannedPlatform extends CloseableHttpClient {

	private byte[] answer = {};

	/** Answers as long as a push may be. */
	public static List<byte[]> longAnswers() {
		String head = "200\napplication/json\n\n";
		return List.of(FuzzTarget.longSeed(head, "[", ""), FuzzTarget.longSeed(head, "{\"a\":", ""),
				FuzzTarget.longSeed(head + "{\"errcode\":", "1", "}"),
				FuzzTarget.longSeed(head + "{\"access_token\":\"", "T", "\",\"expires_in\":7200}"),
				FuzzTarget.longSeed(head + "{\"errcode\":0,\"errmsg\":\"", "rid: ", "\"}"),
				FuzzTarget.longSeed(head, "\uFEFF", ""), FuzzTarget.longSeed(head, "{\"a\":1}", ""));
	}

	/** Gives this answer from now on. */
	public void answer(byte[] input) {
		this.answer = input;
	}

	/** Clients that speak to it, with a token that never changes. */
	public WxMpClients clients() {
		AccessTokens tokens = new AccessTokens(Accounts.all(), null, null, null, null) {

			@Override
			public String current(String appId) {
				return "T1";
			}

			@Override
			public void refused(String appId, String token) {
				// The next one is the same.
			}

		};
		return new WxMpClients(Accounts.all(), tokens,
				new WxMpClients.Line(Accounts.at("http://platform.invalid"), this, WxMpTestGuards.neverOpen()));
	}

	@Override
	protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context) {
		int line = 0;
		String[] head = new String[3];
		int from = 0;
		for (int i = 0; i < this.answer.length && line < 3; i++) {
			if (this.answer[i] == '\n') {
				head[line++] = new String(this.answer, from, i - from, StandardCharsets.ISO_8859_1);
				from = i + 1;
			}
		}
		return response(head, Arrays.copyOfRange(this.answer, from, this.answer.length));
	}

	private static CloseableHttpResponse response(String[] head, byte[] body) {
		Canned response = new Canned(status(head[0]));
		if (head[2] != null && !head[2].isEmpty()) {
			response.addHeader("Date", head[2]);
		}
		ByteArrayEntity entity = new ByteArrayEntity(body);
		if (head[1] != null && !head[1].isEmpty()) {
			entity.setContentType(head[1]);
		}
		response.setEntity(entity);
		PlatformHttp.Body.guard(response);
		return response;
	}

	private static int status(String line) {
		return (line != null && line.matches("[1-5][0-9]{2}")) ? Integer.parseInt(line) : 200;
	}

	@Override
	public void close() {
		// Nothing is open.
	}

	@Override
	@Deprecated
	public HttpParams getParams() {
		throw new UnsupportedOperationException();
	}

	@Override
	@Deprecated
	public ClientConnectionManager getConnectionManager() {
		throw new UnsupportedOperationException();
	}

	/** An answer that holds no connection. */
	private static final class Canned extends BasicHttpResponse implements CloseableHttpResponse {

		private Canned(int status) {
			super(HttpVersion.HTTP_1_1, status, "canned");
		}

		@Override
		public void close() throws IOException {
			// Nothing is open.
		}

	}

}
