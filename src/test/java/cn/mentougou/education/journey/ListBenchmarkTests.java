package cn.mentougou.education.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.audit.AuditTrail;
import cn.mentougou.education.office.audit.AuditTrail.Search;
import cn.mentougou.education.office.door.Browser;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.FollowerSearch;
import cn.mentougou.education.wechat.follower.FollowerState;
import cn.mentougou.education.wechat.follower.Followers;

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

	private static final String APP_ID = EngineProperties.SERVICE;

	private static final String FOLLOWERS = "SELECT f.id, f.app_id, f.person, f.remark, f.state, f.blocked,"
			+ " f.since, f.state_at, f.way, f.scene, f.profile_at";

	private static final String BY_SINCE = " ORDER BY f.since DESC, f.id DESC LIMIT " + (KeyPage.ROWS + 1);

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
		write("lists.md");
		assertThat(first).isLessThan(2);
		assertThat(filtered).isLessThan(2);
	}

	@Test
	void followersCostLittleMoreThanTheirSql(@Autowired Followers followers, @Autowired FollowerRoll roll)
			throws IOException {
		fill(roll);
		Browser editor = signedIn(colleague(Role.EDITOR));
		String page = "/console/followers?account=" + APP_ID;
		String where = " WHERE f.app_id = '" + APP_ID + "' AND f.state = 'FOLLOWING'";
		FollowerSearch all = FollowerSearch.following(APP_ID, KeyPage.ROWS + 1);
		FollowerSearch tagged = new FollowerSearch(APP_ID, FollowerState.FOLLOWING, false, 100, null, null, null, null,
				KeyPage.ROWS + 1);
		FollowerSearch scene = new FollowerSearch(APP_ID, FollowerState.FOLLOWING, false, null, "SCHOOL_7", null, null,
				null, KeyPage.ROWS + 1);
		double first = compare("followers, first page", FOLLOWERS + " FROM wechat_follower f" + where + BY_SINCE,
				() -> followers.list(all), () -> assertThat(editor.open(page).statusCode()).isEqualTo(200));
		double byTag = compare("followers with a tag",
				FOLLOWERS + " FROM follower_tag t STRAIGHT_JOIN wechat_follower f ON f.id = t.follower_id" + where
						+ " AND t.app_id = '" + APP_ID + "' AND t.tag_id = 100"
						+ BY_SINCE.replace("f.", "t.").replace("t.id", "t.follower_id"),
				() -> followers.list(tagged),
				() -> assertThat(editor.open(page + "&tag=100").statusCode()).isEqualTo(200));
		double byScene = compare("followers of a scene",
				FOLLOWERS + " FROM wechat_follower f" + where + " AND f.scene = 'SCHOOL_7'" + BY_SINCE,
				() -> followers.list(scene),
				() -> assertThat(editor.open(page + "&scene=SCHOOL_7").statusCode()).isEqualTo(200));
		write("lists-followers.md");
		assertThat(List.of(first, byTag, byScene)).allSatisfy((ratio) -> assertThat(ratio).isLessThan(2));
	}

	private void fill(FollowerRoll roll) {
		for (int from = 0; from < ROWS; from += 500) {
			int start = from;
			roll.listed(APP_ID, 1,
					IntStream.range(start, start + 500).mapToObj((i) -> "oBench%022d".formatted(i)).toList(),
					this.clock.instant());
		}
		this.jdbc
			.sql("UPDATE wechat_follower SET since = '2026-01-01' + INTERVAL id SECOND, way = 'ADD_SCENE_QR_CODE',"
					+ " scene = CONCAT('SCHOOL_', MOD(id, 100))")
			.update();
		this.jdbc
			.sql("INSERT INTO follower_tag (follower_id, tag_id, app_id, since)"
					+ " SELECT id, 100, app_id, since FROM wechat_follower WHERE MOD(id, 10) = 0")
			.update();
	}

	private void write(String file) throws IOException {
		Files.createDirectories(Path.of("target", "bench"));
		Files.writeString(Path.of("target", "bench", file), this.table);
		System.out.println(this.table);
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
