package cn.mentougou.wechatsim.mass;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** Silent publications: their states, the event, deletion and the few calls a day. */
class PublishApiTests {

	private static final String DONE = "PUBLISHJOBFINISH";

	private static final String SUBMIT = "/cgi-bin/freepublish/submit";

	private final Newsroom room = new Newsroom();

	private final String app = Newsroom.SUBSCRIPTION.appId();

	@AfterEach
	void stop() {
		room.close();
	}

	@Test
	void publicationIsUnderWayThenDoneAndNobodyIsTold() {
		SimPerson mum = room.follower("王女士", app);
		JsonNode answer = submit(room.draft(app, "一", "二"));
		assertThat(answer.path("publish_id").isNumber()).isTrue();
		assertThat(status(answer)).isEqualTo(1);
		room.settle();
		assertThat(status(answer)).isZero();
		JsonNode done = get(answer);
		assertThat(done.at("/article_detail/count").asInt()).isEqualTo(2);
		assertThat(room.page(done.at("/article_detail/item/1/article_url").asString())).contains(">二</h1>");
		assertThat(room.events(DONE)).singleElement()
			.asString()
			.contains("<publish_status>0</publish_status>", "<idx>2</idx>",
					"<article_id><![CDATA[" + done.path("article_id").asString() + "]]>");
		assertThat(mum.phone(app)).hasSize(1);
		assertThat(room.mass().left(app)).isOne();
	}

	@Test
	void failuresHaveTheirStateAndTheDraftComesBack() {
		for (int state : new int[] { 2, 3, 4 }) {
			room.sim().faults().add(Fault.jobFailed(state).onPath(DONE).times(1));
			String draft = room.draft(app, "一");
			JsonNode answer = submit(draft);
			assertThat(room.code(app, SUBMIT, "{\"media_id\":\"" + draft + "\"}")).isEqualTo(40007);
			room.settle();
			assertThat(status(answer)).isEqualTo(state);
			assertThat(room.events(DONE)).last()
				.asString()
				.contains("<fail_idx>1</fail_idx>")
				.doesNotContain("article_detail");
			assertThat(room.code(app, "/cgi-bin/draft/get", "{\"media_id\":\"" + draft + "\"}")).isZero();
		}
	}

	@Test
	void testAccountAlwaysFails() {
		room.mass().settings(app, room.mass().settings(app).withTestAccount(true));
		JsonNode answer = submit(room.draft(app, "一"));
		room.settle();
		assertThat(status(answer)).isEqualTo(3);
	}

	@Test
	void checkOfADraftRefusesWithACode() {
		room.sim().faults().add(Fault.errcode(53503).onPath(SUBMIT).times(1));
		String draft = room.draft(app, "一");
		assertThat(submit(draft).path("errcode").asInt()).isEqualTo(53503);
		assertThat(submit(draft).path("errcode").asInt(-9)).isZero();
	}

	@Test
	void whatIsDeletedOrBannedHasAStateOfItsOwn() {
		JsonNode first = submit(room.draft(app, "一", "二"));
		JsonNode second = submit(room.draft(app, "三"));
		room.settle();
		String article = get(first).path("article_id").asString();
		String delete = "{\"article_id\":\"%s\",\"index\":%d}";
		assertThat(room.code(app, "/cgi-bin/freepublish/delete", delete.formatted(article, 1))).isZero();
		assertThat(status(first)).isZero();
		assertThat(room.post(app, "/cgi-bin/freepublish/getarticle", "{\"article_id\":\"" + article + "\"}")
			.at("/news_item/0/is_deleted")
			.asBoolean()).isTrue();
		assertThat(room.code(app, "/cgi-bin/freepublish/delete", delete.formatted(article, 0))).isZero();
		assertThat(status(first)).isEqualTo(5);
		String other = get(second).path("article_id").asString();
		room.mass().posts().ban(other);
		assertThat(status(second)).isEqualTo(6);
		assertThat(room.page(room.mass().posts().addresses(room.mass().posts().find(other).orElseThrow()).get(0)))
			.contains("因违规无法查看");
		assertThat(room.post(app, "/cgi-bin/freepublish/batchget", "{\"offset\":0,\"count\":20,\"no_content\":1}")
			.path("total_count")
			.asInt()).isEqualTo(2);
		assertThat(room.code(app, "/cgi-bin/freepublish/getarticle", "{\"article_id\":\"x\"}")).isEqualTo(53600);
	}

	@Test
	void idCanBeATextAndTheStateIsAskedSparingly() {
		room.mass().settings(app, room.mass().settings(app).withPublishIdAsText(true));
		JsonNode answer = submit(room.draft(app, "一"));
		assertThat(answer.path("publish_id").isString()).isTrue();
		room.sim().clock().advance(Duration.ofSeconds(1));
		room.sim().counters().limit(app, "/cgi-bin/freepublish/get", 1);
		assertThat(status(answer)).isZero();
		assertThat(get(answer).path("errcode").asInt()).isEqualTo(45009);
	}

	private JsonNode submit(String draft) {
		return room.post(app, SUBMIT, "{\"media_id\":\"" + draft + "\"}");
	}

	private JsonNode get(JsonNode answer) {
		return room.post(app, "/cgi-bin/freepublish/get",
				"{\"publish_id\":\"" + answer.path("publish_id").asString() + "\"}");
	}

	private int status(JsonNode answer) {
		return get(answer).path("publish_status").asInt(-9);
	}

}
