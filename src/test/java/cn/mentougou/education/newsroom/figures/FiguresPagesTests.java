package cn.mentougou.education.newsroom.figures;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsReleased;
import cn.mentougou.education.newsroom.news.NewsWithdrawn;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the figures, and the counts of items and of pushes. */
@PageTest
class FiguresPagesTests {

	private static final String APP_ID = EngineProperties.SUBSCRIPTION;

	@Autowired
	private PagesConfiguration.Browser browser;

	@Autowired
	private District district;

	@Autowired
	private YearCounts counts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private Clock clock;

	private Actor editor;

	private LocalDate today;

	@BeforeEach
	void seed() {
		this.editor = this.district.holding(Role.EDITOR, this.district.commission());
		this.today = LocalDate.now(this.clock);
		FigureSamples samples = new FigureSamples(this.jdbc, this.today);
		samples.item(9001, "DISTRICT", this.district.commission().value(), "教育新闻");
		samples.item(9002, "DISTRICT", null, "教育新闻", "媒体聚焦");
		samples.item(9003, "BEIJING", this.district.commission().value(), "教育新闻");
		samples.push(7001, "1247490098", 9001, 9002);
		samples.push(7002, "1247490099", 9001);
		samples.figures("1247490098", 1, 321);
	}

	@Test
	void itemsAndPushesAreCountedApart() {
		YearCount count = this.counts.of(this.today.getYear());
		assertThat(count.items()).isEqualTo(3);
		assertThat(count.pushes()).isEqualTo(2);
		assertThat(count.pushed()).isEqualTo(3);
		assertThat(count.byLevel()).containsExactly(new YearCount.Line("国家", 0, 0, 0),
				new YearCount.Line("北京市", 1, 0, 0), new YearCount.Line("我区", 2, 2, 3));
		assertThat(count.byBoard()).contains(new YearCount.Line("教育新闻", 3, 2, 3), new YearCount.Line("媒体聚焦", 1, 1, 1));
		assertThat(count.bySection()).contains(new YearCount.Line("没有登记单位", 1, 1, 1));
		assertThat(count.byMonth()).hasSize(12)
			.contains(new YearCount.Line(this.today.getMonthValue() + " 月", 3, 2, 3));
	}

	@Test
	void whatIsReleasedIsCountedOnTheDayOfItsFirstShowing() {
		long board = this.jdbc.sql("SELECT MIN(id) FROM news_board WHERE is_public = 1").query(Long.class).single();
		this.jdbc
			.sql("""
					INSERT INTO news_release (item_id, version, content_hash, title, author, digest, body, level, boards, ai_made,
						approved_at, first_shown_at, working_hash, files, shown)
					VALUES (9009, 1, REPEAT('a', 64), '题', '', '', '', 'NATIONAL', ?, 0, ?, ?, REPEAT('a', 64), 0, 1)
					""")
			.param(String.valueOf(board))
			.param(this.clock.instant())
			.param(this.clock.instant())
			.update();
		this.events.publishEvent(new NewsReleased(new NewsId(9009), 1));
		this.events.publishEvent(new NewsReleased(new NewsId(9009), 2));
		assertThat(this.counts.of(this.today.getYear()).byLevel()).contains(new YearCount.Line("国家", 1, 0, 0));
		this.events.publishEvent(new NewsWithdrawn(new NewsId(9009)));
		assertThat(this.counts.of(this.today.getYear()).withdrawn()).isOne();
		this.events.publishEvent(new NewsReleased(new NewsId(9009), 3));
		assertThat(this.counts.of(this.today.getYear()).withdrawn()).as("given back and approved again").isZero();
	}

	@Test
	void figuresStandInTablesBesideTheirCharts() throws UnsupportedEncodingException {
		String page = "/console/news-figures?account=" + APP_ID;
		assertThat(this.browser.get(this.editor, page)).hasStatusOk()
			.bodyText()
			.contains("所选期间阅读 321 人次", "data-of=\"days\"", "还不完整", "读得最多的文章", "321", "首次公开的新闻 3 条", "推送 2 次，共推出 3 篇");
		assertThat(this.browser.get(this.editor, page + "&from=soon")).hasStatusOk().bodyText().contains("最近 30 天");
		for (String odd : new String[] { "&year=2000000000", "&year=-1", "&until=%2B999999999-12-31",
				"&until=-999999999-01-01" }) {
			assertThat(this.browser.get(this.editor, page + odd)).as(odd).hasStatusOk();
		}
		assertThat(this.browser.get(this.editor, "/console/news-figures?account=wx0")).hasStatus(HttpStatus.NOT_FOUND);
		String file = this.browser.get(this.editor, "/console/news-figures/export?account=" + APP_ID)
			.getResponse()
			.getContentAsString();
		assertThat(file).contains("标题,发出日期,方式,阅读人数", ",群发,321,");
	}

}
