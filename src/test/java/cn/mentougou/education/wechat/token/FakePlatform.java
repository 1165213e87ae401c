package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A platform that answers what a test tells it to and remembers what it was asked; for
 * faults and races that need no rules of the real one.
 */
public final class FakePlatform implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private final Map<String, Function<Call, Answer>> answers = new ConcurrentHashMap<>();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	/** Listens on a free port of this machine. */
	public FakePlatform() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::exchange);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	/** The address of the API host. */
	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Answers every call of the path in this way. */
	public FakePlatform answer(String path, Function<Call, Answer> answer) {
		this.answers.put(path, answer);
		return this;
	}

	/** Answers every call of the path with this body. */
	public FakePlatform answer(String path, String body) {
		return answer(path, (call) -> new Answer(200, body));
	}

	/** What was asked at this path, in order. */
	public List<Call> calls(String path) {
		return this.calls.stream().filter((call) -> call.path().equals(path)).toList();
	}

	private void exchange(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String query = exchange.getRequestURI().getQuery();
		Call call = new Call(exchange.getRequestURI().getPath(), (query != null) ? query : "", body,
				exchange.getRequestHeaders().getFirst("X-Request-Id"));
		this.calls.add(call);
		Answer answer = this.answers
			.getOrDefault(call.path(),
					(any) -> new Answer(200, "{\"errcode\":40066,\"errmsg\":\"invalid url rid: 1-2-3\"}"))
			.apply(call);
		try (exchange) {
			if (answer.status() == Answer.CUT) {
				return;
			}
			byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/** One call as it arrived. */
	public record Call(String path, String query, String body, String requestId) {
	}

	/** What is answered; {@link #CUT} closes the connection instead. */
	public record Answer(int status, String body) {

		/** Instead of a status: no answer at all. */
		public static final int CUT = -1;

	}

}
