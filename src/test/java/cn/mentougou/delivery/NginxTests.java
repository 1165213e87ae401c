package cn.mentougou.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.faultproxy.Behaviour;
import cn.mentougou.faultproxy.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class NginxTests {

	private final BlockingQueue<Headers> arrived = new LinkedBlockingQueue<>();

	private final CountDownLatch release = new CountDownLatch(1);

	private final HttpClient client = HttpClient.newHttpClient();

	private HttpServer application;

	@TempDir
	private Path folder;

	@BeforeEach
	void startApplication() throws IOException {
		this.application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.application.setExecutor(Executors.newCachedThreadPool());
		this.application.createContext("/", this::answer);
		this.application.start();
	}

	@AfterEach
	void stopApplication() {
		this.release.countDown();
		this.application.stop(0);
	}

	@Test
	void shippedFileIsValid() throws Exception {
		assertThat(Nginx.check(this.folder)).contains("test is successful").doesNotContain("[warn]");
	}

	@Test
	void webhookTakes64KilobytesAndNotOneByteMore() throws Exception {
		try (Nginx nginx = start()) {
			assertThat(post(nginx, "/wechat/wx1", 64 * 1024).statusCode()).isEqualTo(200);
			assertThat(post(nginx, "/wechat/wx1", 64 * 1024 + 1).statusCode()).isEqualTo(413);
			assertThat(post(nginx, "/console/upload", 64 * 1024 + 1).statusCode()).isEqualTo(200);
			assertThat(this.arrived).hasSize(2);
		}
	}

	@Test
	void logsHoldThePathAndNeverTheQuery() throws Exception {
		try (Nginx nginx = start()) {
			post(nginx, "/wechat/wx1?openid=oSecret&nonce=n1", 10);
			post(nginx, "/wechat/wx1?openid=oSecret&nonce=n2", 64 * 1024 + 1);
			stopApplication();
			assertThat(post(nginx, "/wechat/wx1?openid=oSecret&nonce=n3", 10).statusCode()).isEqualTo(502);
			String correlation = this.arrived.take().getFirst("X-Request-Id");
			nginx.awaitLog("502");
			assertThat(nginx.logs()).contains(correlation + " \"POST /wechat/wx1\" 200", "\"POST /wechat/wx1\" 413")
				.doesNotContain("oSecret", "nonce");
		}
	}

	@Test
	void applicationIsToldTheTruthAboutTheCaller() throws Exception {
		try (Nginx nginx = start()) {
			HttpRequest forged = HttpRequest.newBuilder(nginx.uri("/"))
				.header("X-Forwarded-For", "203.0.113.9")
				.header("X-Forwarded-Proto", "https")
				.header("Forwarded", "for=203.0.113.9")
				.header("X-Request-Id", "forged")
				.build();
			this.client.send(forged, HttpResponse.BodyHandlers.discarding());
			Headers headers = this.arrived.take();
			assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
			assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
			assertThat(headers).doesNotContainKey("Forwarded");
			assertThat(headers.getFirst("X-Request-Id")).matches("[0-9a-f]{32}");
		}
	}

	@Test
	void hiddenFilesAndManagementStayInside() throws Exception {
		try (Nginx nginx = start()) {
			for (String path : new String[] { "/.git/config", "/site/.env", "/actuator/health", "/actuator" }) {
				assertThat(post(nginx, path, 0).statusCode()).as(path).isEqualTo(404);
			}
			assertThat(post(nginx, "/.well-known/acme-challenge/x", 0).statusCode()).isEqualTo(200);
			assertThat(this.arrived).hasSize(1);
		}
	}

	@Test
	void webhookThatHangsIsGivenUpAfterSixSeconds() throws Exception {
		try (Nginx nginx = start()) {
			long start = System.nanoTime();
			assertThat(post(nginx, "/wechat/hang", 10).statusCode()).isEqualTo(504);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(5500),
					Duration.ofSeconds(9));
		}
	}

	@Test
	void refusedPushGoesToTheOtherInstanceAndOneThatWasSentIsNotRepeated() throws Exception {
		try (Nginx nginx = Nginx.start(this.folder, closedPort(), port())) {
			for (int i = 0; i < 6; i++) {
				assertThat(post(nginx, "/wechat/wx1", 10).statusCode()).isEqualTo(200);
			}
			assertThat(this.arrived).hasSize(6);
		}
	}

	@Test
	void pushThatWasSentIsNeverRepeatedByTheProxy() throws Exception {
		try (FaultProxy cutting = FaultProxy.to(port());
				Nginx nginx = Nginx.start(this.folder, cutting.port(), cutting.port())) {
			cutting.behave(Behaviour.cutAfter(0));
			assertThat(post(nginx, "/wechat/wx1", 10).statusCode()).isEqualTo(502);
			assertThat(this.arrived).hasSize(1);
		}
	}

	@Test
	void peopleSeeThatTheSystemIsBeingMaintainedAndThePlatformSeesAStatus() throws Exception {
		try (Nginx nginx = Nginx.start(this.folder, closedPort(), closedPort())) {
			HttpResponse<String> page = get(this.client, nginx.uri("/console"));
			assertThat(page.statusCode()).isEqualTo(503);
			assertThat(page.body()).contains("系统正在维护");
			assertThat(page.headers().firstValue("Retry-After")).contains("60");
			assertThat(post(nginx, "/wechat/wx1", 10).statusCode()).isEqualTo(502);
			assertThat(get(this.client, nginx.uri("/maintenance.html")).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void formsAreLimitedForEachAddressAndPushesAreNot() throws Exception {
		try (Nginx nginx = start()) {
			List<Integer> forms = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				forms.add(post(nginx, "/console/sign-in", 10).statusCode());
			}
			for (int i = 0; i < 30; i++) {
				assertThat(post(nginx, "/wechat/wx1", 10).statusCode()).isEqualTo(200);
				assertThat(get(this.client, nginx.uri("/")).statusCode()).isEqualTo(200);
			}
			assertThat(forms).startsWith(200, 200, 200, 200, 200).contains(429).containsOnly(200, 429);
		}
	}

	@Test
	void withACertificatePeopleAreSentToHttpsAndPushesAreTakenEitherWay() throws Exception {
		try (Nginx nginx = Nginx.startWithTls(this.folder, port())) {
			HttpResponse<String> redirect = get(this.client, nginx.plainUri("/console?a=b"));
			assertThat(redirect.statusCode()).isEqualTo(301);
			assertThat(redirect.headers().firstValue("Location")).contains("https://localhost/console?a=b");
			assertThat(get(this.client, nginx.plainUri("/wechat/wx1")).statusCode()).isEqualTo(200);
			HttpClient trusting = HttpClient.newBuilder().sslContext(trusting("education.crt")).build();
			HttpResponse<String> secure = get(trusting, nginx.uri("/"));
			assertThat(secure.statusCode()).isEqualTo(200);
			assertThat(secure.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
			assertThat(this.arrived).extracting((headers) -> headers.getFirst("X-Forwarded-Proto"))
				.containsExactly("http", "https");
		}
	}

	private SSLContext trusting(String certificate) throws Exception {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		try (InputStream file = Files.newInputStream(this.folder.resolve(certificate))) {
			store.setCertificateEntry("nginx", CertificateFactory.getInstance("X.509").generateCertificate(file));
		}
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private static HttpResponse<String> get(HttpClient client, URI uri) throws Exception {
		return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private int port() {
		return this.application.getAddress().getPort();
	}

	private Nginx start() throws Exception {
		return Nginx.start(this.folder, port());
	}

	private HttpResponse<Void> post(Nginx nginx, String path, int bytes) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(nginx.uri(path))
			.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.discarding());
	}

	private void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		this.arrived.add(exchange.getRequestHeaders());
		if (exchange.getRequestURI().getPath().endsWith("/hang")) {
			awaitRelease();
		}
		byte[] body = "success".getBytes(StandardCharsets.US_ASCII);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private void awaitRelease() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
