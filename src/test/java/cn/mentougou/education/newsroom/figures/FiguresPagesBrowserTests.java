package cn.mentougou.education.newsroom.figures;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The charts, in a browser that refuses whatever the policy does not allow. */
class FiguresPagesBrowserTests extends BrowserSite {

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void seed() {
		this.jdbc.sql("DELETE FROM account_figure_day").update();
		this.jdbc.sql("DELETE FROM article_figure_day").update();
		this.jdbc.sql("DELETE FROM article_figure").update();
		this.jdbc.sql("DELETE FROM news_fact WHERE item_id > 9000").update();
		this.jdbc.sql("DELETE FROM news_fact_board WHERE item_id > 9000").update();
		this.jdbc.sql("DELETE FROM push_plan_item WHERE plan_id > 7000").update();
		this.jdbc.sql("DELETE FROM push_plan WHERE id > 7000").update();
		LocalDate today = LocalDate.now(this.clock);
		FigureSamples samples = new FigureSamples(this.jdbc, today);
		samples.item(9001, "DISTRICT", null, "教育新闻", "媒体聚焦");
		samples.item(9002, "BEIJING", null, "教育新闻");
		samples.push(7001, "1247490098", 9001, 9002);
		samples.figures("1247490098", 1, 321);
		as(Role.EDITOR);
	}

	@Test
	void chartsAreDrawnBesideTheirTablesAndNothingIsRefused() {
		String account = EngineProperties.SUBSCRIPTION;
		look("/console/news-figures?account=" + account);
		this.browser.find(".chart .legend", "阅读人数");
		assertThat(this.browser.run("return document.querySelectorAll('.chart svg, .chart canvas').length"))
			.isEqualTo(6L);
		assertThat(this.browser.run("return document.querySelectorAll('.chart[hidden]').length")).isEqualTo(0L);
	}

}
