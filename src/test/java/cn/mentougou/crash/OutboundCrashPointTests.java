package cn.mentougou.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.sender.Channel;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An order of each channel, stopped at every boundary from its writing down to its
 * outcome, with and without the platform's answer being lost. A keyed message arrives
 * once and nobody need decide; a keyless one arrives once at the most, and where it may
 * be missing the ledger says so.
 */
@Tag("engine")
@Tag("kills")
class OutboundCrashPointTests {

	private static final Path TABLE = Path.of("target", "crash-points-outbound.md");

	/** A daily build tries some of the boundaries, {@code -Dcrash.all=true} each. */
	private static final int STEP = Boolean.getBoolean("crash.all") ? 1 : 5;

	private static final int STEP_WITHOUT_ANSWER = Boolean.getBoolean("crash.all") ? 1 : 10;

	@ParameterizedTest
	@EnumSource
	void everyBoundaryOfAnOrder(Channel channel) throws Exception {
		run(channel, STEP, false);
	}

	@ParameterizedTest
	@EnumSource
	void everyBoundaryOfAnOrderWhoseAnswerIsLost(Channel channel) throws Exception {
		run(channel, STEP_WITHOUT_ANSWER, true);
	}

	@Test
	void ordersThatWaitTogetherAreOneMessageOrUnknownTogether() throws Exception {
		try (Stage stage = new Stage(Map.of())) {
			for (int boundary = 1; boundary < 40; boundary += 5 * STEP) {
				String id = "b" + boundary;
				stage.person().text(Stage.SERVICE, EffectHandlers.ECHO + " " + id).await();
				Life life = stage.lives().now().life();
				life.endAt(boundary);
				stage.order(order(stage, new OutboundMessage.Text(id), id + " 1"));
				stage.order(order(stage, new OutboundMessage.Text(id), id + " 2"));
				settle(stage);
				long seen = stage.person()
					.phone(Stage.SERVICE)
					.stream()
					.filter((bubble) -> bubble.text() != null)
					.flatMap((bubble) -> bubble.text().lines())
					.filter(id::equals)
					.count();
				assertThat(seen).as(id).isLessThanOrEqualTo(2);
				assertThat(seen + stage.count("outbound_message WHERE state = 'UNKNOWN'")).as(id)
					.isGreaterThanOrEqualTo(2);
			}
		}
	}

	private static void run(Channel channel, int step, boolean isAnswerLost) throws Exception {
		try (Stage stage = new Stage(Map.of())) {
			String template = template(stage, channel);
			int undecided = 0;
			int tried = 0;
			int boundary = 1;
			boolean isOver = true;
			while (isOver) {
				String id = "k" + boundary;
				prepare(stage, channel, template, id, isAnswerLost);
				int unknown = unknown(stage);
				Life life = stage.lives().now().life();
				life.endAt(boundary);
				stage.order(order(stage, message(channel, template, id), id));
				settle(stage);
				isOver = life.isOver();
				String where = channel + " " + id + " " + life.death().getNow("no end");
				int isUnknown = unknown(stage) - unknown;
				// A card takes a moment to the phone.
				Awaitility.await(where).until(() -> seen(stage, id) + isUnknown >= 1);
				if (channel.isKeyed()) {
					assertThat(isUnknown).as(where).isZero();
				}
				undecided += isUnknown;
				tried += isOver ? 1 : 0;
				boundary += step;
			}
			for (int done = 1; done < boundary; done += step) {
				assertThat(seen(stage, "k" + done)).as("k" + done).isLessThanOrEqualTo(1);
			}
			write(channel + (isAnswerLost ? ", answer lost" : ""), tried, boundary - step - 1, undecided);
			assertThat(tried * step).isGreaterThanOrEqualTo(15);
		}
	}

	private static String template(Stage stage, Channel channel) {
		return switch (channel) {
			case CUSTOMER_SERVICE -> "";
			case TEMPLATE -> stage.simulator().notices().adopt(Stage.SERVICE, "43219").id();
			case NOTICE -> stage.simulator().notices().adopt(Stage.SERVICE, "52301").id();
		};
	}

	private static void prepare(Stage stage, Channel channel, String template, String id, boolean isAnswerLost) {
		stage.simulator().faults().clear();
		if (channel == Channel.CUSTOMER_SERVICE) {
			stage.person().text(Stage.SERVICE, EffectHandlers.ECHO + " " + id).await();
		}
		if (channel == Channel.NOTICE) {
			stage.person().acceptNotices(Stage.SERVICE, template).await();
		}
		if (isAnswerLost) {
			stage.simulator().faults().add(Fault.of(FaultAction.DROP_AFTER).onPath(channel.api()).times(1));
		}
	}

	private static OutboundOrder order(Stage stage, OutboundMessage message, String id) {
		return new OutboundOrder("crash " + id, Stage.SERVICE, stage.person().openId(Stage.SERVICE), message,
				"crash-point", stage.clock().instant().plus(Duration.ofHours(1)));
	}

	private static OutboundMessage message(Channel channel, String template, String id) {
		return switch (channel) {
			case CUSTOMER_SERVICE -> new OutboundMessage.Text(id);
			case TEMPLATE -> new OutboundMessage.Template(template, null, null,
					Map.of("character_string1", id, "phrase2", "已通过", "thing3", "大峪第一小学"));
			case NOTICE -> new OutboundMessage.Notice(template, null, null, Map.of("thing1", id, "time2",
					"2026年11月27日 18:30", "thing3", "三楼阶梯教室", "thing4", "大峪第一小学", "thing5", "请带好笔"));
		};
	}

	/** How often the phone showed it. */
	private static long seen(Stage stage, String id) {
		return stage.person()
			.phone(Stage.SERVICE)
			.stream()
			.filter((bubble) -> id.equals(bubble.text())
					|| bubble.rows().stream().anyMatch((row) -> row.value().equals(id)))
			.count();
	}

	private static int unknown(Stage stage) {
		return stage.count("outbound_message WHERE state = 'UNKNOWN'");
	}

	/** Lets the jobs do in the next minutes what was not done a moment after. */
	private static void settle(Stage stage) throws InterruptedException {
		for (int seconds : new int[] { 4, 4, 62, 4, 22, 62, 62 }) {
			long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
			while (System.nanoTime() < deadline) {
				if (stage.count("outbound_message WHERE state IN ('NEW', 'SENDING')") == 0) {
					return;
				}
				TimeUnit.MILLISECONDS.sleep(10);
			}
			stage.advance(Duration.ofSeconds(seconds));
			stage.runJobs();
		}
		TimeUnit.SECONDS.sleep(5);
		assertThat(stage.count("outbound_message WHERE state IN ('NEW', 'SENDING')")).isZero();
	}

	private static synchronized void write(String name, int tried, int boundaries, int undecided) throws IOException {
		String head = Files.exists(TABLE) ? ""
				: "| channel | boundaries | stopped at | undecided (on record) | lost | twice |\n|---|---|---|---|---|---|\n";
		String line = "| %s | %d | %d | %d | 0 | 0 |%n".formatted(name, boundaries, tried, undecided);
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, head + line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		System.out.print("crash points: " + line);
	}

}
