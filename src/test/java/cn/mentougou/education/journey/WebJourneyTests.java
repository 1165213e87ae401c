package cn.mentougou.education.journey;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.push.PushOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** People open our pages in WeChat, and others try to. */
@Journey
class WebJourneyTests {

	private static final String EXCHANGE = "/sns/oauth2/access_token";

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private SimPerson mother;

	private WeChatBrowser phone;

	@BeforeEach
	void arrive() {
		this.simulator.pushOptions(PushOptions.NONE);
		this.mother = this.simulator.person("王女士");
		this.phone = WeChatBrowser.of(this.mother, this.port);
	}

	@AfterEach
	void repair() {
		this.simulator.faults().clear();
		this.simulator.web().snapshots(false);
	}

	@Test
	void whoOpensAPageIsKnownWithoutAQuestion() {
		this.mother.follow(EngineProperties.SERVICE).await();
		HttpResponse<String> home = this.phone.follow("/h5/my-data?from=menu");
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(home.uri().toString()).endsWith("/h5/my-data?from=menu");
		assertThat(this.phone.open("/h5").body()).contains("已关注服务号的微信用户");
	}

	@Test
	void authorizationAsksForNothingButWhoItIs() {
		assertThat(WeChatBrowser.to(this.phone.open("/h5")))
			.contains("/connect/oauth2/authorize?", "scope=snsapi_base", "response_type=code")
			.endsWith("#wechat_redirect");
	}

	@Test
	void whoDoesNotFollowIsToldHowAndMadeToNothing() {
		assertThat(this.phone.follow("/h5").body()).contains("没有关注也可以看", "怎样关注", "随时可以取消");
	}

	@Test
	void callbackOpenedTwiceEndsInTheSameSession() {
		String callback = this.phone.callback("/h5/my-data");
		assertThat(WeChatBrowser.to(this.phone.open(callback))).endsWith("/h5/my-data");
		String cookie = this.phone.cookie("h5");
		assertThat(WeChatBrowser.to(this.phone.open(callback))).endsWith("/h5/my-data");
		assertThat(this.phone.cookie("h5")).isEqualTo(cookie);
		assertThat(sessions()).isOne();
	}

	@Test
	void browserThatLooksAheadUsesTheCodeOnce() {
		String callback = this.phone.callback("/h5");
		this.simulator.faults().add(Fault.latency(Duration.ofMillis(400)).onPath(EXCHANGE));
		int before = exchanges();
		List<CompletableFuture<HttpResponse<String>>> both = IntStream.range(0, 4)
			.mapToObj((each) -> CompletableFuture.supplyAsync(() -> twin().open(callback)))
			.toList();
		assertThat(both).allSatisfy((answer) -> assertThat(WeChatBrowser.to(answer.join())).endsWith("/h5"));
		assertThat(exchanges() - before).isOne();
		assertThat(sessions()).isOne();
	}

	@Test
	void stateOfAnotherBrowserIsRefused() {
		String callback = this.phone.callback("/h5");
		WeChatBrowser stranger = WeChatBrowser.of(this.simulator.person("李某"), this.port);
		stranger.open("/h5");
		HttpResponse<String> answer = stranger.open(callback);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("已经失效", "重新登录");
		assertThat(stranger.cookie("h5")).isNull();
		assertThat(WeChatBrowser.to(WeChatBrowser.at(this.port).open(callback))).isNull();
		assertThat(WeChatBrowser.to(this.phone.open(callback))).as("it is still the first one's").endsWith("/h5");
	}

	@Test
	void foreignCodeCannotBePutUnderAState() {
		WeChatBrowser attacker = WeChatBrowser.of(this.simulator.person("李某"), this.port);
		String foreign = attacker.callback("/h5").replaceAll(".*code=([^&]+).*", "$1");
		String callback = this.phone.callback("/h5");
		this.phone.open(callback);
		HttpResponse<String> answer = this.phone.open(callback.replaceAll("code=[^&]+", "code=" + foreign));
		assertThat(WeChatBrowser.to(answer)).as("the session goes on").endsWith("/h5");
		assertThat(sessions()).isOne();
		this.phone.cookie("h5", "nothing");
		assertThat(this.phone.open(callback.replaceAll("code=[^&]+", "code=" + foreign)).statusCode()).isEqualTo(403);
	}

	@Test
	void stateIsTooOldAfterTenMinutesAndTheCodeAfterFive() {
		String callback = this.phone.callback("/h5");
		this.simulator.clock().advance(Duration.ofMinutes(6));
		HttpResponse<String> answer = this.phone.open(callback);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("已经失效");
		assertThat(this.phone.open(callback).body()).contains("已经失效");
	}

	@Test
	void signingInGivesANewSessionAndDropsAPlantedOne() {
		this.phone.follow("/h5");
		String old = this.phone.cookie("h5");
		WeChatBrowser victim = WeChatBrowser.of(this.simulator.person("李某"), this.port);
		victim.cookie("h5", old);
		victim.submit("/h5/leave");
		victim.cookie("h5", old);
		victim.follow("/h5/my-data");
		WeChatBrowser fresh = WeChatBrowser.of(this.simulator.person("赵某"), this.port);
		fresh.cookie("h5", "cGxhbnRlZA==");
		fresh.follow("/h5");
		assertThat(fresh.cookie("h5")).isNotNull().isNotEqualTo("cGxhbnRlZA==");
	}

