package cn.mentougou.wechatsim.platform;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;

import cn.mentougou.wechatsim.world.Person;
import cn.mentougou.wechatsim.world.World;

/**
 * Pages and files that the platform shows in a browser, beside the calls of the accounts'
 * servers.
 */
public interface PlatformPages {

	/** The cookie that says whose phone the browser is. */
	String PERSON = "simperson";

	/** Answers if the address is one of its own. */
	boolean serve(HttpExchange exchange) throws IOException;

	/** Whose phone the browser is; empty if nobody said. */
	static Optional<Person> person(HttpExchange exchange, World world) {
		String cookies = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
		for (String cookie : cookies.split(";\\s*")) {
			if (cookie.startsWith(PERSON + "=")) {
				return world.person(cookie.substring(PERSON.length() + 1));
			}
		}
		return Optional.empty();
	}

}
