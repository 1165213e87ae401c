package cn.mentougou.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the proxy does for those who read, and against those who read too much. */
@Tag("engine")
class NginxReadersTests {

	private final Queue<String> arrived = new ConcurrentLinkedQueue<>();

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
		this.application.stop(0);
	}

	@Test
	void guestsOfThePagesInWeChatAreLimitedButAHallOfParentsIsNot() throws Exception {
		try (Nginx nginx = start()) {
			List<HttpResponse<String>> visits = getAtOnce(nginx, "/h5/class?n=", 400);
			List<HttpResponse<String>> refused = visits.stream().filter((one) -> one.statusCode() == 429).toList();
			assertThat(visits).extracting(HttpResponse::statusCode).containsOnly(200, 429);
			assertThat(refused).hasSizeBetween(1, 200);
			assertThat(refused.get(0).body()).contains("打开得太频繁");
			assertThat(get(nginx.uri("/h5class")).statusCode()).isEqualTo(200);
			assertThat(get(nginx.uri("/news")).statusCode()).isEqualTo(200);
			assertThat(get(nginx.uri("/wechat/wx1")).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void readersShareWhatOneOfThemGotForASecondAndPicturesAreAskedForEachTime() throws Exception {
		try (Nginx nginx = start()) {
			long start = System.nanoTime();
			for (int i = 0; i < 20; i++) {
				assertThat(get(nginx.uri("/feeds/news.json?level=beijing")).body()).isEqualTo("success");
				assertThat(get(nginx.uri("/news/7")).statusCode()).isEqualTo(200);
			}
			long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
			assertThat(this.arrived.size()).isBetween(2, (int) (4 + 2 * seconds));
			this.arrived.clear();
			for (String path : List.of("/news/pictures/7", "/news/7/files/8", "/console", "/h5")) {
				get(nginx.uri(path));
				get(nginx.uri(path));
			}
			assertThat(this.arrived).hasSize(8);
		}
	}

	@Test
	void oneReaderCannotTakeThePagesFromTheOthers() throws Exception {
		try (Nginx nginx = start()) {
			List<HttpResponse<String>> reads = getAtOnce(nginx, "/news?after=", 600);
			assertThat(reads.stream().filter((one) -> one.statusCode() == 200)).hasSizeGreaterThan(200);
			assertThat(reads).extracting(HttpResponse::statusCode).containsOnly(200, 429);
			assertThat(reads).extracting(HttpResponse::statusCode).contains(429);
			assertThat(get(nginx.uri("/console")).statusCode()).isEqualTo(200);
		}
	}

	/** On twenty lines, faster than any limit. */
	private List<HttpResponse<String>> getAtOnce(Nginx nginx, String path, int number) throws Exception {
		ExecutorService readers = Executors.newFixedThreadPool(20);
		try {
			List<Callable<HttpResponse<String>>> visits = new ArrayList<>();
			for (int i = 0; i < number; i++) {
				URI uri = nginx.uri(path + i);
				visits.add(() -> get(uri));
			}
			List<HttpResponse<String>> answers = new ArrayList<>();
			for (Future<HttpResponse<String>> visit : readers.invokeAll(visits)) {
				answers.add(visit.get());
			}
			return answers;
		}
		finally {
			readers.shutdown();
		}
	}

	private HttpResponse<String> get(URI uri) throws Exception {
		return this.client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	private Nginx start() throws Exception {
		return Nginx.start(this.folder, this.application.getAddress().getPort());
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.arrived.add(exchange.getRequestURI().toString());
		byte[] body = "success".getBytes(StandardCharsets.US_ASCII);
		exchange.getResponseHeaders().add("Cache-Control", "no-cache");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
