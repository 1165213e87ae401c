package cn.mentougou.education.office.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.EngineTest;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class AccessTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@Value("${local.server.port}")
	private int port;

	@Value("${local.management.port}")
	private int managementPort;

	@Test
	void nobodyEntersTheConsoleAndIsLedToTheDoor() throws Exception {
		HttpResponse<String> answer = get("/console/units?after=3");
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location"))
			.hasValue("/console/sign-in?to=%2Fconsole%2Funits%3Fafter%3D3");
	}

	@Test
	void whatNobodyDeclaredPublicDoesNotExist() throws Exception {
		for (String path : List.of("/nothing", "/actuator/health", "/console2", "/h5class", "/error")) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		}
	}

	@Test
	void webhookAndWebsiteSetNoCookieAndPassNoSecurity() throws Exception {
		HttpResponse<String> push = get("/wechat/" + EngineProperties.SERVICE);
		assertThat(push.statusCode()).isEqualTo(400);
		assertThat(push.headers().map()).doesNotContainKeys("Set-Cookie", "X-Frame-Options", "Cache-Control");
		assertThat(get("/nothing").headers().map()).doesNotContainKey("Set-Cookie");
	}

	@Test
	void managementPortStaysAsItIs() throws Exception {
		HttpResponse<String> health = send(
				HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health")));
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.headers().map()).doesNotContainKey("Set-Cookie");
	}

	@Test
	void formWithoutASessionIsToldThatNothingWasSaved() throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/console/units"))
			.header("Referer", uri("/console/units/new") + "?x=1")
			.POST(HttpRequest.BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location"))
			.hasValue("/console/sign-in?to=%2Fconsole%2Funits%2Fnew%3Fx%3D1&over=unsaved");
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
