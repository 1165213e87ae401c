package cn.mentougou.education.newsroom.figures;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;

/** Items, pushes and figures as they stand after a while, for the pages. */
final class FigureSamples {

	private static final String APP_ID = EngineProperties.SUBSCRIPTION;

	private final JdbcClient jdbc;

	private final LocalDate today;

	FigureSamples(JdbcClient jdbc, LocalDate today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	/** An item that is shown since today. */
	void item(long id, String level, @Nullable Long unit, String... boards) {
		this.jdbc.sql("INSERT INTO news_fact (item_id, shown_on, level, unit_id) VALUES (?, ?, ?, ?)")
			.param(id)
			.param(this.today)
			.param(level)
			.param(unit)
			.update();
		for (String board : boards) {
			this.jdbc.sql("INSERT INTO news_fact_board (item_id, board) VALUES (?, ?)").param(id).param(board).update();
		}
	}

	/** A push that went out today. */
	void push(long id, String dataId, long... items) {
		this.jdbc
			.sql("""
					INSERT INTO push_plan (id, app_id, slot_at, verb, late, state, reason, revision, generation, msg_data_id,
						tries, next_try_at, actor_id, created_at)
					VALUES (?, ?, ?, 'MASS', 'SKIP', 'SENT', '', 1, 1, ?, 1, '9999-01-01', 1, ?)
					""")
			.param(id)
			.param(APP_ID)
			.param(this.today.atTime(9, 30))
			.param(dataId)
			.param(this.today.atTime(9, 0))
			.update();
		for (int i = 0; i < items.length; i++) {
			this.jdbc.sql("INSERT INTO push_plan_item (plan_id, place, news_id) VALUES (?, ?, ?)")
				.param(id)
				.param(i + 1)
				.param(items[i])
				.update();
		}
	}

	/** Yesterday's readers of an article, and of all. */
	void figures(String dataId, int place, int readers) {
		LocalDate yesterday = this.today.minusDays(1);
		this.jdbc
			.sql("INSERT INTO article_figure (app_id, data_id, place, published_on, notified) VALUES (?, ?, ?, ?, 1)")
			.param(APP_ID)
			.param(dataId)
			.param(place)
			.param(yesterday)
			.update();
		this.jdbc.sql("INSERT INTO article_figure_day VALUES (?, ?, ?, ?, ?, 12, 3, 4, 0)")
			.param(APP_ID)
			.param(dataId)
			.param(place)
			.param(yesterday)
			.param(readers)
			.update();
		this.jdbc.sql("INSERT INTO account_figure_day VALUES (?, ?, ?, 12, 3, 4, 0, 1, ?)")
			.param(APP_ID)
			.param(yesterday)
			.param(readers)
			.param(this.today.atTime(8, 30))
			.update();
	}

}