	@Test
	void snapshotIsExplainedAndNeverSignedIn() {
		this.simulator.web().snapshots(true);
		HttpResponse<String> answer = this.phone.follow("/h5");
		assertThat(answer.body()).contains("快照页", "使用完整服务");
		assertThat(this.phone.cookie("h5")).isNull();
		assertThat(sessions()).isZero();
	}

	@Test
	void whoSaysNoIsAGuest() {
		WeChatBrowser nobody = WeChatBrowser.at(this.port);
		String chooser = nobody.open(WeChatBrowser.to(nobody.open("/h5"))).body();
		assertThat(chooser).contains("现在是谁的手机", "王女士");
		String deny = chooser.replaceAll("(?s).*href=\"([^\"]+answer=deny)\".*", "$1").replace("&amp;", "&");
		HttpResponse<String> answer = nobody.follow(this.simulator.platformUrl() + deny);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("没有同意登录", "访客");
		assertThat(nobody.open("/h5/guest").statusCode()).isEqualTo(200);
	}

	@Test
	void unfollowingEndsTheSessionAtOnce() {
		this.mother.follow(EngineProperties.SERVICE).await();
		this.phone.follow("/h5");
		assertThat(this.phone.open("/h5").statusCode()).isEqualTo(200);
		this.mother.unfollow(EngineProperties.SERVICE).await();
		assertThat(this.phone.open("/h5").statusCode()).isEqualTo(303);
		assertThat(
				this.jdbc.sql("SELECT ending FROM web_session ORDER BY id DESC LIMIT 1").query(String.class).single())
			.isEqualTo("UNFOLLOWED");
	}

	@Test
	void sessionEndsAfterTwelveHoursAndByLeaving() {
		this.phone.follow("/h5");
		this.simulator.clock().advance(Duration.ofHours(11));
		assertThat(this.phone.open("/h5").statusCode()).isEqualTo(200);
		this.simulator.clock().advance(Duration.ofHours(1));
		assertThat(this.phone.open("/h5").statusCode()).isEqualTo(303);
		this.phone.follow("/h5");
		String kept = this.phone.cookie("h5");
		assertThat(WeChatBrowser.to(this.phone.submit("/h5/leave"))).contains("/h5/guest");
		this.phone.cookie("h5", kept);
		assertThat(this.phone.open("/h5").statusCode()).isEqualTo(303);
	}

	@Test
	void ordinaryBrowserIsShownHowToOpenThePageInWeChat() {
		WeChatBrowser desktop = WeChatBrowser.at(this.port).calledItself("Mozilla/5.0 (X11; Linux) Firefox/140.0");
		HttpResponse<String> answer = desktop.follow("/h5/my-data");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("请在微信里打开", "扫一扫", "http://localhost:" + this.port + "/h5/my-data", "<path");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.invalid", "https://evil.invalid/h5", "/h5/../console", "/h5//evil.invalid",
			"/h5/my-data?x=\"><script>canary()</script>", "/h5\\evil.invalid", "/h5/enter", "javascript:canary()",
			"/h5@evil.invalid", "/console" })
	void nobodyIsLedElsewhere(String wanted) {
		this.phone.follow("/h5");
		HttpResponse<String> answer = this.phone
			.open("/h5/text-size?large=true&to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
		assertThat(WeChatBrowser.to(answer)).isEqualTo("http://localhost:" + this.port + "/h5");
	}

	@Test
	void platformThatDoesNotAnswerIsExplained() {
		String callback = this.phone.callback("/h5");
		this.simulator.faults().add(Fault.errcode(-1).onPath(EXCHANGE).times(1));
		HttpResponse<String> answer = this.phone.open(callback);
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("微信暂时没有回应", "重新登录");
		this.simulator.faults().add(Fault.of(FaultAction.TRUNCATED_JSON).onPath(EXCHANGE).times(1));
		assertThat(this.phone.follow("/h5").statusCode()).isEqualTo(503);
		assertThat(this.phone.follow("/h5").statusCode()).isEqualTo(200);
	}

	@Test
	void formWithoutItsWordIsRefused() {
		this.phone.follow("/h5");
		this.phone.open("/h5/guest");
		assertThat(this.phone.submit("/h5/leave").statusCode()).isEqualTo(403);
		assertThat(this.phone.open("/h5").statusCode()).isEqualTo(200);
	}

	@Test
	void openidStandsNowhereInClear() {
		this.phone.follow("/h5");
		String openId = this.mother.openId(EngineProperties.SERVICE);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM web_session WHERE INSTR(open_id, :openId) > 0")
			.param("openId", openId)
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.phone.open("/h5").body()).doesNotContain(openId);
	}

	/** The same browser in another tab, with the cookies of this moment. */
	private WeChatBrowser twin() {
		WeChatBrowser twin = WeChatBrowser.of(this.mother, this.port);
		twin.cookie("h5-door", this.phone.cookie("h5-door"));
		return twin;
	}

	/** Of this person. */
	private int sessions() {
		return this.jdbc.sql("SELECT COUNT(*) FROM web_session WHERE id > :before")
			.param("before", this.before)
			.query(Integer.class)
			.single();
	}

	private long before;

	@BeforeEach
	void count() {
		this.before = this.jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM web_session").query(Long.class).single();
	}

	private int exchanges() {
		return (int) this.simulator.apiLog().stream().filter((call) -> call.path().equals(EXCHANGE)).count();
	}

}
