package cn.mentougou.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import cn.mentougou.bench.load.Contender;
import cn.mentougou.bench.load.Load;
import cn.mentougou.bench.load.Sample;

/**
 * What a message costs as the inbox grows, and how long an answer takes while the erasing
 * job has work. The rows are written by the server itself, of the size of real ones.
 */
final class InboxGrowth {

	private static final int STEP = 50_000;

	private static final int OLD = 200_000;

	private final OurJar ours;

	private final Rounds rounds;

	private final Recipe recipe;

	private final Figures figures;

	private boolean keyBeginsWithTime;

	private int filled;

	InboxGrowth(OurJar ours, Recipe recipe, Rounds rounds, Figures figures) {
		this.ours = ours;
		this.recipe = recipe;
		this.rounds = rounds;
		this.figures = figures;
	}

	void measure() throws IOException, SQLException {
		this.keyBeginsWithTime = 1 == one("SELECT ABS(CAST(CONV(HEX(LEFT(message_key, 4)), 16, 10) AS SIGNED)"
				+ " - UNIX_TIMESTAMP(received_at)) < 600 FROM inbox_message ORDER BY received_at DESC LIMIT 1");
		execute("TRUNCATE TABLE inbox_message");
		Contender contender = this.rounds.contender(this.recipe);
		for (int rows : Plan.rows()) {
			fill(rows);
			this.rounds.closed(this.recipe, contender, this.recipe.account(), Duration.ofSeconds(5));
			Sample sample = this.rounds.closed(this.recipe, contender, this.recipe.account(), Plan.closed());
			this.figures.addClosed("ours, %,d rows".formatted(rows), sample);
			System.out.printf("inbox of %,d rows: %.1f µs%n", rows, sample.cpuMicros());
		}
		measureErasing(this.rounds.load(), contender);
	}

	private void measureErasing(Load load, Contender contender) throws IOException, SQLException {
		this.figures.addOpen("ours, full inbox", load.open(contender, this.recipe.account(), Plan.open(), Plan.rate()));
		insert(1, OLD, "r.seq / %d".formatted(OLD + 1), "2700000 + (%1$d - seq) / %1$d * 800000".formatted(OLD));
		long before = count();
		execute("UPDATE scheduled_task SET execution_time = '2001-01-01' WHERE task_name = 'retention'");
		Sample sample = load.open(contender, this.recipe.account(), Plan.open(), Plan.rate());
		this.figures.addOpen("ours, erasing", sample);
		this.figures.add("ours, erasing", "erased", count() - before);
		System.out.printf("erased meanwhile: %,d%n", count() - before);
	}

	private void fill(int rows) throws SQLException {
		int start = this.filled;
		while (this.filled < rows) {
			int until = Math.min(rows, this.filled + STEP);
			insert(this.filled + 1, until, "(r.seq - %d) / %d".formatted(start, rows - start + 1),
					"(%1$d - seq) / %1$d * 2500000".formatted(last()));
			this.filled = until;
		}
	}

	/**
	 * Rows with these numbers. Their keys stand in their order, which keeps the filling
	 * quick, and lie among the rows that are there as the application's own would.
	 * @param share the row's place in the whole range of keys, from 0 to 1
	 * @param age the row's age in seconds
	 */
	private void insert(int from, int to, String share, String age) throws SQLException {
		String beginning = this.keyBeginsWithTime ? "UNIX_TIMESTAMP(r.received_at)"
				: "FLOOR(%s * 4294967295)".formatted(share);
		execute("""
				INSERT INTO inbox_message (message_key, app_id, kind, state, received_at, content, reply, outcome,
					turn, done_at, correlation_id)
				SELECT UNHEX(CONCAT(LPAD(HEX(%3$s), 8, '0'), MD5(r.seq), LEFT(MD5(r.received_at), 24))),
					'wx00000000000000d1', 'text', 'DONE', r.received_at, REPEAT(UNHEX(MD5(r.seq)), 25),
					REPEAT(UNHEX(MD5(r.seq)), 46), 'ANSWERED', 'WHOLE_KEYWORD', r.received_at, MD5(r.seq)
				FROM (SELECT seq, NOW() - INTERVAL (%4$s) SECOND AS received_at FROM seq_%1$d_to_%2$d) r
				""".formatted(from, to, beginning, age));
	}

	private static int last() {
		return Plan.rows().get(Plan.rows().size() - 1);
	}

	private long count() throws SQLException {
		return one("SELECT COUNT(*) FROM inbox_record");
	}

	private long one(String sql) throws SQLException {
		try (Connection connection = this.ours.database();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.ours.database(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
