package cn.mentougou.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/** Every boundary is an end once; afterwards the world must look as if nothing was. */
@Tag("engine")
@Tag("kills")
class CrashPointTests {

	private static final Path TABLE = Path.of("target", "crash-points.md");

	/** A third of the boundaries in a daily build, all with the profile of the kills. */
	private static final int STEP = Boolean.getBoolean("crash.all") ? 1 : 3;

	private static final Map<String, Object> IN_TIME = Map.of("education.dispatch.answer-within", "3s");

	private static final Map<String, Object> TOO_LATE = Map.of("education.dispatch.answer-within", "300ms",
			"effects.slow-millis", "600");

	@Test
	void handlerThatAnswersFromMemory() throws Exception {
		try (Stage stage = new Stage(IN_TIME)) {
			run(stage, "answer from memory", (id) -> pushed(stage, EffectHandlers.ECHO, id));
		}
	}

	@Test
	void handlerThatWorks() throws Exception {
		try (Stage stage = new Stage(IN_TIME)) {
			run(stage, "answer with an effect", (id) -> pushed(stage, EffectHandlers.QUICK, id));
		}
	}

	@Test
	void handlerThatIsParkedWithALateReplyAndTheFirstToken() throws Exception {
		try (Stage stage = new Stage(TOO_LATE)) {
			run(stage, "parked, late reply, first token", (id) -> {
				stage.forgetToken();
				return pushed(stage, EffectHandlers.SLOW, id);
			});
		}
	}

	@Test
	void spooledMessageWithALateReplyAndARefusedToken() throws Exception {
		try (Stage stage = new Stage(IN_TIME)) {
			run(stage, "replayed, late reply, refused token", (id) -> {
				stage.invalidateToken();
				return replayed(stage, EffectHandlers.QUICK, id);
			});
		}
	}

	@Test
	void spooledMessageThatWasAnsweredBefore() throws Exception {
		try (Stage stage = new Stage(IN_TIME)) {
			run(stage, "replayed, answered from memory", (id) -> replayed(stage, EffectHandlers.ECHO, id));
		}
	}

	private static Attempt pushed(Stage stage, String word, String id) {
		return (life, boundary) -> {
			life.endAt(boundary);
			Push push = stage.write(word + " " + id);
			until(() -> push.isDone());
			assertThat(push.state()).isIn(PushRecord.State.ANSWERED, PushRecord.State.SILENT);
		};
	}

	/** As the spool does: again until it went well; and once more, as after a crash. */
	private static Attempt replayed(Stage stage, String word, String id) {
		return (life, boundary) -> {
			byte[] xml = stage.spooled(word + " " + id);
			life.endAt(boundary);
			int done = 0;
			for (int tries = 0; done < 2 && tries < 20; tries++) {
				if (stage.replayed(xml)) {
					done++;
				}
				else {
					stage.advance(Duration.ofSeconds(4));
				}
			}
			assertThat(done).isEqualTo(2);
		};
	}

	private static void run(Stage stage, String name, Scenario scenario) throws Exception {
		boolean hasEffect = !name.contains("memory");
		int undecided = 0;
		int boundary = 1 - STEP;
		Life life;
		do {
			boundary += STEP;
			String id = "k" + boundary;
			Attempt attempt = scenario.prepare(id);
			int tokenCalls = stage.tokenCalls();
			int unknown = stage.count("outbound_message WHERE state = 'UNKNOWN'");
			life = stage.lives().now().life();
			attempt.make(life, boundary);
			settle(stage, name.startsWith("parked"));
			String where = name + " " + id + " " + life.death().getNow("no end");
			List<Bubble> answers = stage.answers(id);
			int isUnknown = stage.count("outbound_message WHERE state = 'UNKNOWN'") - unknown;
			assertThat(stage.effects(id)).as(where).isEqualTo(hasEffect ? 1 : 0);
			assertThat(answers).as(where).hasSizeLessThanOrEqualTo(1);
			assertThat(answers.size() + isUnknown).as(where).isGreaterThanOrEqualTo(1);
			assertThat(stage.tokenCalls() - tokenCalls).as(where).isLessThanOrEqualTo(2);
			undecided += isUnknown;
		}
		while (life.isOver());
		assertThat(stage.faultLines()).isZero();
		assertThat(stage.count("dead_letter")).isZero();
		assertThat(boundary - 1).isGreaterThanOrEqualTo(life.passed().size()).isPositive();
		write(name, life.passed().size(), (boundary - 1) / STEP, undecided);
	}

	/**
	 * Lets the jobs do in the next minutes what was not done by itself a moment after the
	 * handler's end.
	 */
	private static void settle(Stage stage, boolean isSlow) {
		for (int seconds : new int[] { 4, 22, 62, 22, 62, 62 }) {
			long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(isSlow ? 800 : 200);
			while (System.nanoTime() < deadline) {
				if (stage.isSettled()) {
					return;
				}
				pause();
			}
			stage.advance(Duration.ofSeconds(seconds));
			stage.runJobs();
		}
		throw new AssertionError("not settled: " + stage.count("inbox_message WHERE state <> 'DONE'") + " messages, "
				+ stage.count("outbound_message WHERE state IN ('NEW', 'SENDING')") + " late replies");
	}

	private static void until(BooleanSupplier condition) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
		while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
			pause();
		}
		assertThat(condition.getAsBoolean()).isTrue();
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(10);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static synchronized void write(String name, int boundaries, int stops, int undecided) throws IOException {
		String head = Files.exists(TABLE) ? ""
				: "| way | boundaries | stopped at | undecided (on record) | lost | twice |\n|---|---|---|---|---|---|\n";
		String line = "| %s | %d | %d | %d | 0 | 0 |%n".formatted(name, boundaries, stops, undecided);
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, head + line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		System.out.print("crash points: " + line);
	}

	/** Makes everything ready for one attempt. */
	private interface Scenario {

		Attempt prepare(String id);

	}

	/** Lets a message come in while the life is told where to end. */
	private interface Attempt {

		void make(Life life, int boundary);

	}

}
