package cn.mentougou.education.journey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.site.ShownNews;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/** Who asks for news on the phone gets what is approved, in both accounts. */
@Journey
class NewsReplyJourneyTests {

	private ShownNews news;

	@Autowired
	private WeChatSimulator simulator;

	@BeforeEach
	void prepare(@Autowired JdbcClient jdbc, @Autowired Releases releases, @Autowired Attachments attachments,
			@Autowired Boards boards) {
		this.simulator.pushOptions(PushOptions.NONE);
		this.news = new ShownNews(jdbc, releases, attachments, boards);
	}

	@Test
	void wordsAndEntriesLeadToTheNewestUntilItIsWithdrawn() {
		NewsId district = this.news.item("我区劳动教育现场会").show();
		this.news.item("教育部发布新规").of(NewsLevel.NATIONAL).show();
		SimPerson person = this.simulator.person("钱女士");
		for (String account : new String[] { EngineProperties.SUBSCRIPTION, EngineProperties.SERVICE }) {
			person.follow(account).await();
			assertThat(answer(person, account, "新闻")).contains("我区劳动教育现场会", "教育部发布新规");
			assertThat(answer(person, account, "我区")).contains("我区劳动教育现场会").doesNotContain("教育部发布新规");
			assertThat(answer(person, account, "国家")).contains("教育部发布新规").doesNotContain("我区劳动教育现场会");
			person.menu(account, "NEWS_TODAY").await();
			assertThat(last(person, account)).contains("我区劳动教育现场会", "教育部发布新规");
		}
		this.news.withdraw(district, "内容有误");
		assertThat(answer(person, EngineProperties.SUBSCRIPTION, "我区新闻")).doesNotContain("我区劳动教育现场会");
	}

	private static String answer(SimPerson person, String account, String words) {
		person.text(account, words).await();
		return last(person, account);
	}

	private static String last(SimPerson person, String account) {
		return String.valueOf(person.phone(account)
			.stream()
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT)
			.reduce((first, second) -> second)
			.map(Bubble::text)
			.orElseThrow());
	}

}
