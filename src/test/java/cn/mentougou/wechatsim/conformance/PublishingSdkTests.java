package cn.mentougou.wechatsim.conformance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Drafts, publications, mass sends and figures with the unchanged SDK. */
class PublishingSdkTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T04:00:00Z"), ZoneOffset.UTC))
		.account(account));

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void everythingPublishedIsUnderstood() throws Exception {
		SimPerson mum = mum();
		assertGood(new SdkPublishing(sim.platformUrl(), SdkLoader.fields(account), mum.openId(account.appId())).call());
		assertThat(mum.phone(account.appId())).extracting(Bubble::via)
			.containsOnlyOnce(Bubble.Via.MASS, Bubble.Via.PREVIEW);
		assertThat(sim.apiLog()).allMatch((call) -> call.warning() == null);
	}

	@Test
	@Tag("conformance")
	void nextVersionOfTheSdkIsUnderstoodToo() throws Exception {
		assertGood(SdkLoader.run(SdkPublishing.class, sim.platformUrl(), SdkLoader.fields(account),
				mum().openId(account.appId())));
	}

	private SimPerson mum() {
		SimPerson mum = sim.person("王女士");
		mum.follow(account.appId());
		return mum;
	}

	private static void assertGood(Map<String, Object> answers) {
		assertThat(answers).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(Map.entry("count", 1L), Map.entry("updated", true), Map.entry("title", "新题"),
						Map.entry("listed", true), Map.entry("deleted", true), Map.entry("gone", 40007),
						Map.entry("status", 0), Map.entry("address", true), Map.entry("article", "静静发布"),
						Map.entry("records", 1), Map.entry("publication deleted", true), Map.entry("then", 5),
						Map.entry("preview", "0"), Map.entry("data id", true), Map.entry("repeat", 45066),
						Map.entry("state", "SEND_SUCCESS"), Map.entry("second", 45028), Map.entry("one person", 40130),
						Map.entry("speed", 60), Map.entry("after deletion", "DELETE"), Map.entry("figures", 1)));
	}

}
