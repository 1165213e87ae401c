package cn.mentougou.wechatsim.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;

import cn.mentougou.wechatsim.http.LoopbackServer;

/** An account's server for tests: it keeps what it got and answers as it is told. */
public final class WebhookStub implements AutoCloseable {

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final LoopbackServer server;

	private volatile Function<Received, Answer> behaviour = (request) -> Answer.of("success");

	public WebhookStub() {
		try {
			this.server = LoopbackServer.start("webhook-stub", 0, this::handle);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String url() {
		return "http://127.0.0.1:" + server.port() + "/wechat";
	}

	public List<Received> received() {
		return List.copyOf(received);
	}

	public void answers(Function<Received, Answer> newBehaviour) {
		this.behaviour = newBehaviour;
	}

	public void answers(String body) {
		answers((request) -> Answer.of(body));
	}

	@Override
	public void close() {
		server.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Received request = new Received(exchange.getRequestMethod(), exchange.getRequestURI().getRawQuery(), body,
					exchange.getRequestHeaders().getFirst("User-Agent"),
					exchange.getRequestHeaders().getFirst("Content-Type"),
					exchange.getRemoteAddress().getAddress().getHostAddress());
			received.add(request);
			Answer answer = behaviour.apply(request);
			Thread.sleep(answer.after().toMillis());
			byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A request as it arrived. */
	public record Received(String method, String query, String body, String userAgent, String contentType,
			String from) {

		public String parameter(String name) {
			return List.of(query.split("&"))
				.stream()
				.filter((pair) -> pair.startsWith(name + "="))
				.map((pair) -> pair.substring(name.length() + 1))
				.findFirst()
				.orElse("");
		}

	}

	/** What is answered, and when. */
	public record Answer(int status, String body, Duration after) {

		public static Answer of(String body) {
			return new Answer(200, body, Duration.ZERO);
		}

		public Answer after(Duration delay) {
			return new Answer(status, body, delay);
		}

	}

}
