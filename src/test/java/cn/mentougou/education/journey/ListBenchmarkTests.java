package cn.mentougou.education.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.audit.AuditTrail;
import cn.mentougou.education.office.audit.AuditTrail.Search;
import cn.mentougou.education.office.door.Browser;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a list of 100,000 rows costs: the bare SQL, what its desk does in the place of it,
 * and the whole page with session, roles and drawing. The table is
 * {@code target/bench/lists.md}; the machine is to be idle.
 */
@Tag("bench")
class ListBenchmarkTests extends OfficeSite {

	private static final int ROWS = 100_000;

	private static final int MEASURED = Integer.getInteger("lists.rounds", 1000);

	private static final int WARM = MEASURED * 3 / 2;

	private static final String COLUMNS = """
			SELECT entry.id, entry.happened_at, entry.actor_kind, entry.actor_id, entry.came_from, entry.action,
				entry.object_kind, entry.object_id, entry.outcome, entry.details,
				seal.position, seal.sealed_at, seal.hash, previous.hash AS previous_hash
			FROM audit_entry entry
			LEFT JOIN audit_seal seal ON seal.entry_id = entry.id
			LEFT JOIN audit_seal previous ON previous.position = seal.position - 1
			""";

	private static final String ORDER = " ORDER BY entry.happened_at DESC, entry.id DESC LIMIT " + (KeyPage.ROWS + 1);

	private final StringBuilder table = new StringBuilder(
			"| list of 100,000 rows | bare SQL p50 / p95 ms | its desk | ratio p95 | whole page over HTTP |\n"
					+ "|---|---|---|---|---|\n");

	@Test
	void firstAndFilteredPageCostLittleMoreThanTheirSql(@Autowired AuditTrail trail) throws IOException {
		fill();
		Browser auditor = signedIn(colleague(Role.AUDIT_ADMINISTRATOR));
		double first = compare("first page", COLUMNS + ORDER, () -> trail.list(search(null), null, KeyPage.ROWS + 1),
				() -> assertThat(auditor.open("/console/audit").statusCode()).isEqualTo(200));
		double filtered = compare("filtered page", COLUMNS + "WHERE entry.action = 'bench.rare'" + ORDER,
				() -> trail.list(search("bench.rare"), null, KeyPage.ROWS + 1),
				() -> assertThat(auditor.open("/console/audit?action=bench.rare").statusCode()).isEqualTo(200));
		Files.createDirectories(Path.of("target", "bench"));
		Files.writeString(Path.of("target", "bench", "lists.md"), this.table);
		System.out.println(this.table);
		assertThat(first).isLessThan(2);
		assertThat(filtered).isLessThan(2);
	}

	private static Search search(String action) {
		return new Search(null, null, null, null, action, null, null, null, null);
	}

	private void fill() {
		this.jdbc.sql("""
				INSERT INTO audit_entry (happened_at, actor_kind, actor_id, came_from, action, object_kind, object_id,
					outcome, details)
				SELECT '2026-05-01' + INTERVAL seq SECOND, 'STAFF', MOD(seq, 500), '192.0.2.1',
					IF(MOD(seq, 1000) = 0, 'bench.rare', 'bench.usual'), 'unit', MOD(seq, 5000), 'DONE', 'role=EDITOR'
				FROM seq_1_to_%d
				""".formatted(ROWS)).update();
	}

	private double compare(String name, String sql, Runnable desk, Runnable page) {
		double[] bare = measure(() -> this.jdbc.sql(sql).query().listOfRows());
		double[] ours = measure(desk);
		double[] whole = measure(page);
		this.table.append(String.format(Locale.ROOT, "| %s | %.2f / %.2f | %.2f / %.2f | %.2f | %.2f / %.2f |%n", name,
				bare[0], bare[1], ours[0], ours[1], ours[1] / bare[1], whole[0], whole[1]));
		return ours[1] / bare[1];
	}

	/** Median and 95th percentile in milliseconds. */
	private static double[] measure(Runnable work) {
		for (int i = 0; i < WARM; i++) {
			work.run();
		}
		double[] times = new double[MEASURED];
		for (int i = 0; i < MEASURED; i++) {
			long start = System.nanoTime();
			work.run();
			times[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		return new double[] { times[MEASURED / 2], times[MEASURED * 95 / 100] };
	}

}
