package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.personlink.PersonLinks;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Both accounts know a person as one, if the person agreed. */
@Journey
class PersonLinkJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String SUBSCRIPTION = EngineProperties.SUBSCRIPTION;

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Followers followers;

	@Autowired
	private PersonLinks links;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private SimPerson mother;

	private WeChatBrowser phone;

	@BeforeEach
	void followBoth() {
		this.simulator.pushOptions(PushOptions.NONE);
		openPlatform("open1");
		this.mother = this.simulator.person("王女士");
		this.mother.follow(SERVICE).await();
		this.mother.follow(SUBSCRIPTION).await();
		this.phone = WeChatBrowser.of(this.mother, this.port);
	}

	@AfterEach
	void leavePlatform() {
		openPlatform(null);
	}

	@Test
	void whoAgreesIsOnePersonUntilTheConsentIsTakenBack() {
		assertThat(this.phone.follow("/h5/both-accounts").body()).contains("我同意", "不同意不影响使用");
		assertThat(this.links.other(id(SERVICE))).isEmpty();
		this.phone.submit("/h5/both-accounts/agree", "version", "1");
		await().until(() -> {
			this.simulator.clock().advance(Duration.ofMinutes(5));
			return this.links.other(id(SERVICE)).isPresent();
		});
		assertThat(this.links.other(id(SERVICE))).contains(id(SUBSCRIPTION));
		assertThat(this.links.other(id(SUBSCRIPTION))).contains(id(SERVICE));
		assertThat(this.phone.follow("/h5/both-accounts").body()).contains("已经认出是同一个您", "撤回同意");
		this.phone.submit("/h5/both-accounts/withdraw");
		assertThat(this.links.other(id(SERVICE))).isEmpty();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM person_link WHERE follower_id = :id AND union_index IS NOT NULL")
			.param("id", id(SERVICE).value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void wordsThatChangedMeanwhileAreReadAgain() {
		this.phone.follow("/h5/both-accounts");
		this.phone.submit("/h5/both-accounts/agree", "version", "0");
		assertThat(this.phone.open("/h5/both-accounts").body()).contains("请再看一遍", "我同意");
	}

	@Test
	void whoDoesNotFollowHasNothingToJoin() {
		WeChatBrowser stranger = WeChatBrowser.of(this.simulator.person("李某"), this.port);
		assertThat(stranger.follow("/h5/both-accounts").body()).contains("没有关注服务号").doesNotContain("我同意");
		stranger.open("/h5");
		assertThat(stranger.submit("/h5/both-accounts/agree", "version", "1").statusCode()).isEqualTo(409);
	}

	private FollowerId id(String appId) {
		Optional<Follower> follower = this.followers.find(appId, this.mother.openId(appId));
		return follower.orElseThrow().id();
	}

	private void openPlatform(String id) {
		for (SimAccount account : this.simulator.accounts()) {
			this.simulator.account(account.withOpenPlatformId(id));
		}
	}

}
