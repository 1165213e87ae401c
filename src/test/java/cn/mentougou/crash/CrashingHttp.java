package cn.mentougou.crash;

import java.io.IOException;

import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

/** The connections to the platform, with a boundary on either side of each call. */
@SuppressWarnings("deprecation")
final class CrashingHttp extends CloseableHttpClient {

	private final CloseableHttpClient target;

	private final Life life;

	CrashingHttp(CloseableHttpClient target, Life life) {
		this.target = target;
		this.life = life;
	}

	@Override
	protected CloseableHttpResponse doExecute(HttpHost host, HttpRequest request, HttpContext context)
			throws IOException {
		String name = request.getRequestLine().getUri().replaceAll("^https?://[^/]*|\\?.*$", "");
		this.life.pass("before " + name);
		CloseableHttpResponse response = this.target.execute(host, request, context);
		this.life.pass("after " + name);
		return response;
	}

	@Override
	public void close() throws IOException {
		this.target.close();
	}

	@Override
	@Deprecated
	public HttpParams getParams() {
		return this.target.getParams();
	}

	@Override
	@Deprecated
	public ClientConnectionManager getConnectionManager() {
		return this.target.getConnectionManager();
	}

}
