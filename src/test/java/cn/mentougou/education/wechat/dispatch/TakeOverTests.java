package cn.mentougou.education.wechat.dispatch;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances on one database, of which one is slow or dead. */
@Tag("engine")
class TakeOverTests {

	private static final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T04:00:00Z"));

	private static Map<String, Object> properties;

	private static Instance here;

	private static Instance there;

	private final String id = Long.toString(UUID.randomUUID().getLeastSignificantBits() >>> 1);

	@BeforeAll
	static void start() {
		properties = EngineProperties.fresh();
		properties.put("education.wechat.api-base-url", "http://127.0.0.1:1");
		there = new Instance("there", properties, clock);
		there.jdbc().sql(Instance.TABLE).update();
	}

	@AfterAll
	static void stop() {
		there.close();
	}

	/** A new one each time: tests let it die. */
	@BeforeEach
	void startHere() {
		here = new Instance("here", properties, clock);
	}

	@AfterEach
	void stopHere() {
		here.close();
		there.worker.gate.countDown();
	}

	@Test
	void aRepeatAtAnotherInstanceWaitsForTheFirstAndGetsTheVerySameReply() throws Exception {
		here.worker.close();
		CompletableFuture<Deliveries.Answer> first = here.deliver(this.id);
		here.worker.awaitBegin();
		CompletableFuture<Deliveries.Answer> again = there.deliver(this.id);
		here.worker.gate.countDown();
		assertThat(again.get().reply()).isEqualTo(first.get().reply()).isNotNull();
		clock.advance(Duration.ofSeconds(7));
		assertThat(there.deliver(this.id).get().reply()).isEqualTo(first.get().reply());
		assertThat(workers()).containsExactly("here");
	}

	@Test
	void aHandlerThatIsStillAtWorkIsNotTakenOver() throws Exception {
		here.worker.close();
		CompletableFuture<Deliveries.Answer> first = here.deliver(this.id);
		here.worker.awaitBegin();
		for (int second = 0; second < 6; second += 2) {
			clock.advance(Duration.ofSeconds(2));
			Awaitility.await().until(this::isRenewed);
		}
		assertThat(there.inbox.takeOver(there.push(this.id).key())).isEmpty();
		here.worker.gate.countDown();
		first.get();
		assertThat(workers()).containsExactly("here");
	}

	@Test
	void aRepeatTakesOverWhenTheInstanceDiedAndWhatThatOneDidIsRolledBack() throws Exception {
		here.worker.close();
		CompletableFuture<Deliveries.Answer> first = here.deliver(this.id);
		here.worker.awaitBegin();
		die();
		Deliveries.Answer again = there.deliver(this.id).get();
		assertThat(text(again)).contains("由there办好");
		here.worker.gate.countDown();
		assertThat(first.get().reply()).isEqualTo(again.reply());
		assertThat(workers()).containsExactly("there");
	}

	@Test
	void aParkedMessageOfADeadInstanceIsDoneByTheJobAndAnsweredLate() throws Exception {
		here.worker.close();
		CompletableFuture<Deliveries.Answer> first = here.deliver(this.id);
		here.worker.awaitBegin();
		assertThat(first.get().reply()).isNull();
		die();
		there.recovery.run();
		Awaitility.await().until(() -> lateReplies() == 1);
		here.worker.gate.countDown();
		assertThat(there.deliver(this.id).get().reply()).isNull();
		assertThat(workers()).containsExactly("there");
		there.recovery.run();
		assertThat(lateReplies()).isOne();
	}

	@Test
	void aMessageThatThePlatformDoesNotRepeatIsDoneByTheJob() {
		there.inbox.keepClaimed(there.push(this.id).entry()).join();
		clock.advance(Duration.ofSeconds(19));
		there.recovery.run();
		assertThat(lateReplies()).isZero();
		clock.advance(Duration.ofSeconds(2));
		there.recovery.run();
		Awaitility.await().until(() -> lateReplies() == 1);
		assertThat(workers()).containsExactly("there");
	}

	@Test
	void oneMessageThatCannotBeOpenedDoesNotKeepTheJobFromTheOthers() {
		Push unreadable = there.push(this.id + "1");
		there.inbox.keepClaimed(unreadable.entry()).join();
		there.jdbc()
			.sql("UPDATE inbox_message SET content = 'x' WHERE message_key = ?")
			.param(unreadable.key().value())
			.update();
		clock.advance(Duration.ofSeconds(1));
		there.inbox.keepClaimed(there.push(this.id).entry()).join();
		clock.advance(Duration.ofSeconds(22));
		there.recovery.run();
		Awaitility.await().until(() -> lateReplies() == 1);
		there.jdbc().sql("DELETE FROM inbox_claim").update();
	}

	@Test
	void aMessageThatNobodyEverEndsBecomesADeadLetter() {
		there.inbox.keepClaimed(there.push(this.id).entry()).join();
		there.jdbc().sql("UPDATE inbox_claim SET claim_number = 10").update();
		clock.advance(Duration.ofSeconds(21));
		there.recovery.run();
		Awaitility.await().until(() -> lateReplies() == 1);
		assertThat(workers()).isEmpty();
		assertThat(there.jdbc()
			.sql("SELECT reason FROM dead_letter WHERE correlation_id = ?")
			.param("id-" + this.id)
			.query(String.class)
			.single()).contains("10 times");
	}

	@Test
	void aReplyThatARepeatWasGivenIsNotSentAgainAfterTheSpool() throws Exception {
		Deliveries.Answer first = here.deliver(this.id).get();
		assertThat(there.deliver(this.id).get().reply()).isEqualTo(first.reply()).isNotNull();
		here.replay(this.id);
		assertThat(lateReplies()).isZero();
	}

	@Test
	void aReplyThatGoesLateAfterTheSpoolIsNotGivenToARepeat() throws Exception {
		assertThat(here.deliver(this.id).get().reply()).isNotNull();
		here.replay(this.id);
		here.replay(this.id);
		assertThat(lateReplies()).isOne();
		assertThat(there.deliver(this.id).get().reply()).isNull();
		assertThat(workers()).containsExactly("here");
	}

	/** The first instance renews its claims no more, as if it were gone. */
	private static void die() {
		here.claims.close();
		clock.advance(Duration.ofSeconds(4));
	}

	private boolean isRenewed() {
		return there.jdbc()
			.sql("SELECT COUNT(*) FROM inbox_claim WHERE claimed_until >= ?")
			.param(Timestamp.from(clock.instant().plusSeconds(3)))
			.query(Integer.class)
			.single() == 1;
	}

	private List<String> workers() {
		return there.jdbc()
			.sql("SELECT instance FROM work_done WHERE words = ?")
			.param(Instance.Worker.WORD + this.id)
			.query(String.class)
			.list();
	}

	private int lateReplies() {
		return there.jdbc()
			.sql("SELECT COUNT(*) FROM outbound_message WHERE correlation_id = ?")
			.param("id-" + this.id)
			.query(Integer.class)
			.single();
	}

	private static String text(Deliveries.Answer answer) {
		byte[] reply = answer.reply();
		return reply == null ? "" : new String(reply, StandardCharsets.UTF_8);
	}

}
