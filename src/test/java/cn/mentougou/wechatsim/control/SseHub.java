package cn.mentougou.wechatsim.control;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;

import cn.mentougou.wechatsim.world.Broadcast;
import cn.mentougou.wechatsim.world.Json;

/** Sends what happens to every page that listens; nobody waits for a slow one. */
final class SseHub implements Broadcast.Listener {

	private final Parts parts;

	private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();

	SseHub(Parts parts) {
		this.parts = parts;
		parts.world().broadcast().listen(this);
	}

	@Override
	public void heard(String event, Object payload) {
		if (clients.isEmpty()) {
			return;
		}
		Object shown = event.equals("state") ? StateView.of(parts) : payload;
		String message = "event: " + event + "\ndata: " + Json.write(shown) + "\n\n";
		clients.forEach((client) -> client.offer(message));
	}

	/** Serves one page until it goes away. */
	void serve(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
		exchange.getResponseHeaders().set("Cache-Control", "no-store");
		exchange.sendResponseHeaders(200, 0);
		SseClient client = new SseClient(exchange.getResponseBody());
		client.offer("retry: 2000\nevent: state\ndata: " + Json.write(StateView.of(parts)) + "\n\n");
		clients.add(client);
		try (exchange) {
			client.run();
		}
		finally {
			clients.remove(client);
		}
	}

	int listeners() {
		return clients.size();
	}

}
