package cn.mentougou.education.wechat.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.EngineTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.wechat.dispatch.LateReplies.LateReply;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.token.FakePlatform;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(classes = OutboundTests.SmallApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OutboundTests extends OutboundFixture {

	@Autowired
	private MeterRegistry meters;

	@Test
	void messageLeavesAfterTheCommitAndNotBefore() {
		wrote();
		double before = this.meters.counter("send.state", "state", "SENT").count();
		this.transaction.executeWithoutResult((status) -> {
			this.lateReplies.offer(late(this.clock.instant(), new Reply.Text("好的")));
			this.leftovers.send();
			assertThat(sent()).isEmpty();
		});
		settled("SENT");
		assertThat(sent()).hasSize(1);
		assertThat(sent().get(0).body()).contains("\"content\":\"好的\"");
		assertThat(sent().get(0).requestId()).isEqualTo("correlation-1");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.meters.counter("send.state", "state", "SENT").count()).isEqualTo(before + 1));
	}

	@Test
	void messageOfTransactionThatFailedNeverLeaves() {
		wrote();
		this.transaction.executeWithoutResult((status) -> {
			this.outbound.send(order("k", text("好的")));
			status.setRollbackOnly();
		});
		this.leftovers.send();
		assertThat(states()).isEmpty();
		assertThat(sent()).isEmpty();
	}

	@Test
	void sameKeyIsOneOrder() {
		wrote();
		OutboundId id = send("notice to " + this.person, text("好的"));
		assertThat(send("notice to " + this.person, text("另一句"))).isEqualTo(id);
		this.transaction.executeWithoutResult((status) -> this.outbound
			.sendAll(List.of(order("notice to " + this.person, text("好的")), order(this.person, text("还有")))));
		settled("SENT", "SENT");
		assertThat(sent()).hasSize(2);
		LateReply late = late(this.clock.instant(), new Reply.Text("晚了"));
		this.transaction.executeWithoutResult((status) -> this.lateReplies.offer(late));
		this.transaction.executeWithoutResult((status) -> this.lateReplies.offer(late));
		settled("SENT", "SENT", "SENT");
	}

	@Test
	void personAndContentStandSealed() {
		wrote();
		send(text("一句秘密的话"));
		settled("SENT");
		String row = this.jdbc.sql("""
				SELECT CONCAT(HEX(open_id), HEX(content))
				FROM outbound_message
				WHERE person = ?
				""").param(personIndex()).query(String.class).single();
		assertThat(row).doesNotContain(hex("一句秘密的话"), hex(this.person));
	}

	@Test
	void whatThePlatformRefusedKeepsItsCode() {
		wrote();
		platform.answer(SEND, "{\"errcode\":45015,\"errmsg\":\"response out of time limit rid: 1-2\"}");
		OutboundId id = send(text("好的"));
		settled("REFUSED 45015");
		assertThat(this.outbound.find(id).orElseThrow().explanation()).contains("已取消关注");
	}

	@Test
	void unknownOutcomeIsNeverSentAgain() {
		wrote();
		platform.answer(SEND, (call) -> new FakePlatform.Answer(FakePlatform.Answer.CUT, ""));
		OutboundId id = send(text("好的"));
		settled("UNKNOWN ANSWER");
		later(Duration.ofMinutes(10));
		send(text("下一句"));
		settled("UNKNOWN ANSWER", "UNKNOWN ANSWER");
		assertThat(sent()).hasSize(2);
		assertThat(this.outbound.find(id).orElseThrow().isUndecided()).isTrue();
		assertThat(this.outbound.countUndecided()).isGreaterThanOrEqualTo(2);
	}

	@Test
	void whatSurelyDidNotLeaveIsTriedAgainUntilTheWindowCloses() {
		wrote();
		platform.answer(SEND, "{\"errcode\":45011,\"errmsg\":\"api minute-quota reach limit rid: 1-2\"}");
		send(text("好的"));
		settled("NEW 45011");
		this.leftovers.send();
		assertThat(sent()).hasSize(1);
		later(Duration.ofSeconds(5));
		Awaitility.await().until(() -> sent().size() == 2);
		settled("NEW 45011");
		later(Duration.ofHours(48));
		settled("EXPIRED WINDOW");
		assertThat(sent()).hasSize(2);
	}

	@Test
	void closedWindowIsNotTried() {
		send(text("好的"));
		settled("NEW WINDOW");
		later(Duration.ofSeconds(4));
		settled("EXPIRED WINDOW");
		tapped();
		this.clock.advance(Duration.ofMinutes(1));
		send(text("好的"));
		later(Duration.ofSeconds(4));
		settled("EXPIRED WINDOW", "EXPIRED WINDOW");
		assertThat(sent()).isEmpty();
	}

	@Test
	void unfollowingClosesEveryWindow() {
		wrote();
		saw(new InboundMessage.Event(header("event:unsubscribe"), new InboundEvent.Unfollowed()));
		send(text("好的"));
		later(Duration.ofSeconds(4));
		settled("EXPIRED WINDOW");
		assertThat(sent()).isEmpty();
	}

	@Test
	void sixthMessageOfWindowIsNotTriedUntilThePersonWritesAgain() {
		wrote();
		for (int i = 1; i <= 5; i++) {
			send(text("第" + i + "句"));
			int count = i;
			Awaitility.await().until(() -> states().stream().filter("SENT"::equals).count() == count);
		}
		send(text("第6句"));
		later(Duration.ofSeconds(4));
		settled("SENT", "SENT", "SENT", "SENT", "SENT", "REFUSED QUOTA");
		assertThat(sent()).extracting((call) -> call.body().replaceAll(".*第(.)句.*", "$1"))
			.containsExactly("1", "2", "3", "4", "5");
		wrote();
		send(text("又可以"));
		settled("SENT", "SENT", "SENT", "SENT", "SENT", "REFUSED QUOTA", "SENT");
	}

	@Test
	void textsThatWaitTogetherGoAsOneInTheirOrder() {
		wrote();
		this.transaction.executeWithoutResult((status) -> {
			this.outbound.send(order("1" + this.person, text("一")));
			this.outbound.send(order("2" + this.person, text("二")));
			this.outbound.send(order("3" + this.person, text("长".repeat(680))));
			this.outbound.send(order("4" + this.person, new OutboundMessage.Image("M")));
			this.outbound.send(order("5" + this.person, text("五")));
		});
		settled("SENT", "SENT", "SENT", "SENT", "SENT");
		assertThat(sent()).hasSize(4);
		assertThat(sent().get(0).body()).contains("一\\n\\n二");
		assertThat(sent().get(2).body()).contains("\"image\"");
		List<Delivery> all = this.outbound.listOf(EngineProperties.SERVICE, this.person, null, 10);
		assertThat(all).hasSize(5);
		assertThat(all.get(3).bundledInto()).isEqualTo(all.get(4).id());
		assertThat(all.get(2).bundledInto()).isNull();
		assertThat(all.get(3).explanation()).contains("合并");
	}

	@Test
	void orderThatIsLateIsNotSent() {
		wrote();
		this.transaction.executeWithoutResult((status) -> this.outbound.send(new OutboundOrder(this.person,
				EngineProperties.SERVICE, this.person, text("好的"), "test", this.clock.instant())));
		settled("EXPIRED LATE");
		assertThat(sent()).isEmpty();
	}

	private static String hex(String text) {
		return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
	}

	/** As little of the application as sending needs. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@AutoConfigurationPackage(basePackages = { "cn.mentougou.education.wechat.breaker",
			"cn.mentougou.education.wechat.token", "cn.mentougou.education.wechat.outbound",
			"cn.mentougou.education.wechat.sender", "cn.mentougou.education.wechat.quota",
			"cn.mentougou.education.wechat.replywindow", "cn.mentougou.education.wechat.inbox" })
	@ComponentScan(
			basePackages = { "cn.mentougou.education.office.privacy", "cn.mentougou.education.wechat.account",
					"cn.mentougou.education.wechat.breaker", "cn.mentougou.education.wechat.latereply",
					"cn.mentougou.education.wechat.token", "cn.mentougou.education.wechat.outbound",
					"cn.mentougou.education.wechat.sender", "cn.mentougou.education.wechat.quota",
					"cn.mentougou.education.wechat.replywindow", "cn.mentougou.education.wechat.inbox" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
	static class SmallApplication {

		@Bean
		MovableClock clock() {
			return new MovableClock(Instant.parse("2026-11-24T02:00:00Z"));
		}

	}

}
