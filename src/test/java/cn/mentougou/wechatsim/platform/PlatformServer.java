package cn.mentougou.wechatsim.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.http.LoopbackServer;
import cn.mentougou.wechatsim.world.World;

/** The server that plays {@code api.weixin.qq.com}. */
public final class PlatformServer implements AutoCloseable {

	private static final String BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head>"
			+ "<body><center><h1>502 Bad Gateway</h1></center></body></html>";

	private static final String JSON = "application/json; encoding=utf-8";

	private static final long SLOW_BODY_MILLIS = 3_000;

	private final World world;

	private final ApiGate gate;

	private final ApiLog log;

	private final ApiCounters counters;

	private final AccessTokens tokens;

	private final Collection<PlatformPages> pages;

	private final LoopbackServer server;

	private PlatformServer(World world, Setup setup, int port) throws IOException {
		this.world = world;
		this.tokens = setup.tokens();
		this.counters = setup.counters();
		counters.learn(setup.endpoints());
		this.pages = setup.pages();
		this.log = new ApiLog(world.broadcast());
		this.gate = new ApiGate(world, tokens, counters, new ApiGate.Access(setup.endpoints(), setup.faults(),
				new ApiGate.Rules(setup.strict(), setup.refuseEscapes())));
		this.server = LoopbackServer.start("wechatsim-platform", port, this::handle);
	}

	/** Starts on the loopback address; port 0 is any free one. */
	public static PlatformServer start(World world, Setup setup, int port) throws IOException {
		return new PlatformServer(world, setup, port);
	}

	public int port() {
		return server.port();
	}

	public ApiLog log() {
		return log;
	}

	public ApiCounters counters() {
		return counters;
	}

	/** Forgets tokens, counters and the log. */
	public void reset() {
		tokens.reset();
		counters.reset();
		log.reset();
	}

	@Override
	public void close() {
		server.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		for (PlatformPages each : pages) {
			if (each.serve(exchange)) {
				return;
			}
		}
		call(exchange);
	}

	private void call(HttpExchange exchange) throws IOException {
		long start = System.nanoTime();
		Instant at = world.clock().instant();
		ApiCall call = new ApiCall(request(exchange));
		String number = world.nextId("api");
		ApiOutcome outcome = gate.answer(call, number);
		outcome.struckBy(FaultAction.LATENCY).ifPresent((fault) -> pause(fault.millis()));
		Sending sending = Sending.of(outcome);
		long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		ApiCall.Request request = call.request();
		log.add(new ApiLogEntry(number, at, call.namedAppId(), request.method(), request.path(),
				Redaction.query(request.query()), Redaction.json(request.body()), sending.status(),
				Redaction.json(sending.inWords()), millis, outcome.faultNames(), call.warning(), request.requestId()));
		send(exchange, sending);
	}

	private static ApiCall.Request request(HttpExchange exchange) throws IOException {
		byte[] bytes = exchange.getRequestBody().readAllBytes();
		List<FilePart> parts = FilePart.parse(exchange.getRequestHeaders().getFirst("Content-Type"), bytes);
		String body = parts.isEmpty() ? new String(bytes, StandardCharsets.UTF_8)
				: "(form, " + bytes.length + " bytes)";
		return new ApiCall.Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
				Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""), body,
				exchange.getRequestHeaders().getFirst("X-Request-Id"), parts);
	}

	private static void send(HttpExchange exchange, Sending sending) throws IOException {
		try (exchange) {
			if (sending.status() == 0) {
				return;
			}
			byte[] bytes = sending.content();
			exchange.getResponseHeaders().set("Content-Type", sending.contentType());
			if (sending.fileName() != null) {
				exchange.getResponseHeaders()
					.set("Content-Disposition", "attachment; filename=\"" + sending.fileName() + "\"");
			}
			exchange.sendResponseHeaders(sending.status(), (bytes.length > 0) ? bytes.length : -1);
			long pause = (bytes.length > 0) ? sending.millis() / bytes.length : 0;
			OutputStream out = exchange.getResponseBody();
			if (pause == 0) {
				out.write(bytes);
				return;
			}
			for (byte each : bytes) {
				out.write(each);
				out.flush();
				pause(pause);
			}
		}
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What the server needs to know of the rest. */
	public record Setup(Collection<Endpoint> endpoints, AccessTokens tokens, ApiCounters counters, Faults faults,
			BooleanSupplier strict, boolean refuseEscapes, Collection<PlatformPages> pages) {
	}

	/** How an answer goes over the line; a status of zero is a broken connection. */
	private record Sending(int status, String contentType, byte[] content, long millis, String inWords,
			@Nullable String fileName) {

		static Sending of(ApiOutcome outcome) {
			Optional<Fault> http = outcome.struckBy(FaultAction.HTTP);
			if (http.isPresent()) {
				int status = (http.get().status() != 0) ? http.get().status() : 502;
				return text(status, "text/html", BAD_GATEWAY, 0);
			}
			String answer = outcome.answer();
			if (outcome.struckBy(FaultAction.DROP_BEFORE).isPresent()
					|| outcome.struckBy(FaultAction.DROP_AFTER).isPresent()) {
				return text(0, JSON, answer, 0);
			}
			if (outcome.struckBy(FaultAction.EMPTY_BODY).isPresent()) {
				return text(200, JSON, "", 0);
			}
			if (outcome.struckBy(FaultAction.TRUNCATED_JSON).isPresent()) {
				return text(200, JSON, answer.substring(0, answer.length() / 2), 0);
			}
			long millis = outcome.struckBy(FaultAction.SLOW_BODY)
				.map((fault) -> (fault.millis() > 0) ? fault.millis() : SLOW_BODY_MILLIS)
				.orElse(0L);
			FileAnswer file = outcome.file();
			return (file != null)
					? new Sending(file.status(), file.contentType(), file.content(), millis, answer, file.fileName())
					: text(200, JSON, answer, millis);
		}

		private static Sending text(int status, String type, String body, long millis) {
			return new Sending(status, type, body.getBytes(StandardCharsets.UTF_8), millis, body, null);
		}

	}

}
