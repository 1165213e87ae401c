package cn.mentougou.education.journey;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.web.SimWeb;

import static org.assertj.core.api.Assertions.assertThat;

/** Our pages are signed for the JS-SDK, and nobody else's. */
@Journey
class JsSdkJourneyTests {

	private static final String TICKET = "/cgi-bin/ticket/getticket";

	@Autowired
	private WeChatSimulator simulator;

	@LocalServerPort
	private int port;

	private WeChatBrowser phone;

	@BeforeEach
	void arrive() {
		this.phone = WeChatBrowser.of(this.simulator.person("王女士"), this.port);
		this.phone.follow("/h5");
	}

	@Test
	void pageOfOursIsSignedAsThePlatformWantsIt() {
		String page = "http://localhost:" + this.port + "/h5/my-data?x=%E7%8F%AD&y=1";
		JsonNode signature = new JsonMapper().readTree(sign(page + "#top").body());
		assertThat(signature.path("appId").asString()).isEqualTo(EngineProperties.SERVICE);
		assertThat(this.simulator.web()
			.complaint(new SimWeb.SignedPage(EngineProperties.SERVICE, page, signature.path("timestamp").asString(),
					signature.path("nonceStr").asString(), signature.path("signature").asString())))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.invalid/h5", "http://localhost:%d.evil.invalid/",
			"http://localhost:%d@evil.invalid/", "//localhost:%d/h5", "http://localhost:1/h5", "javascript:alert(1)",
			"http://localhost:%d", "" })
	void foreignPageIsNeverSigned(String page) {
		HttpResponse<String> answer = sign(page.replace("%d", String.valueOf(this.port)));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).doesNotContain("signature\"");
	}

	@Test
	void whoIsNotKnownHasNothingSigned() {
		WeChatBrowser stranger = WeChatBrowser.at(this.port);
		assertThat(stranger.open("/h5/js-sdk?url=x").statusCode()).isEqualTo(303);
	}

	@Test
	void oneTicketIsFetchedForAllAndAnotherWhenItEnds() {
		String page = "http://localhost:" + this.port + "/h5";
		this.simulator.clock().advance(Duration.ofHours(3));
		int before = tickets();
		List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
			.mapToObj((each) -> CompletableFuture.supplyAsync(() -> twin().open(address(page)).statusCode()))
			.toList();
		assertThat(all).allSatisfy((status) -> assertThat(status.join()).isEqualTo(200));
		assertThat(tickets() - before).isOne();
		this.simulator.clock().advance(Duration.ofSeconds(7000));
		assertThat(sign(page).statusCode()).isEqualTo(200);
		assertThat(tickets() - before).isEqualTo(2);
	}

	@Test
	void fileThatNobodyConfiguredIsNotThere() {
		assertThat(this.phone.open("/MP_verify_abcdefgh12345678.txt").statusCode()).isEqualTo(404);
	}

	private WeChatBrowser twin() {
		WeChatBrowser twin = WeChatBrowser.at(this.port);
		twin.cookie("h5", this.phone.cookie("h5"));
		return twin;
	}

	private HttpResponse<String> sign(String page) {
		return this.phone.open(address(page));
	}

	private static String address(String page) {
		return "/h5/js-sdk?url=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
	}

	private int tickets() {
		return (int) this.simulator.apiLog().stream().filter((call) -> call.path().equals(TICKET)).count();
	}

}
