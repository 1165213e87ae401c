package cn.mentougou.education.wechat.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.IntStream;

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
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.wechat.dispatch.LateReplies.LateReply;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.token.FakePlatform;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(classes = OutboundTests.SmallApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OutboundTests extends OutboundFixture {

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MeterRegistry meters;

	@Test
	void messageLeavesAfterTheCommitAndNotBefore() {
		double before = this.meters.counter("send.state", "state", "SENT").count();
		this.transaction.executeWithoutResult((status) -> {
			this.ledger.offer(text("好的"));
			this.ledger.sendLeftovers();
			assertThat(sent()).isEmpty();
		});
		settled("SENT");
		assertThat(sent()).hasSize(1);
		assertThat(sent().get(0).body()).contains("\"content\":\"好的\"");
		assertThat(sent().get(0).requestId()).isEqualTo("correlation-1");
		assertThat(this.meters.counter("send.state", "state", "SENT").count()).isEqualTo(before + 1);
	}

	@Test
	void messageOfTransactionThatFailedNeverLeaves() {
		this.transaction.executeWithoutResult((status) -> {
			this.ledger.offer(text("好的"));
			status.setRollbackOnly();
		});
		this.ledger.sendLeftovers();
		assertThat(states()).isEmpty();
		assertThat(sent()).isEmpty();
	}

	@Test
	void sameMessageOfferedTwiceIsTakenOnce() {
		LateReply late = text("好的");
		this.transaction.executeWithoutResult((status) -> {
			this.ledger.offer(late);
			this.ledger.offer(late);
		});
		this.ledger.offer(late);
		settled("SENT");
		assertThat(sent()).hasSize(1);
	}

	@Test
	void personAndTextStandSealed() {
		this.ledger.offer(text("一句秘密的话"));
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
		platform.answer(SEND, "{\"errcode\":45015,\"errmsg\":\"response out of time limit rid: 1-2\"}");
		this.ledger.offer(text("好的"));
		settled("REFUSED 45015");
	}

	@Test
	void unknownOutcomeIsNeverSentAgain() {
		platform.answer(SEND, (call) -> new FakePlatform.Answer(FakePlatform.Answer.CUT, ""));
		this.ledger.offer(text("好的"));
		settled("UNKNOWN ANSWER");
		this.clock.advance(Duration.ofMinutes(10));
		this.ledger.sendLeftovers();
		this.ledger.offer(text("下一句"));
		settled("UNKNOWN ANSWER", "UNKNOWN ANSWER");
		assertThat(sent()).hasSize(2);
	}

	@Test
	void whatSurelyDidNotLeaveIsTriedAgainUntilTheWindowCloses() {
		platform.answer(SEND, "{\"errcode\":45011,\"errmsg\":\"api minute-quota reach limit rid: 1-2\"}");
		this.ledger.offer(text("好的"));
		settled("NEW 45011");
		this.ledger.sendLeftovers();
		assertThat(sent()).hasSize(1);
		this.clock.advance(Duration.ofSeconds(5));
		this.ledger.sendLeftovers();
		Awaitility.await().until(() -> sent().size() == 2);
		settled("NEW 45011");
		this.clock.advance(Duration.ofHours(48));
		this.ledger.sendLeftovers();
		settled("EXPIRED WINDOW");
		assertThat(sent()).hasSize(2);
	}

	@Test
	void closedWindowIsNotTried() {
		this.ledger.offer(late("event:CLICK", this.clock.instant().minusSeconds(60), new Reply.Text("好的")));
		settled("EXPIRED WINDOW");
		this.ledger.offer(late("event:VIEW", this.clock.instant(), new Reply.Text("好的")));
		settled("EXPIRED WINDOW", "EXPIRED NO_WINDOW");
		this.ledger.offer(late("text", this.clock.instant(), new Reply.Image("media")));
		settled("EXPIRED WINDOW", "EXPIRED NO_WINDOW", "REFUSED KIND");
		assertThat(sent()).isEmpty();
	}

	@Test
	void sixthMessageOfWindowIsNotTried() {
		IntStream.rangeClosed(1, 6).forEach((i) -> this.ledger.offer(text("第" + i + "句")));
		settled("SENT", "SENT", "SENT", "SENT", "SENT", "REFUSED QUOTA");
		assertThat(sent()).extracting((call) -> call.body().replaceAll(".*第(.)句.*", "$1"))
			.containsExactly("1", "2", "3", "4", "5");
		Instant tappedAt = this.clock.instant();
		IntStream.rangeClosed(1, 4)
			.forEach((i) -> this.ledger.offer(late("event:CLICK", tappedAt, new Reply.Text("好的"))));
		settled("SENT", "SENT", "SENT", "SENT", "SENT", "REFUSED QUOTA", "SENT", "SENT", "SENT", "REFUSED QUOTA");
		assertThat(sent()).hasSize(8);
	}

	@Test
	void newMessageOfThePersonOpensNewWindow() {
		IntStream.rangeClosed(1, 5).forEach((i) -> this.ledger.offer(text("好的")));
		settled("SENT", "SENT", "SENT", "SENT", "SENT");
		this.clock.advance(Duration.ofSeconds(1));
		this.ledger.offer(text("好的"));
		settled("SENT", "SENT", "SENT", "SENT", "SENT", "SENT");
	}

	private static String hex(String text) {
		return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
	}

	/** As little of the application as sending needs. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@AutoConfigurationPackage(
			basePackages = { "cn.mentougou.education.wechat.token", "cn.mentougou.education.wechat.outbound" })
	@ComponentScan(
			basePackages = { "cn.mentougou.education.office.privacy", "cn.mentougou.education.wechat.account",
					"cn.mentougou.education.wechat.token", "cn.mentougou.education.wechat.outbound" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
	static class SmallApplication {

		@Bean
		MovableClock clock() {
			return new MovableClock(Instant.parse("2026-11-24T02:00:00Z"));
		}

	}

}
