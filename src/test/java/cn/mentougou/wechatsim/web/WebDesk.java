package cn.mentougou.wechatsim.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;

/** Opens the platform's own pages as people do, for the tests of the simulator. */
public final class WebDesk {

	private final HttpClient client = HttpClient.newHttpClient();

	private final WeChatSimulator sim;

	private final String appId;

	public WebDesk(WeChatSimulator sim, String appId) {
		this.sim = sim;
		this.appId = appId;
	}

	/** The code that the person's choice sends back. */
	public String code(SimPerson person, String scope, String answer) {
		String to = get("/connect/oauth2/answer?" + query("http://localhost:8080/h5/enter", scope) + "&person="
				+ person.id() + "&answer=" + answer, "")
			.headers()
			.firstValue("Location")
			.orElseThrow();
		return to.replaceAll(".*[?&]code=([^&]+).*", "$1");
	}

	/** The page that asks, as it is opened on this person's phone; empty is nobody's. */
	HttpResponse<String> ask(String redirectUri, String scope, String personId) {
		return get("/connect/oauth2/authorize?" + query(redirectUri, scope), personId);
	}

	HttpResponse<String> get(String path, String personId) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sim.platformUrl() + path));
		if (!personId.isEmpty()) {
			request.header("Cookie", "other=1; simperson=" + personId);
		}
		try {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private String query(String redirectUri, String scope) {
		return "appid=" + appId + "&redirect_uri=" + URLEncoder.encode(redirectUri, StandardCharsets.UTF_8)
				+ "&response_type=code&scope=" + scope + "&state=abc123";
	}

}
