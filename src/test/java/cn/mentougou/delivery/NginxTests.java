package cn.mentougou.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

	private Nginx start() throws Exception {
		return Nginx.start(this.folder, this.application.getAddress().getPort());
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
