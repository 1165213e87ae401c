package cn.mentougou.wechatsim;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.push.Verdict;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.Replies;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WeChatSimulatorTests {

	private static final String APP = "wx00000000000000f1";

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service(APP)
		.withMode(SimAccount.Mode.PLAIN)
		.withWebhookUrl(webhook.url());

	private WeChatSimulator sim;

	@BeforeEach
	void start() {
		sim = WeChatSimulator.start(SimulatorSettings.defaults()
			.port(0)
			.platformPort(0)
			.seed(42)
			.timeout(Duration.ofMillis(300))
			.account(account));
	}

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void messageIsPushedAndItsReplySeenOnThePhone() {
		SimPerson mum = sim.person("王女士");
		assertThat(mum.follow(APP).await().state()).isEqualTo(PushRecord.State.SILENT);
		webhook.answers(Replies.text(account, mum.openId(APP), "请问孩子在哪个班？"));
		Push push = mum.text(APP, "课表").await();
		assertThat(push.state()).isEqualTo(PushRecord.State.ANSWERED);
		assertThat(push.lastAttempt().verdict()).isEqualTo(Verdict.OK_REPLY);
		assertThat(mum.phone(APP)).extracting(Bubble::text).containsExactly("已关注服务号", "课表", "请问孩子在哪个班？");
		assertThat(webhook.received()).last().satisfies((request) -> {
			assertThat(request.userAgent()).isEqualTo("Mozilla/4.0");
			assertThat(request.contentType()).isEqualTo("text/xml");
			assertThat(request.parameter("openid")).isEqualTo(mum.openId(APP));
		});
	}

	@Test
	void serverThatFailsIsAskedThreeTimesAndThePersonSeesOneFaultLine() {
		webhook.answers((request) -> new WebhookStub.Answer(500, "oops", Duration.ZERO));
		SimPerson mum = sim.person("王女士");
		Push push = mum.follow(APP).await();
		assertThat(push.state()).isEqualTo(PushRecord.State.FAILED);
		assertThat(webhook.received()).hasSize(3)
			.extracting(WebhookStub.Received::body)
			.containsOnly(push.draft().clearXml());
		assertThat(mum.phone(APP)).filteredOn(Bubble::isFault).hasSize(1);
	}

	@Test
	void strangersCannotWrite() {
		SimPerson mum = sim.person("王女士");
		assertThatIllegalArgumentException().isThrownBy(() -> mum.text(APP, "在吗")).withMessage("请先关注服务号");
	}

	@Test
	void customerServiceMessageReachesThePhone() {
		SimPerson mum = sim.person("王女士");
		mum.follow(APP).await();
		Caller platform = new Caller(sim.platformUrl());
		String token = platform.token(account);
		JsonNode sent = platform.post("/cgi-bin/message/custom/send?access_token=" + token, """
				{"touser":"%s","msgtype":"text","text":{"content":"欢迎"}}""".formatted(mum.openId(APP)));
		assertThat(sent.path("errcode").asInt(-1)).isZero();
		assertThat(mum.phone(APP)).last().satisfies((bubble) -> {
			assertThat(bubble.text()).isEqualTo("欢迎");
			assertThat(bubble.via()).isEqualTo(Bubble.Via.CUSTOMER_SERVICE);
		});
		assertThat(Json.write(sim.apiLog())).doesNotContain(token, "secret-of");
	}

}
