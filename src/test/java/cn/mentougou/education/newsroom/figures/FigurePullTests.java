package cn.mentougou.education.newsroom.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.GivenTokens;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.article.SimArticle;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.figure.Figures;
import cn.mentougou.wechatsim.figure.Readings;
import cn.mentougou.wechatsim.mass.MassJob;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/** The figures of the simulated platform, fetched by the SDK and kept on the engine. */
@MapperTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class FigurePullTests {

	private static final String APP = Accounts.APP_ID;

	private static final String SUMMARY = "/datacube/getbizsummary";

	private static final LocalDate SENT_ON = LocalDate.of(2026, 4, 20);

	@Autowired
	private FigureMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	private WeChatSimulator sim;

	private FigurePull pull;

	private Post post;

	@BeforeEach
	void send() {
		SimAccount account = SimAccount.service(APP).withSecret(Accounts.SECRET);
		this.sim = WeChatSimulator.start(SimulatorSettings.defaults()
			.port(0)
			.platformPort(0)
			.clock(Clock.fixed(Instant.parse("2026-04-20T09:30:00Z"), ZoneOffset.UTC))
			.account(account));
		Caller caller = new Caller(this.sim.platformUrl());
		this.pull = new FigurePull(
				new WxMpFigures(new GivenTokens(() -> caller.token(account)).clients(this.sim.platformUrl())),
				this.mapper, Accounts.all(), TransactionOperations.withoutTransaction(), this.sim.clock());
		SimPerson mum = this.sim.person("王女士");
		mum.follow(APP);
		this.sim.mass()
			.sendByHand(APP, MassJob.Target.everybody(), List.of(SimArticle.byHand("一"), SimArticle.byHand("二")));
		this.sim.mass().settle();
		this.post = this.sim.mass().posts().of(APP).get(0);
		mum.reads(this.post, 1, Readings.Kind.READ);
		mum.reads(this.post, 1, Readings.Kind.SHARE);
	}

	@AfterEach
	void stop() {
		this.sim.close();
		List.of("account_figure_day", "article_figure_day", "article_figure")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
	}

	@Test
	void yesterdayIsFetchedOnceAndOnlyAfterEight() {
		this.sim.clock().advance(Duration.ofHours(14));
		this.pull.run();
		assertThat(calls(SUMMARY)).isZero();
		this.sim.clock().advance(Duration.ofHours(1));
		this.pull.run();
		assertThat(this.mapper.days(APP, SENT_ON, SENT_ON)).singleElement().satisfies((day) -> {
			assertThat(day.readUser()).isOne();
			assertThat(day.shareUser()).isOne();
			assertThat(day.isComplete()).isTrue();
		});
		assertThat(articles()).extracting(FigureMapper.ArticleRow::place, FigureMapper.ArticleRow::readUser)
			.containsExactly(tuple(1, 1L), tuple(2, 0L));
		assertThat(articles()).extracting(FigureMapper.ArticleRow::dataId)
			.containsOnly(String.valueOf(this.post.msgDataId()));
		this.pull.run();
		assertThat(calls(SUMMARY)).isOne();
	}

	@Test
	void whatIsLateIsAskedForAgainUntilItIsComplete() {
		this.sim.clock().advance(Duration.ofHours(15));
		this.sim.readings().late(APP, true);
		this.pull.run();
		this.pull.run();
		assertThat(calls(SUMMARY)).isEqualTo(2);
		assertThat(this.mapper.complete(APP, SENT_ON, SENT_ON)).isEmpty();
		this.sim.readings().late(APP, false);
		this.pull.run();
		assertThat(this.mapper.complete(APP, SENT_ON, SENT_ON)).containsExactly(SENT_ON);
	}

	@Test
	void figuresGrowForThirtyDaysAndWhatWasMissedIsFetched() {
		this.sim.clock().advance(Duration.ofDays(20).plusHours(1));
		this.sim.readings().add(this.post.articleId(), 1, SENT_ON.plusDays(19), new Figures(5, 0, 0, 0, 0));
		this.pull.run();
		assertThat(this.mapper.complete(APP, SENT_ON, SENT_ON.plusDays(19))).hasSize(20);
		assertThat(articles().get(0).readUser()).isEqualTo(6);
		this.sim.readings().add(this.post.articleId(), 1, SENT_ON.plusDays(19), new Figures(2, 0, 0, 0, 0));
		this.sim.clock().advance(Duration.ofDays(1));
		this.pull.run();
		assertThat(articles().get(0).readUser()).isEqualTo(8);
	}

	@Test
	void spanThatIsTooLongIsAskedForInHalves() {
		this.sim.clock().advance(Duration.ofDays(4));
		this.sim.faults().add(Fault.errcode(61501).onPath(SUMMARY).times(1));
		this.pull.run();
		assertThat(calls(SUMMARY)).isEqualTo(3);
		assertThat(this.mapper.complete(APP, SENT_ON, SENT_ON.plusDays(3))).hasSize(4);
	}

	@Test
	void refusalFailsTheRunAndTheNextOneAsksAgain() {
		this.sim.clock().advance(Duration.ofHours(15));
		this.sim.faults().add(Fault.errcode(48001).onPath(SUMMARY).times(1));
		assertThatIllegalStateException().isThrownBy(this.pull::run);
		this.pull.run();
		assertThat(this.mapper.complete(APP, SENT_ON, SENT_ON)).hasSize(1);
	}

	private List<FigureMapper.ArticleRow> articles() {
		return this.mapper.articles(APP, SENT_ON, SENT_ON, 10);
	}

	private long calls(String path) {
		return this.sim.apiLog().stream().filter((call) -> call.path().equals(path)).count();
	}

}
