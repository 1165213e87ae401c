package cn.mentougou.wechatsim.platform;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;

/**
 * Pages and files that the platform shows in a browser, beside the calls of the accounts'
 * servers.
 */
public interface PlatformPages {

	/** Answers if the address is one of its own. */
	boolean serve(HttpExchange exchange) throws IOException;

}
