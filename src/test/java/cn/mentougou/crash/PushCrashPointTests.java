package cn.mentougou.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.mass.MassJob;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A push to twenty followers, stopped at every boundary from its time down to its result,
 * alone and together with a fault of the platform: whatever happens, its log holds
 * exactly one mass send, and the plan knows which.
 */
@Tag("engine")
@Tag("kills")
class PushCrashPointTests {

	private static final Path TABLE = Path.of("target", "crash-points-push.md");

	private static final String SENDALL = "/cgi-bin/message/mass/sendall";

	private static final String ADD_DRAFT = "/cgi-bin/draft/add";

	private static final boolean ALL = Boolean.getBoolean("crash.all");

	@ParameterizedTest
	@EnumSource
	void everyBoundaryOfAPush(Trouble trouble) throws Exception {
		int step = ALL ? 1 : (trouble == Trouble.NONE) ? 7 : 29;
		try (PushStage stage = new PushStage()) {
			Map<Integer, Integer> sends = new HashMap<>();
			int tried = 0;
			int boundary = 1;
			boolean isOver = true;
			while (isOver) {
				stage.nextDay();
				stage.simulator().faults().clear();
				PushPlanId plan = stage.plan(Verb.MASS, boundary * 10L);
				trouble.bring(stage);
				Life life = stage.lives().now().life();
				life.endAt(boundary);
				PushStage.End end = stage.finish(plan);
				isOver = life.isOver();
				String where = trouble + " boundary " + boundary + " " + life.death().getNow("no end");
				judge(stage, end, where);
				sends.merge(stage.massesToday().size(), 1, Integer::sum);
				tried += isOver ? 1 : 0;
				boundary += step;
			}
			write(trouble, boundary - step - 1, tried, sends);
			assertThat(tried * step).isGreaterThanOrEqualTo(40);
		}
	}

	private static void judge(PushStage stage, PushStage.End end, String where) {
		List<MassJob> masses = stage.massesToday();
		assertThat(masses).as(where + " " + end).hasSize(1);
		assertThat(end.state()).as(where + " " + end).isEqualTo(PlanState.SENT);
		assertThat(end.platformId()).as(where).isEqualTo(String.valueOf(masses.get(0).msgId()));
		assertThat(masses.get(0).receivers()).as(where).hasSize(PushStage.FOLLOWERS).doesNotHaveDuplicates();
	}

	private static synchronized void write(Trouble trouble, int boundaries, int tried, Map<Integer, Integer> sends)
			throws IOException {
		String head = Files.exists(TABLE) ? ""
				: "| trouble | boundaries | stopped at | none sent | sent once | sent twice |\n|---|---|---|---|---|---|\n";
		String line = "| %s | %d | %d | %d | %d | %d |%n".formatted(trouble.words, boundaries, tried,
				sends.getOrDefault(0, 0), sends.getOrDefault(1, 0), sends.getOrDefault(2, 0));
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, head + line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		System.out.print("crash points: " + line);
	}

	/** What goes wrong besides. */
	enum Trouble {

		/** Nothing. */
		NONE("none", null, null),

		/** The mass send was taken and its answer lost. */
		ANSWER_LOST("answer of sendall lost", SENDALL, Fault.of(FaultAction.DROP_AFTER)),

		/** The mass send never arrived. */
		NEVER_ARRIVED("sendall never arrived", SENDALL, Fault.of(FaultAction.DROP_BEFORE)),

		/** The platform is busy. */
		BUSY("sendall answers -1", SENDALL, Fault.errcode(-1)),

		/** The key was used within the minute. */
		TOO_FAST("sendall answers 45066", SENDALL, Fault.errcode(45066)),

		/** A server in between fails. */
		GATEWAY("sendall ends in 502", SENDALL,
				new Fault(null, null, FaultAction.HTTP, 0, 0, null, 0, 502, null, 0, 0)),

		/** The draft was taken and its answer lost. */
		DRAFT_LOST("answer of draft/add lost", ADD_DRAFT, Fault.of(FaultAction.DROP_AFTER)),

		/** The result is never told. */
		EVENT_LOST("result never told", null, Fault.of(FaultAction.LOST_EVENT)),

		/** The result comes before the answer of the call. */
		EVENT_EARLY("result before the answer", null, Fault.of(FaultAction.EARLY_EVENT));

		private final String words;

		private final @Nullable String path;

		private final @Nullable Fault fault;

		Trouble(String words, @Nullable String path, @Nullable Fault fault) {
			this.words = words;
			this.path = path;
			this.fault = fault;
		}

		private void bring(PushStage stage) {
			if (this.fault != null) {
				Fault once = this.fault.times(1);
				stage.simulator().faults().add((this.path != null) ? once.onPath(this.path) : once);
			}
		}

	}

}
