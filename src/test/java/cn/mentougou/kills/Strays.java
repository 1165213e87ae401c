package cn.mentougou.kills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who write what no automatic answer is found for: each such message is one
 * counted row and one entry of a conversation, whatever dies meanwhile.
 */
final class Strays implements AutoCloseable {

	private static final int A_SECOND = 5;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final List<Push> pushes = Collections.synchronizedList(new ArrayList<>());

	/** Begins. */
	static Strays start(List<SimPerson> people, String name) {
		Strays strays = new Strays();
		strays.timer.scheduleAtFixedRate(
				() -> strays.pushes.add(people.get(strays.pushes.size() % people.size())
					.text(Site.SERVICE, "没有人准备过的话 " + name + " " + strays.pushes.size())),
				0, 1000 / A_SECOND, TimeUnit.MILLISECONDS);
		return strays;
	}

	boolean areDone() {
		return this.pushes.stream().allMatch(Push::isDone);
	}

	/** Judges after everything has settled, over all rounds. */
	void judge(JdbcClient jdbc) {
		int unanswered = count(jdbc, "inbox_message WHERE outcome = 'UNANSWERED'");
		assertThat(count(jdbc, "unanswered_message")).as("counted rows").isEqualTo(unanswered);
		assertThat(count(jdbc, "dialogue_entry WHERE side = 'PERSON'")).as("entries").isEqualTo(unanswered);
		long taken = this.pushes.stream().filter((push) -> push.state() == PushRecord.State.ANSWERED).count();
		assertThat(unanswered + count(jdbc, "dead_letter")).as("what was taken stands somewhere")
			.isGreaterThanOrEqualTo((int) taken);
	}

	private static int count(JdbcClient jdbc, String what) {
		return jdbc.sql("SELECT COUNT(*) FROM " + what).query(Integer.class).single();
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
