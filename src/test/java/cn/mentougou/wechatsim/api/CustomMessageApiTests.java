package cn.mentougou.wechatsim.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class CustomMessageApiTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final SimAccount subscription = SimAccount.subscription("wx00000000000000d1");

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
		.account(account)
		.account(subscription));

	private final Caller platform = new Caller(sim.platformUrl());

	private SimPerson mum;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(account.appId());
	}

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void followAllowsThreeMessagesInAMinute() {
		assertThat(new int[] { send(), send(), send(), send() }).containsExactly(0, 0, 0, 45047);
		sim.clock().advance(Duration.ofMinutes(1));
		assertThat(send()).isEqualTo(45015);
	}

	@Test
	void messageAllowsFiveMoreForTwoDays() {
		sim.clock().advance(Duration.ofMinutes(1));
		mum.text(account.appId(), "课表");
		sim.clock().advance(Duration.ofHours(47));
		assertThat(new int[] { send(), send(), send(), send(), send(), send() }).containsExactly(0, 0, 0, 0, 0, 45047);
	}

	@Test
	void tapOfAMenuMessageAllowsThreeAndNotFive() {
		sim.clock().advance(Duration.ofMinutes(1));
		mum.menuMessage(account.appId(), "101", "满意");
		assertThat(new int[] { send(), send(), send(), send() }).containsExactly(0, 0, 0, 45047);
	}

	@Test
	void linkInTheMenuAllowsNothing() {
		sim.clock().advance(Duration.ofMinutes(1));
		mum.view(account.appId(), "https://h5.example.cn/");
		assertThat(send()).isEqualTo(45015);
		mum.menu(account.appId(), "K");
		assertThat(send()).isZero();
	}

	@Test
	void unfollowEndsEverything() {
		mum.text(account.appId(), "课表");
		mum.unfollow(account.appId());
		assertThat(send()).isEqualTo(45015);
		mum.follow(account.appId());
		assertThat(new int[] { send(), send(), send(), send() }).containsExactly(0, 0, 0, 45047);
	}

	@Test
	void refusalsOfThePersonCount() {
		mum.blacklisted(account.appId(), true);
		assertThat(send()).isEqualTo(43019);
		mum.blacklisted(account.appId(), false);
		mum.refusesMessages(account.appId(), true);
		assertThat(send()).isEqualTo(48002);
	}

	@Test
	void refusedMessageCostsNothing() {
		assertThat(send("{\"content\":\"\"}")).isEqualTo(44004);
		assertThat(send("{\"content\":\"" + "字".repeat(683) + "\"}")).isEqualTo(45002);
		assertThat(send("{\"content\":5}")).isEqualTo(47001);
		assertThat(send("\"text\"")).isEqualTo(45162);
		assertThat(new int[] { send(), send(), send() }).containsExactly(0, 0, 0);
	}

	@Test
	void newsHasExactlyOneArticle() {
		String article = "{\"title\":\"招生\",\"description\":\"\",\"url\":\"https://h5.example.cn/\",\"picurl\":\"\"}";
		assertThat(message(account, "news", "{\"articles\":[" + article + "," + article + "]}")).isEqualTo(45008);
		assertThat(message(account, "news", "{\"articles\":[" + article + "]}")).isZero();
		assertThat(mum.phone(account.appId())).last().satisfies((bubble) -> assertThat(bubble.articles()).hasSize(1));
	}

	@Test
	void menuMessageIsForServiceAccounts() {
		String menu = "{\"head_content\":\"满意吗\",\"list\":[{\"id\":\"101\",\"content\":\"满意\"}],\"tail_content\":\"\"}";
		mum.follow(subscription.appId());
		assertThat(message(subscription, "msgmenu", menu)).isEqualTo(40200);
		assertThat(message(account, "msgmenu", menu)).isZero();
	}

	@Test
	void unknownKindsAreRefusedAndUnknownFieldsNoted() {
		assertThat(message(account, "hologram", "{}")).isEqualTo(40008);
		String body = "{\"touser\":\"%s\",\"msgtype\":\"text\",\"text\":{\"content\":\"好\"},\"colour\":\"red\"}";
		assertThat(platform.code(url(account, "send"), body.formatted(mum.openId(account.appId())))).isZero();
		assertThat(sim.apiLog()).last().extracting((call) -> call.warning()).isEqualTo("unknown field: colour");
	}

	@Test
	void openidOfAnotherAccountIsUnknown() {
		String body = "{\"touser\":\"%s\",\"msgtype\":\"text\",\"text\":{\"content\":\"好\"}}";
		assertThat(platform.code(url(subscription, "send"), body.formatted(mum.openId(account.appId()))))
			.isEqualTo(40003);
	}

	@Test
	void typingNeedsAConversation() {
		String body = "{\"touser\":\"%s\",\"command\":\"%s\"}";
		String openId = mum.openId(account.appId());
		String url = url(account, "typing");
		assertThat(platform.code(url, body.formatted(openId, "Typing"))).isEqualTo(45080);
		mum.text(account.appId(), "在吗");
		assertThat(platform.code(url, body.formatted(openId, "Singing"))).isEqualTo(45072);
		assertThat(platform.code(url, body.formatted(openId, "Typing"))).isZero();
		assertThat(platform.code(url, body.formatted(openId, "Typing"))).isEqualTo(45081);
		assertThat(platform.code(url, body.formatted(openId, "CancelTyping"))).isZero();
		assertThat(platform.code(url, body.formatted(openId, "Typing"))).isZero();
	}

	private int send() {
		return send("{\"content\":\"通知\"}");
	}

	private int send(String payload) {
		return message(account, "text", payload);
	}

	private int message(SimAccount sender, String type, String payload) {
		return platform.code(url(sender, "send"), "{\"touser\":\"%s\",\"msgtype\":\"%s\",\"%s\":%s}"
			.formatted(mum.openId(sender.appId()), type, type, payload));
	}

	private String url(SimAccount sender, String command) {
		return "/cgi-bin/message/custom/" + command + "?access_token=" + platform.token(sender);
	}

}
