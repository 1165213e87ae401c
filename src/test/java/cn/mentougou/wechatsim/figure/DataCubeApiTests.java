package cn.mentougou.wechatsim.figure;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.mass.Newsroom;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures of articles: what counts, from when on, and in which span. */
class DataCubeApiTests {

	private final Newsroom room = new Newsroom();

	private final String app = Newsroom.SUBSCRIPTION.appId();

	@AfterEach
	void stop() {
		room.close();
	}

	@Test
	void readingCountsOncePerPersonAndDay() {
		SimPerson mum = room.follower("王女士", app);
		SimPerson dad = room.follower("李先生", app);
		Post post = sent();
		mum.reads(post, 1, Readings.Kind.READ);
		mum.reads(post, 1, Readings.Kind.READ);
		dad.reads(post, 1, Readings.Kind.READ);
		dad.reads(post, 1, Readings.Kind.SHARE);
		room.sim().clock().advance(Duration.ofDays(1));
		mum.reads(post, 2, Readings.Kind.READ);
		room.sim().clock().advance(Duration.ofDays(1));
		JsonNode totals = ask("getarticletotaldetail", "2026-04-20", "2026-04-21");
		assertThat(totals.path("is_delay").asBoolean(true)).isFalse();
		assertThat(totals.path("list")).hasSize(2);
		assertThat(totals.at("/list/0/msgid").asString()).isEqualTo(post.msgDataId() + "_1");
		assertThat(totals.at("/list/0/publish_type").asInt(-1)).isZero();
		assertThat(totals.at("/list/0/detail_list/0/stat_date").asString()).isEqualTo("2026-04-20");
		assertThat(totals.at("/list/0/detail_list/0/read_user").asInt()).isEqualTo(2);
		assertThat(totals.at("/list/0/detail_list/0/share_user").asInt()).isOne();
		assertThat(totals.at("/list/1/detail_list/1/read_user").asInt()).isOne();
		JsonNode summary = ask("getbizsummary", "2026-04-20", "2026-04-21");
		assertThat(summary.at("/list/0/detail/read_user").asInt()).isEqualTo(2);
		assertThat(summary.at("/list/1/detail/read_user").asInt()).isOne();
		assertThat(ask("getarticleread", "2026-04-20", "2026-04-20").at("/list/0/detail/read_user_source/0/user_count")
			.asInt()).isEqualTo(2);
	}

	@Test
	void yesterdayIsLateUntilEightInTheMorning() {
		Post post = sent();
		room.sim().readings().add(post.articleId(), 1, LocalDate.of(2026, 4, 20), new Figures(7, 0, 0, 0, 0));
		room.sim().clock().advance(Duration.ofHours(23));
		JsonNode early = ask("getbizsummary", "2026-04-20", "2026-04-20");
		assertThat(early.path("is_delay").asBoolean(false)).isTrue();
		assertThat(early.path("list")).isEmpty();
		assertThat(ask("getarticletotaldetail", "2026-04-20", "2026-04-20").at("/list/0/detail_list")).isEmpty();
		assertThat(ask("getusercumulate", "2026-04-20", "2026-04-20").path("errcode").asInt()).isEqualTo(61503);
		room.sim().clock().advance(Duration.ofHours(2));
		assertThat(ask("getbizsummary", "2026-04-20", "2026-04-20").at("/list/0/detail/read_user").asInt())
			.isEqualTo(7);
		room.sim().readings().late(app, true);
		assertThat(ask("getbizsummary", "2026-04-20", "2026-04-20").path("is_delay").asBoolean(false)).isTrue();
	}

	@Test
	void spansAreKept() {
		assertThat(code("getbizsummary", "2026-04-20", "2026-04-20")).isEqualTo(61501);
		assertThat(code("getbizsummary", "2026-04-19", "2026-04-18")).isEqualTo(61501);
		assertThat(code("getbizsummary", "2026-03-20", "2026-04-19")).isEqualTo(61501);
		assertThat(code("getarticleread", "2026-04-18", "2026-04-19")).isEqualTo(61501);
		assertThat(code("getusersummary", "2026-04-13", "2026-04-19")).isZero();
		assertThat(code("getbizsummary", "20260419", "2026-04-19")).isEqualTo(61500);
	}

	@Test
	void crowdReadsTheSameWayEachTime() {
		room.sim().crowd(app, 1000);
		sent();
		room.sim().clock().advance(Duration.ofDays(3));
		JsonNode days = ask("getarticletotaldetail", "2026-04-20", "2026-04-20").at("/list/0/detail_list");
		assertThat(days).hasSize(3);
		assertThat(days.get(0).path("read_user").asInt()).isBetween(80, 160);
		assertThat(days.get(2).path("read_user").asInt()).isLessThan(days.get(0).path("read_user").asInt());
		assertThat(ask("getusercumulate", "2026-04-22", "2026-04-22").at("/list/0/cumulate_user").asInt())
			.isEqualTo(1000);
	}

	private Post sent() {
		room.sendAll(app, room.draft(app, "一", "二"), "k1");
		room.settle();
		return room.mass().posts().of(app).get(0);
	}

	private JsonNode ask(String call, String begin, String end) {
		return room.post(app, "/datacube/" + call, "{\"begin_date\":\"%s\",\"end_date\":\"%s\"}".formatted(begin, end));
	}

	private int code(String call, String begin, String end) {
		return ask(call, begin, end).path("errcode").asInt(0);
	}

}
