package cn.mentougou.wechatsim.conformance;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** The real five seconds, in real time. */
@Tag("engine")
class FiveSecondsTests {

	private static final String APP = "wx00000000000000f1";

	private final WebhookStub webhook = new WebhookStub();

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.account(SimAccount.service(APP).withWebhookUrl(webhook.url())));

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void answerAfterFourPointEightSecondsIsTaken() {
		webhook.answers((request) -> WebhookStub.Answer.of("success").after(Duration.ofMillis(4_800)));
		Push push = sim.person("王女士").follow(APP).await();
		assertThat(push.state()).isEqualTo(PushRecord.State.SILENT);
		assertThat(webhook.received()).hasSize(1);
	}

	@Test
	void answerAfterFivePointTwoSecondsIsNot() {
		webhook.answers((request) -> WebhookStub.Answer.of("success").after(Duration.ofMillis(5_200)));
		SimPerson mum = sim.person("王女士");
		long start = System.nanoTime();
		Push push = mum.follow(APP).await();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(15),
				Duration.ofSeconds(20));
		assertThat(push.state()).isEqualTo(PushRecord.State.FAILED);
		assertThat(webhook.received()).hasSize(3);
		assertThat(mum.phone(APP)).filteredOn(Bubble::isFault).hasSize(1);
	}

}
