package cn.mentougou.education.demo;

import java.time.Clock;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsListQuery;
import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.post.DisclosurePosts;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class DemoNewsTests {

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private ApprovedNews approved;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void aYearLiesBehindAndAnItemStandsAtEveryState() {
		MockEnvironment environment = new MockEnvironment()
			.withProperty("education.demo.password", "quiet river seven stones")
			.withProperty("education.demo.totp-secret", Totp.fresh().letters());
		DemoSignIns signIns = new DemoSignIns(this.beans.getBean(SignIns.class), this.beans.getBean(OwnPasswords.class),
				this.beans.getBean(SecondFactors.class), this.beans.getBean(Actors.class), environment);
		new DemoOffice(this.beans.getBean(Units.class), this.beans.getBean(People.class),
				this.beans.getBean(Appointments.class), this.beans.getBean(DisclosurePosts.class), signIns)
			.seed();
		DemoNews news = (DemoNews) this.beans.autowire(DemoNews.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR,
				false);
		news.seed();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM news_release WHERE shown = 1").query(Long.class).single())
			.isGreaterThan(450);
		assertThat(this.jdbc.sql("SELECT DISTINCT stage FROM news_item").query(String.class).list())
			.containsExactlyInAnyOrder("DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "CHANGED", "WITHDRAWN");
		assertThat(this.approved.latest(NewsListQuery.newest(20))).hasSize(20)
			.anySatisfy((item) -> assertThat(item.correction()).isNotNull());
		assertThat(this.approved.tombstonesSince(this.clock.instant().minusSeconds(3600))).isNotEmpty();
		long before = this.jdbc.sql("SELECT COUNT(*) FROM news_item").query(Long.class).single();
		news.seed();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM news_item").query(Long.class).single()).isEqualTo(before);
	}

}
