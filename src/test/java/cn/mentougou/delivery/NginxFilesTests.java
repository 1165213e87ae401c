package cn.mentougou.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class NginxFilesTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private HttpServer application;

	@TempDir
	private Path folder;

	@BeforeEach
	void startApplication() throws IOException {
		this.application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.application.createContext("/", NginxFilesTests::answer);
		this.application.start();
	}

	@AfterEach
	void stopApplication() {
		this.application.stop(0);
	}

	@Test
	void publishedFileIsSentByTheProxyAndOnlyIfTheApplicationSaysSo() throws Exception {
		Path published = Files.createDirectories(this.folder.resolve("attachments/public"));
		Files.writeString(published.resolve("abc"), "<script>published</script>");
		try (Nginx nginx = start()) {
			HttpResponse<String> file = get(nginx, "/files/abc");
			assertThat(file.body()).isEqualTo("<script>published</script>");
			assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"a.txt\"");
			assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
			assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(file.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
			assertThat(file.headers().firstValue("X-Accel-Redirect")).isEmpty();
			assertThat(get(nginx, "/published-files/abc").statusCode()).isEqualTo(404);
			Files.delete(published.resolve("abc"));
			assertThat(get(nginx, "/files/abc").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void farTooLargeUploadGetsAPageThatSaysWhatToDo() throws Exception {
		try (Nginx nginx = start()) {
			HttpResponse<String> refused = post(nginx, 26 << 20);
			assertThat(refused.statusCode()).isEqualTo(413);
			assertThat(refused.body()).contains("文件太大", "20 MB");
			assertThat(post(nginx, 21 << 20).statusCode()).isEqualTo(200);
		}
	}

	private Nginx start() throws Exception {
		return Nginx.start(this.folder, this.application.getAddress().getPort());
	}

	private HttpResponse<String> get(Nginx nginx, String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(nginx.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(Nginx nginx, int bytes) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(nginx.uri("/console/files"))
			.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

	/** What the application answers: a published file is left to the proxy. */
	private static void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getPath();
		if (path.startsWith("/files/")) {
			exchange.getResponseHeaders()
				.add("X-Accel-Redirect", "/published-files/" + path.substring("/files/".length()));
			exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
			exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"a.txt\"");
		}
		byte[] body = "success".getBytes(StandardCharsets.US_ASCII);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
