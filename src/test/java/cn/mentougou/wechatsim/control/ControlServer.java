package cn.mentougou.wechatsim.control;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.core.JacksonException;

import cn.mentougou.wechatsim.http.LoopbackServer;
import cn.mentougou.wechatsim.platform.FileAnswer;
import cn.mentougou.wechatsim.web.SimWeb;
import cn.mentougou.wechatsim.world.Json;

/** The server of the control interface and the phone page. */
public final class ControlServer implements AutoCloseable {

	private static final System.Logger LOG = System.getLogger(ControlServer.class.getName());

	private static final String JSON = "application/json; charset=utf-8";

	private static final MatchResult NOTHING = Pattern.compile("").matcher("").toMatchResult();

	private final ControlRoutes routes;

	private final SimWeb web;

	private final SseHub events;

	private final LoopbackServer server;

	private ControlServer(Parts parts, int port) throws IOException {
		this.routes = new ControlRoutes(parts);
		this.web = parts.web();
		this.events = new SseHub(parts);
		this.server = LoopbackServer.start("wechatsim-control", port, this::handle);
	}

	/** Starts on the loopback address; port 0 is any free one. */
	public static ControlServer start(Parts parts, int port) throws IOException {
		return new ControlServer(parts, port);
	}

	public int port() {
		return server.port();
	}

	/** How many pages listen to the events. */
	public int listeners() {
		return events.listeners();
	}

	@Override
	public void close() {
		server.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (isForeign(exchange)) {
			send(exchange, 403, error("只有模拟器自己的页面可以使用这个接口"));
		}
		else if (path.equals("/sim/events") && exchange.getRequestMethod().equals("GET")) {
			events.serve(exchange);
		}
		else if (path.equals("/sim/open") && exchange.getRequestMethod().equals("GET")) {
			open(exchange);
		}
		else if (path.startsWith("/sim/")) {
			control(exchange, path);
		}
		else {
			page(exchange, path);
		}
	}

	/**
	 * Any web page in the same browser could call this interface, so its origin counts.
	 */
	private static boolean isForeign(HttpExchange exchange) {
		String origin = exchange.getRequestHeaders().getFirst("Origin");
		String host = exchange.getRequestHeaders().getFirst("Host");
		return origin != null && !Objects.equals(URI.create(origin).getAuthority(), host);
	}

	/** Opens a page in the person's WeChat. */
	private void open(HttpExchange exchange) throws IOException {
		ControlRequest request = new ControlRequest(NOTHING, query(exchange), "");
		try {
			web.open(exchange, request.parameter("person"), request.parameter("url"));
		}
		catch (IllegalArgumentException ex) {
			send(exchange, 404, error(ex.getMessage()));
		}
	}

	private void control(HttpExchange exchange, String path) throws IOException {
		String query = query(exchange);
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		try {
			Object answer = routes.answer(exchange.getRequestMethod(), path,
					(matcher) -> new ControlRequest(matcher.toMatchResult(), query, body));
			if (answer instanceof FileAnswer file) {
				send(exchange, file.status(), file.contentType(), file.content());
				return;
			}
			send(exchange, (answer instanceof ControlRoutes.Accepted) ? 202 : 200, answer);
		}
		catch (NoSuchElementException ex) {
			send(exchange, 404, error(ex.getMessage()));
		}
		catch (JacksonException ex) {
			send(exchange, 400, error("请求内容不是这里需要的 JSON：" + ex.getOriginalMessage()));
		}
		catch (DateTimeParseException ex) {
			send(exchange, 400, error("时间长度要写成 PT48H 这样的形式"));
		}
		catch (IllegalArgumentException ex) {
			send(exchange, 400, error(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			LOG.log(System.Logger.Level.ERROR, "the control interface failed on " + path, ex);
			send(exchange, 500, error("模拟器自己出错了：" + ex));
		}
	}

	private static void page(HttpExchange exchange, String path) throws IOException {
		Optional<StaticFiles.File> file = exchange.getRequestMethod().equals("GET") ? StaticFiles.find(path)
				: Optional.empty();
		if (file.isPresent()) {
			send(exchange, 200, file.get().type(), file.get().content());
		}
		else {
			send(exchange, 404, "text/plain; charset=utf-8", "没有这个页面".getBytes(StandardCharsets.UTF_8));
		}
	}

	private static String query(HttpExchange exchange) {
		return Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
	}

	private static Object error(String sentence) {
		return Map.of("error", String.valueOf(sentence));
	}

	private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
		send(exchange, status, JSON, Json.write(answer).getBytes(StandardCharsets.UTF_8));
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(status, (content.length > 0) ? content.length : -1);
			exchange.getResponseBody().write(content);
		}
	}

}
