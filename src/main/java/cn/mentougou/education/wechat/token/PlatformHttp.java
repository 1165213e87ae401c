package cn.mentougou.education.wechat.token;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.HttpEntityWrapper;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
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
			.addInterceptorLast((HttpResponse response, HttpContext context) -> Body.guard(response))
			.build();
	}

	private static void addRequestId(HttpRequest request, HttpContext context) {
		String id = MDC.get(REQUEST_ID);
		if (id != null && !request.containsHeader(REQUEST_ID_HEADER)) {
			request.setHeader(REQUEST_ID_HEADER, id);
		}
	}

	/**
	 * An answer's body as the readers behind it bear it, whoever sent it: it ends, its
	 * characters are UTF-8 as everywhere on the platform, whatever its head says, and no
	 * byte order mark begins it. Two of those before a long word keep the SDK's JSON
	 * reader in a loop for ever.
	 */
	static final class Body extends HttpEntityWrapper {

		/** The platform's largest file is half of it. */
		static final int MAX_BYTES = 20 * 1024 * 1024;

		private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

		private @Nullable InputStream content;

		private Body(HttpEntity entity) {
			super(entity);
		}

		/** Puts the guard around the body of an answer. */
		static void guard(HttpResponse response) {
			HttpEntity entity = response.getEntity();
			if (entity != null) {
				response.setEntity(new Body(entity));
			}
		}

		@Override
		public @Nullable Header getContentType() {
			return null;
		}

		/** Unknown, since a mark may be left out. */
		@Override
		public long getContentLength() {
			return -1;
		}

		/** Always the same one: the client asks again in order to close it. */
		@Override
		public InputStream getContent() throws IOException {
			if (this.content == null) {
				this.content = new Bounded(withoutMarks(super.getContent()));
			}
			return this.content;
		}

		@Override
		public boolean isRepeatable() {
			return false;
		}

		@Override
		public void writeTo(OutputStream target) throws IOException {
			try (InputStream stream = getContent()) {
				stream.transferTo(target);
			}
		}

		private static InputStream withoutMarks(InputStream bytes) throws IOException {
			PushbackInputStream stream = new PushbackInputStream(bytes, MARK.length);
			for (int marks = 0; marks < MAX_BYTES / MARK.length; marks++) {
				byte[] head = stream.readNBytes(MARK.length);
				if (!Arrays.equals(head, MARK)) {
					stream.unread(head);
					return stream;
				}
			}
			throw new IOException("the answer does not begin");
		}

		/** Breaks off after {@link #MAX_BYTES}. */
		private static final class Bounded extends FilterInputStream {

			private int left = MAX_BYTES;

			private Bounded(InputStream content) {
				super(content);
			}

			@Override
			public int read() throws IOException {
				int read = super.read();
				return (read < 0) ? read : counted(read, 1);
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				int read = super.read(target, offset, length);
				return (read < 0) ? read : counted(read, read);
			}

			@Override
			public boolean markSupported() {
				return false;
			}

			private int counted(int result, int bytes) throws IOException {
				this.left -= bytes;
				if (this.left < 0) {
					throw new IOException("the answer does not end");
				}
				return result;
			}

		}

	}

}
