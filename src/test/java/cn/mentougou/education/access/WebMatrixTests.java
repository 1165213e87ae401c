package cn.mentougou.education.access;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.access.Matrix.Openness;
import cn.mentougou.education.access.Matrix.Route;
import cn.mentougou.education.journey.Journey;
import cn.mentougou.education.journey.WeChatBrowser;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The part of the matrix that a follower, a visitor and a stranger meet in WeChat. */
@Journey
class WebMatrixTests {

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private SimPerson person;

	@BeforeEach
	void arrive() {
		this.simulator.pushOptions(PushOptions.NONE);
		this.person = this.simulator.person("王女士");
	}

	@Test
	void followerOpensThePagesInWeChatAndNotTheConsole() throws IOException {
		this.person.follow(EngineProperties.SERVICE).await();
		opensItsPagesAlone(WeChatBrowser.of(this.person, this.port));
	}

	@Test
	void whoDoesNotFollowOpensThemToo() throws IOException {
		opensItsPagesAlone(WeChatBrowser.of(this.person, this.port));
	}

	@Test
	void strangerIsLedToThePlatformAndChangesNothing() throws IOException {
		List<String> deviations = new ArrayList<>();
		for (Route route : Matrix.h5(Openness.VISITOR)) {
			WeChatBrowser stranger = WeChatBrowser.at(this.port);
			long before = sessions();
			HttpResponse<String> answer = sent(stranger, route);
			boolean isLed = String.valueOf(WeChatBrowser.to(answer)).contains("/connect/oauth2/authorize");
			boolean isRefused = !route.isVisit() && answer.statusCode() == 403;
			if (!isLed && !isRefused || sessions() != before || stranger.cookie("h5") != null && isLed) {
				deviations.add(route + ": " + answer.statusCode());
			}
		}
		assertThat(deviations).isEmpty();
	}

	@Test
	void whatIsOpenToGuestsOpens() throws IOException {
		for (Route route : Matrix.h5(Openness.GUEST)) {
			HttpResponse<String> answer = sent(WeChatBrowser.at(this.port), route);
			assertThat(answer.statusCode()).as(route.toString()).isIn(200, 302, 303, 400, 403);
			checkHeaders(route, answer);
		}
	}

	private void opensItsPagesAlone(WeChatBrowser browser) throws IOException {
		for (Route route : Matrix.h5(Openness.VISITOR)) {
			browser.follow("/h5");
			HttpResponse<String> answer = sent(browser, route);
			assertThat(answer.statusCode()).as(route.toString()).isIn(200, 302, 303, 400, 404, 409);
			assertThat(String.valueOf(WeChatBrowser.to(answer))).as(route.toString()).doesNotContain("authorize");
			checkHeaders(route, answer);
		}
		browser.follow("/h5");
		for (Route route : Matrix.console()) {
			HttpResponse<String> answer = sent(browser, route);
			assertThat(answer.statusCode()).as(route.toString()).isIn(303, 401, 403);
		}
		assertThat(browser.open("/h5").statusCode()).isEqualTo(200);
	}

	private static HttpResponse<String> sent(WeChatBrowser browser, Route route) {
		String address = route.with(AuthorisationMatrixTests.MISSING).replaceAll("\\{[a-z]+}", "nothing");
		return route.isVisit() ? browser.open(address) : browser.submit(address);
	}

	private static void checkHeaders(Route route, HttpResponse<String> answer) {
		assertThat(answer.headers().firstValue("Content-Security-Policy")).as(route.toString())
			.hasValueSatisfying((policy) -> assertThat(policy).contains("default-src 'self'", "frame-ancestors"));
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(route.toString()).hasValue("nosniff");
		assertThat(answer.headers().firstValue("Cache-Control")).as(route.toString()).hasValue("no-store");
		assertThat(answer.headers().allValues("Set-Cookie")).as(route.toString())
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/h5"));
	}

	private long sessions() {
		return this.jdbc.sql("SELECT COUNT(*) FROM web_session").query(Long.class).single();
	}

}
