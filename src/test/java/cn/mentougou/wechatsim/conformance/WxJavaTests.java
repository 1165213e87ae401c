package cn.mentougou.wechatsim.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import me.chanjar.weixin.mp.api.WxMpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.platform.ApiLogEntry;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

/** The SDK in the version of the application, told nothing but another host. */
class WxJavaTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private SimPerson mum;

	private SdkConversation conversation;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(account.appId());
		conversation = new SdkConversation(sim.platformUrl(), SdkLoader.fields(account), mum.openId(account.appId()));
	}

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void everyCallOfTheConversationIsUnderstood() throws Exception {
		mum.text(account.appId(), "在吗");
		SdkLoader.assertGood(conversation.call(), mum.openId(account.appId()));
		assertThat(mum.phone(account.appId())).last().extracting((bubble) -> bubble.text()).isEqualTo("通知 😀");
	}

	@Test
	void refusalsArriveWithTheirCodes() {
		assertThat(conversation.refusals()).containsExactly(0, 0, 0, 45047, 40003);
	}

	@Test
	void deadTokenIsReplacedOnce() throws Exception {
		WxMpService service = SdkConversation.service(sim.platformUrl(), SdkLoader.fields(account), true);
		service.getCallbackIP();
		sim.faults().add(Fault.of(FaultAction.TOKEN_EXPIRE));
		assertThat(service.getCallbackIP()).contains("127.0.0.1");
		assertThat(sim.apiLog()).extracting(ApiLogEntry::path)
			.containsExactly("/cgi-bin/stable_token", "/cgi-bin/getcallbackip", "/cgi-bin/getcallbackip",
					"/cgi-bin/stable_token", "/cgi-bin/getcallbackip");
	}

	@Test
	void listOfFollowersEnds() throws Exception {
		for (int i = 0; i < 20; i++) {
			sim.person("家长" + i).follow(account.appId());
		}
		WxMpService service = SdkConversation.service(sim.platformUrl(), SdkLoader.fields(account), true);
		assertThat(service.getUserService().userList().getOpenids()).hasSize(21);
	}

	@Test
	@Tag("conformance")
	void busyPlatformIsAskedSixTimesInThirtyOneSeconds() {
		sim.faults().add(Fault.errcode(-1).onPath("/cgi-bin/getcallbackip"));
		WxMpService service = SdkConversation.service(sim.platformUrl(), SdkLoader.fields(account), true);
		long start = System.nanoTime();
		assertThatRuntimeException().isThrownBy(service::getCallbackIP);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(31),
				Duration.ofSeconds(45));
		assertThat(sim.apiLog()).filteredOn((call) -> call.path().equals("/cgi-bin/getcallbackip")).hasSize(6);
	}

	@Test
	@Tag("conformance")
	void nextVersionOfTheSdkIsUnderstoodToo() throws Exception {
		mum.text(account.appId(), "在吗");
		Map<String, Object> answers = SdkLoader.converse(sim.platformUrl(), account, mum.openId(account.appId()));
		SdkLoader.assertGood(answers, mum.openId(account.appId()));
		assertThat(answers.get("openids")).isEqualTo(List.of(mum.openId(account.appId())));
	}

}
