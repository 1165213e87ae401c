package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;

import cn.mentougou.faultproxy.Behaviour;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The platform's interface fails while its pushes go on: they are answered, and what must
 * go the other way waits or is left to a person, and is never sent twice.
 */
@Import(FaultyLines.OverTheLine.class)
class PlatformDownJourneyTests extends FaultyLines {

	private static final String SEND = "/cgi-bin/message/custom/send";

	private static Stream<Behaviour> troubles() {
		return Stream.of(Behaviour.REFUSE, Behaviour.BLACK_HOLE, Behaviour.cutAfter(0), Behaviour.drip(5),
				Behaviour.late(Duration.ofSeconds(2), Duration.ofSeconds(2)));
	}

	@ParameterizedTest
	@MethodSource("troubles")
	void pushesAreAnsweredAllTheSame(Behaviour trouble) {
		this.platform.proxy().behave(trouble);
		for (int i = 0; i < 3; i++) {
			isAnsweredAtOnce(Duration.ofSeconds(2));
		}
		sawNoFault();
	}

	@Test
	void lateReplyWaitsForAPlatformThatIsNotThere() {
		this.platform.proxy().behave(Behaviour.REFUSE);
		parked();
		until(() -> ledger().equals("NEW UNREACHABLE") || ledger().startsWith("NEW TOKEN"));
		this.platform.proxy().behave(Behaviour.PASS);
		until(() -> ledger().equals("SENT"));
		assertThat(read("等到了")).isOne();
	}

	@Test
	void lateReplyThatMayHaveArrivedIsLeftToAPerson() {
		warm();
		this.platform.proxy().behave(Behaviour.ANSWERS_LOST);
		parked();
		until(() -> ledger().equals("UNKNOWN TIMEOUT"));
		this.platform.proxy().behave(Behaviour.PASS);
		staysAsItIs("UNKNOWN TIMEOUT", 2);
	}

	@Test
	void callThatCameOutOfABlackHoleLaterIsNotRepeated() {
		warm();
		this.platform.proxy().behave(Behaviour.BLACK_HOLE);
		parked();
		until(() -> ledger().equals("UNKNOWN TIMEOUT"));
		this.platform.proxy().behave(Behaviour.PASS);
		this.simulator.clock().advance(Duration.ofMinutes(10));
		write();
		assertThat(read("等到了")).isLessThanOrEqualTo(2);
		assertThat(ledger()).isEqualTo("UNKNOWN TIMEOUT");
	}

	@Test
	void answerThatBrokeOffIsNotRepeated() {
		warm();
		this.simulator.faults().add(Fault.of(FaultAction.DROP_AFTER).onPath(SEND));
		parked();
		until(() -> ledger().equals("UNKNOWN ANSWER"));
		this.simulator.faults().clear();
		staysAsItIs("UNKNOWN ANSWER", 2);
	}

	@Test
	void busyPlatformIsNotAskedTwice() {
		warm();
		this.simulator.faults().add(Fault.errcode(-1).onPath(SEND).times(1));
		parked();
		until(() -> ledger().equals("UNKNOWN -1"));
		staysAsItIs("UNKNOWN -1", 1);
	}

	@Test
	void slowPlatformIsWaitedFor() {
		this.simulator.faults().add(Fault.latency(Duration.ofSeconds(3)).onPath(SEND));
		parked();
		until(() -> ledger().equals("SENT"));
		assertThat(read("等到了")).isOne();
	}

	@ParameterizedTest
	@EnumSource(value = FaultAction.class, names = { "TOKEN_INVALIDATE", "TOKEN_EXPIRE" })
	void refusedTokenIsReplacedOnceAndTheReplySentOnce(FaultAction refusal) {
		warm();
		int before = tokens();
		this.simulator.faults().add(Fault.of(refusal));
		parked();
		until(() -> read("等到了") == 2);
		until(() -> ledger().equals("SENT"));
		assertThat(tokens() - before).isOne();
	}

	/** Connections and a token are there. */
	private void warm() {
		parked();
		until(() -> read("等到了") == 1);
	}

	/** Ten minutes later, with every job run, nothing has been sent again. */
	private void staysAsItIs(String state, int read) {
		this.simulator.clock().advance(Duration.ofMinutes(10));
		long jobs = jobs();
		until(() -> jobs() >= jobs + 2);
		assertThat(ledger()).isEqualTo(state);
		assertThat(read("等到了")).isEqualTo(read);
	}

	/** How often the job that sends leftovers has run. */
	private long jobs() {
		return direct().sql("SELECT version FROM scheduled_task WHERE task_name = 'outbound-leftovers'")
			.query(Long.class)
			.single();
	}

	private int tokens() {
		return this.simulator.counters().usage(SERVICE, "/cgi-bin/stable_token").used();
	}

}
