package cn.mentougou.education.wechat.token;

import java.util.concurrent.TimeUnit;

import org.apache.http.HttpRequest;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.slf4j.MDC;

/**
 * The connections to the platform, shared by all accounts. The SDK's own client is not
 * used: it has ten connections a host, which a burst of messages exhausts.
 * <p>
 * Nothing is repeated, redirected or remembered here: whether a call may be repeated is
 * known only to its caller.
 */
final class PlatformHttp {

	/** The header that carries our correlation id. */
	static final String REQUEST_ID_HEADER = "X-Request-Id";

	/** Where the correlation id stands in the logging context. */
	static final String REQUEST_ID = "requestId";

	private static final int CONNECT_MILLIS = 2_000;

	private static final int ANSWER_MILLIS = 5_000;

	private PlatformHttp() {
	}

	static CloseableHttpClient open() {
		PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager(30, TimeUnit.SECONDS);
		pool.setMaxTotal(100);
		pool.setDefaultMaxPerRoute(64);
		// A connection that the platform closed while it lay idle would lose a message.
		pool.setValidateAfterInactivity(500);
		RequestConfig times = RequestConfig.custom()
			.setConnectTimeout(CONNECT_MILLIS)
			.setConnectionRequestTimeout(CONNECT_MILLIS)
			.setSocketTimeout(ANSWER_MILLIS)
			.build();
		return HttpClients.custom()
			.useSystemProperties()
			.setConnectionManager(pool)
			.setDefaultRequestConfig(times)
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.addInterceptorLast(PlatformHttp::addRequestId)
			.build();
	}

	private static void addRequestId(HttpRequest request, HttpContext context) {
		String id = MDC.get(REQUEST_ID);
		if (id != null && !request.containsHeader(REQUEST_ID_HEADER)) {
			request.setHeader(REQUEST_ID_HEADER, id);
		}
	}

}
