package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.faultproxy.Behaviour;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/** The database is slow, silent, away, or says nothing at the wrong moment. */
@Import(FaultyLines.OverTheLine.class)
class DatabaseFaultJourneyTests extends FaultyLines {

	/** As long as in production: the platform's five seconds are at stake here. */
	@DynamicPropertySource
	static void inTime(DynamicPropertyRegistry registry) {
		registry.add("education.dispatch.answer-within", () -> "4500ms");
	}

	private static Stream<Behaviour> absences() {
		return Stream.of(Behaviour.REFUSE, Behaviour.BLACK_HOLE, Behaviour.ANSWERS_LOST, Behaviour.cutAfter(0),
				Behaviour.drip(20));
	}

	@ParameterizedTest
	@MethodSource("absences")
	void withoutDatabaseMessagesAreTakenAndAnsweredAfterwards(Behaviour absence) {
		spooledAndAnsweredLater(absence);
	}

	@Test
	void withoutDatabaseAndRedisMessagesAreTakenAndAnsweredAfterwards() {
		redis.behave(Behaviour.REFUSE);
		spooledAndAnsweredLater(Behaviour.REFUSE);
	}

	@Test
	void slowDatabaseMakesSlowAnswersAndNothingElse() {
		database.behave(Behaviour.late(Duration.ofMillis(40), Duration.ofMillis(40)));
		for (int i = 0; i < 3; i++) {
			isAnsweredAtOnce(Duration.ofSeconds(4));
		}
		sawNoFault();
	}

	@Test
	void commitWhoseAnswerIsLostIsSettledByTheKey() {
		String words = JourneyHandlers.COUNT + UUID.randomUUID();
		int cuts = database.cuts();
		database.behave(Behaviour.answerLostAfter("commit"));
		Push push = this.mother.text(SERVICE, words);
		until(() -> database.cuts() >= cuts + 3);
		database.behave(Behaviour.PASS);
		push.await();
		until(() -> read("记好了") == 1);
		assertThat(push.state()).isIn(PushRecord.State.ANSWERED, PushRecord.State.SILENT);
		assertThat(this.effects.of(words)).isOne();
		sawNoFault();
	}

	@Test
	void insertWhoseAnswerIsLostIsSettledByTheKey() {
		database.behave(Behaviour.answerLostAfter(SERVICE));
		int cuts = database.cuts();
		Push push = this.mother.text(SERVICE, "没有人准备的话 " + UUID.randomUUID());
		until(() -> database.cuts() > cuts);
		database.behave(Behaviour.PASS);
		push.await();
		until(() -> this.mother.phone(SERVICE).stream().filter((bubble) -> bubble.via() != null).count() >= 2);
		sawNoFault();
	}

	@Test
	void handlerWhoseConnectionBreaksIsRunOnceMoreAndFilesNothingForTheStaff() {
		int letters = deadLetters();
		this.gate.close();
		String words = JourneyHandlers.GATED + UUID.randomUUID();
		Push push = this.mother.text(SERVICE, words);
		until(() -> !push.attempts().isEmpty());
		until(() -> direct().sql("SELECT COUNT(*) FROM inbox_claim").query(Integer.class).single() > 0);
		database.reset();
		this.gate.open();
		push.await();
		until(() -> read("等到了") == 1);
		assertThat(this.effects.of(words)).isOne();
		assertThat(deadLetters()).isEqualTo(letters);
	}

	private int deadLetters() {
		return direct().sql("SELECT COUNT(*) FROM dead_letter").query(Integer.class).single();
	}

	@Test
	void linksThatBreakUnderWayLoseNothing() {
		List<SimPerson> people = people(30);
		List<Push> pushes = new ArrayList<>();
		for (SimPerson person : people) {
			pushes.add(person.text(SERVICE, JourneyHandlers.COUNT + person.id()));
			if (pushes.size() % 6 == 3) {
				database.reset();
			}
		}
		pushes.forEach(Push::await);
		areAnsweredOnce(people);
	}

	@Test
	void fullSpoolRefusesAndTakesAgainWhenItHasBeenEmptied() {
		List<SimPerson> people = people(60);
		List<SimPerson> taken = new ArrayList<>();
		database.behave(Behaviour.REFUSE);
		Push push = null;
		for (SimPerson person : people) {
			push = person.text(SERVICE, JourneyHandlers.COUNT + person.id()).await();
			if (push.state() != PushRecord.State.SILENT) {
				break;
			}
			taken.add(person);
		}
		assertThat(taken).hasSizeBetween(10, 59);
		assertThat(push.attempts()).hasSize(3).allMatch((attempt) -> attempt.httpStatus() == 503);
		database.behave(Behaviour.PASS);
		areAnsweredOnce(taken);
		assertThat(this.effects.of(JourneyHandlers.COUNT + people.get(taken.size()).id())).isZero();
	}

	/** The platform lets nobody be answered late more than five times. */
	private List<SimPerson> people(int number) {
		List<SimPerson> people = IntStream.range(0, number).mapToObj((i) -> this.simulator.person("家长" + i)).toList();
		people.stream().map((person) -> person.follow(SERVICE)).toList().forEach(Push::await);
		return people;
	}

	private void areAnsweredOnce(List<SimPerson> people) {
		for (SimPerson person : people) {
			until(() -> read(person, "记好了") == 1);
			assertThat(this.effects.of(JourneyHandlers.COUNT + person.id())).isOne();
			assertThat(person.phone(SERVICE)).noneMatch(Bubble::isFault);
		}
	}

	private void spooledAndAnsweredLater(Behaviour absence) {
		database.behave(absence);
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			all.add(JourneyHandlers.COUNT + i + UUID.randomUUID());
			Push push = this.mother.text(SERVICE, all.get(i)).await();
			assertThat(push.attempts()).hasSize(1);
			assertThat(push.lastAttempt().answerWire()).isEqualTo("success");
		}
		database.behave(Behaviour.PASS);
		until(() -> read("记好了") == 4);
		assertThat(all).allSatisfy((words) -> assertThat(this.effects.of(words)).isOne());
		sawNoFault();
	}

}
