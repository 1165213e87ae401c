package cn.mentougou.wechatsim.mass;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.article.SimArticle;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Mass sends: quotas, keys, protection and the event that tells the result. */
class MassApiTests {

	private static final String DONE = "MASSSENDJOBFINISH";

	private static final String SEND = "/cgi-bin/message/mass/sendall";

	private final Newsroom room = new Newsroom();

	private final String subscription = Newsroom.SUBSCRIPTION.appId();

	private final String service = Newsroom.SERVICE.appId();

	@AfterEach
	void stop() {
		room.close();
	}

	@Test
	void sendReachesEveryFollowerOnceAndTheEventTellsTheNumbers() {
		SimPerson mum = room.follower("王女士", subscription);
		SimPerson dad = room.follower("李先生", subscription);
		dad.refusesMessages(subscription, true);
		JsonNode answer = room.sendAll(subscription, room.draft(subscription, "今日教育新闻", "另一条"), "k1");
		assertThat(answer.path("errcode").asInt(-9)).isZero();
		assertThat(answer.path("errmsg").asString()).isEqualTo("send job submission success");
		assertThat(answer.path("msg_data_id").asLong()).isPositive();
		assertThat(room.state(subscription, answer)).isEqualTo("SENDING");
		room.settle();
		assertThat(room.state(subscription, answer)).isEqualTo("SEND_SUCCESS");
		assertThat(room.events(DONE)).singleElement()
			.asString()
			.contains("<MsgID>" + answer.path("msg_id").asLong() + "</MsgID>",
					"<Status><![CDATA[send success]]></Status>", "<TotalCount>2</TotalCount>",
					"<FilterCount>1</FilterCount>", "<SentCount>1</SentCount>", "<ErrorCount>0</ErrorCount>",
					"<ResultList></ResultList>", "<ArticleIdx>2</ArticleIdx>", "/s/");
		assertThat(mum.phone(subscription)).last().satisfies((bubble) -> {
			assertThat(bubble.via()).isEqualTo(Bubble.Via.MASS);
			assertThat(bubble.articles()).extracting(Bubble.Article::title).containsExactly("今日教育新闻", "另一条");
		});
		assertThat(dad.phone(subscription)).noneMatch((bubble) -> bubble.kind() == Bubble.Kind.NEWS);
		assertThat(room.mass().massesUnder(subscription, "k1")).hasSize(1);
		assertThat(room.mass().massesTo(subscription, mum.openId(subscription))).hasSize(1);
		assertThat(room.mass().massesTo(subscription, dad.openId(subscription))).isEmpty();
	}

	@Test
	void draftLeavesItsBoxWhenItIsSent() {
		String draft = room.draft(subscription, "一");
		assertThat(room.sendAll(subscription, draft, "k1").path("errcode").asInt(-9)).isZero();
		assertThat(room.code(subscription, "/cgi-bin/draft/get", "{\"media_id\":\"" + draft + "\"}")).isEqualTo(40007);
		assertThat(room.sendAll(subscription, draft, "k2").path("errcode").asInt()).isEqualTo(40007);
	}

	@Test
	void subscriptionAccountSendsOnceADay() {
		room.sendAll(subscription, room.draft(subscription, "一"), "k1");
		room.settle();
		String second = room.draft(subscription, "二");
		assertThat(room.sendAll(subscription, second, "k2").path("errcode").asInt()).isEqualTo(45028);
		assertThat(room.mass().left(subscription)).isZero();
		room.sim().clock().advance(Duration.ofHours(16));
		assertThat(room.sendAll(subscription, second, "k2").path("errcode").asInt(-9)).isZero();
	}

	@Test
	void serviceAccountReachesAPersonFourTimesAMonth() {
		SimPerson mum = room.follower("王女士", service);
		SimPerson dad = room.follower("李先生", service);
		for (int i = 0; i < 5; i++) {
			String people = "[\"%s\",\"%s\"]".formatted(mum.openId(service), dad.openId(service));
			assertThat(room.code(service, "/cgi-bin/message/mass/send",
					"{\"touser\":%s,\"msgtype\":\"text\",\"text\":{\"content\":\"第%d条\"},\"clientmsgid\":\"p%d\"}"
						.formatted(people, i, i)))
				.isZero();
			room.settle();
		}
		assertThat(room.events(DONE)).last()
			.asString()
			.contains("<TotalCount>2</TotalCount>", "<FilterCount>0</FilterCount>");
		assertThat(room.mass().massesTo(service, mum.openId(service))).hasSize(4);
		assertThat(room.code(subscription, "/cgi-bin/message/mass/send", "{}")).isEqualTo(48001);
	}

	@Test
	void serviceAccountSendsToAllOnceADayAndFourTimesAMonth() {
		for (int i = 0; i < 4; i++) {
			assertThat(room.sendAll(service, room.draft(service, "第" + i), "k" + i).path("errcode").asInt(-9)).isZero();
			assertThat(room.sendAll(service, room.draft(service, "再"), "again" + i).path("errcode").asInt())
				.isEqualTo(45028);
			room.sim().clock().advance(Duration.ofDays(1));
		}
		assertThat(room.sendAll(service, room.draft(service, "第五"), "k5").path("errcode").asInt()).isEqualTo(45028);
		room.sim().clock().advance(Duration.ofDays(10));
		assertThat(room.sendAll(service, room.draft(service, "下月"), "k6").path("errcode").asInt(-9)).isZero();
	}

	@Test
	void sameKeyIsRefusedWithTheNumberOfTheSendForADay() {
		JsonNode first = room.sendAll(subscription, room.draft(subscription, "一"), "k1");
		room.sim().clock().advance(Duration.ofSeconds(59));
		JsonNode fast = room.sendAll(subscription, "whatever", "k1");
		assertThat(fast.path("errcode").asInt()).isEqualTo(45066);
		assertThat(fast.has("msg_id")).isFalse();
		room.sim().clock().advance(Duration.ofSeconds(1));
		JsonNode again = room.sendAll(subscription, "whatever", "k1");
		assertThat(again.path("errcode").asInt()).isEqualTo(45065);
		assertThat(again.path("msg_id").asLong()).isEqualTo(first.path("msg_id").asLong());
		assertThat(again.has("msg_data_id")).isFalse();
		room.sim().clock().advance(Duration.ofHours(24));
		assertThat(room.sendAll(subscription, room.draft(subscription, "二"), "k1").path("errcode").asInt(-9)).isZero();
		assertThat(room.sendAll(subscription, "x", "k".repeat(65)).path("errcode").asInt()).isEqualTo(45067);
		assertThat(room.mass().massesUnder(subscription, "k1")).hasSize(2);
	}

	@Test
	void lostAnswerAndARepeatMakeOneSend() {
		room.sim().faults().add(Fault.of(FaultAction.DROP_AFTER).onPath(SEND).times(1));
		String draft = room.draft(subscription, "一");
		assertThatThrownBy(() -> room.sendAll(subscription, draft, "k1")).isInstanceOf(RuntimeException.class);
		room.sim().clock().advance(Duration.ofMinutes(1));
		assertThat(room.sendAll(subscription, draft, "k1").path("errcode").asInt()).isEqualTo(45065);
		assertThat(room.mass().masses(subscription)).hasSize(1);
	}

	@Test
	void protectedSendWaitsForTheAdministrator() {
		SimPerson mum = room.follower("王女士", subscription);
		room.mass().settings(subscription, room.mass().settings(subscription).withProtect(true));
		JsonNode allowed = room.sendAll(subscription, room.draft(subscription, "一"), "k1");
		room.settle();
		assertThat(room.state(subscription, allowed)).isEqualTo("SENDING");
		room.mass().confirm(allowed.path("msg_id").asLong());
		room.settle();
		assertThat(room.state(subscription, allowed)).isEqualTo("SEND_SUCCESS");
		assertThat(mum.phone(subscription)).anyMatch((bubble) -> bubble.kind() == Bubble.Kind.NEWS);
		room.sim().clock().advance(Duration.ofDays(1));
		JsonNode refused = room.sendAll(subscription, room.draft(subscription, "二"), "k2");
		room.mass().refuse(refused.path("msg_id").asLong());
		await().untilAsserted(() -> assertThat(room.events(DONE)).last().asString().contains("<![CDATA[err(40001)]]>"));
		JsonNode forgotten = room.sendAll(subscription, room.draft(subscription, "三"), "k3");
		assertThat(forgotten.path("errcode").asInt(-9)).isZero();
		room.sim().clock().advance(Duration.ofMinutes(30));
		await().untilAsserted(() -> assertThat(room.events(DONE)).last().asString().contains("<![CDATA[err(40002)]]>"));
		assertThat(room.state(subscription, forgotten)).isEqualTo("SEND_FAIL");
		assertThat(room.mass().left(subscription)).isOne();
	}

	@Test
	void contentFilterRefusesWithItsCode() {
		room.sim().faults().add(Fault.jobFailed(20001).onPath(DONE).times(1));
		JsonNode answer = room.sendAll(subscription, room.draft(subscription, "一"), "k1");
		room.settle();
		assertThat(room.events(DONE)).singleElement().asString().contains("<![CDATA[err(20001)]]>");
		assertThat(room.state(subscription, answer)).isEqualTo("SEND_FAIL");
		room.sim().faults().add(Fault.jobFailed(30003).onPath(DONE).times(1));
		room.sendAll(subscription, room.draft(subscription, "二"), "k2");
		room.settle();
		assertThat(room.events(DONE)).last().asString().contains("<CheckState>3</CheckState>");
	}

	@Test
	void eventCanComeBeforeTheAnswerLateTwiceOrNever() {
		room.sim().faults().add(Fault.of(FaultAction.EARLY_EVENT).onPath(DONE).times(1));
		room.sendAll(subscription, room.draft(subscription, "早"), "k1");
		assertThat(room.events(DONE)).hasSize(1);
		nextDay();
		room.sim().faults().add(Fault.lateEvent(Duration.ofHours(2)).onPath(DONE).times(1));
		room.sendAll(subscription, room.draft(subscription, "迟"), "k2");
		room.settle();
		assertThat(room.mass().masses(subscription)).extracting(MassJob::state).containsOnly(MassJob.State.SENT);
		assertThat(room.events(DONE)).hasSize(1);
		room.sim().clock().advance(Duration.ofHours(2));
		await().untilAsserted(() -> assertThat(room.events(DONE)).hasSize(2));
		nextDay();
		room.sim().faults().add(Fault.of(FaultAction.DUPLICATE_PUSH).onPath(DONE).times(1));
		room.sendAll(subscription, room.draft(subscription, "双"), "k3");
		room.settle();
		assertThat(room.events(DONE)).hasSize(4);
		nextDay();
		room.sim().faults().add(Fault.of(FaultAction.LOST_EVENT).onPath(DONE).times(1));
		JsonNode lost = room.sendAll(subscription, room.draft(subscription, "丢"), "k4");
		room.settle();
		assertThat(room.events(DONE)).hasSize(4);
		assertThat(room.state(subscription, lost)).isEqualTo("SEND_SUCCESS");
	}

	@Test
	void sendByHandUsesTheSlotAndIsToldToo() {
		SimPerson mum = room.follower("王女士", subscription);
		room.mass().sendByHand(subscription, MassJob.Target.everybody(), List.of(SimArticle.byHand("手工发的")));
		room.settle();
		assertThat(room.events(DONE)).hasSize(1);
		assertThat(mum.phone(subscription)).last().extracting(Bubble::kind).isEqualTo(Bubble.Kind.NEWS);
		assertThat(room.sendAll(subscription, room.draft(subscription, "一"), "k1").path("errcode").asInt())
			.isEqualTo(45028);
		assertThatIllegalArgumentException().isThrownBy(() -> room.mass()
			.sendByHand(subscription, MassJob.Target.everybody(), List.of(SimArticle.byHand("再发"))));
		assertThat(room.mass().masses(subscription)).singleElement().matches(MassJob::byHand);
	}

	@Test
	void tagGetsItsPeopleOnly() {
		SimPerson mum = room.follower("王女士", subscription);
		SimPerson dad = room.follower("李先生", subscription);
		int tag = room.post(subscription, "/cgi-bin/tags/create", "{\"tag\":{\"name\":\"教师\"}}").at("/tag/id").asInt();
		room.post(subscription, "/cgi-bin/tags/members/batchtagging",
				"{\"openid_list\":[\"%s\"],\"tagid\":%d}".formatted(mum.openId(subscription), tag));
		String body = "{\"filter\":{\"is_to_all\":false,\"tag_id\":%d},\"msgtype\":\"mpnews\",\"mpnews\":{\"media_id\":\"%s\"}}";
		String draft = room.draft(subscription, "一");
		assertThat(room.code(subscription, SEND, body.formatted(99, draft))).isEqualTo(45159);
		assertThat(room.code(subscription, SEND, body.formatted(tag, draft))).isZero();
		room.settle();
		assertThat(room.mass().massesTo(subscription, mum.openId(subscription))).hasSize(1);
		assertThat(room.mass().massesTo(subscription, dad.openId(subscription))).isEmpty();
	}

	@Test
	void previewShowsOnePersonAndUsesNothingUp() {
		SimPerson mum = room.follower("王女士", subscription);
		String draft = room.draft(subscription, "一");
		String body = "{\"%s\":\"%s\",\"msgtype\":\"mpnews\",\"mpnews\":{\"media_id\":\"%s\"}}";
		String preview = "/cgi-bin/message/mass/preview";
		assertThat(room.code(subscription, preview, body.formatted("touser", mum.openId(subscription), draft)))
			.isZero();
		assertThat(room.code(subscription, preview, body.formatted("towxname", "王女士", draft))).isZero();
		assertThat(room.code(subscription, preview, body.formatted("towxname", "没有这个人", draft))).isEqualTo(40132);
		assertThat(mum.phone(subscription)).filteredOn((bubble) -> bubble.via() == Bubble.Via.PREVIEW).hasSize(2);
		assertThat(room.page(mum.phone(subscription).get(1).articles().get(0).url())).contains("预览，仅供确认", "一</p>");
		assertThat(room.sendAll(subscription, draft, "k1").path("errcode").asInt(-9)).isZero();
	}

	@Test
	void deletedArticleCannotBeReadAndTheCardStays() {
		SimPerson mum = room.follower("王女士", subscription);
		JsonNode answer = room.sendAll(subscription, room.draft(subscription, "一", "二"), "k1");
		room.settle();
		String address = mum.phone(subscription).get(1).articles().get(1).url();
		assertThat(room.page(address)).contains("<h1 id=\"activity-name\">二</h1>");
		String body = "{\"msg_id\":%d,\"article_idx\":%d}";
		long id = answer.path("msg_id").asLong();
		assertThat(room.code(subscription, "/cgi-bin/message/mass/delete", body.formatted(id, 3))).isEqualTo(40060);
		assertThat(room.code(subscription, "/cgi-bin/message/mass/delete", body.formatted(id, 2))).isZero();
		assertThat(room.page(address)).contains("该内容已被发布者删除");
		assertThat(room.state(subscription, answer)).isEqualTo("SEND_SUCCESS");
		assertThat(room.code(subscription, "/cgi-bin/message/mass/delete", body.formatted(id, 0))).isZero();
		assertThat(room.state(subscription, answer)).isEqualTo("DELETE");
		assertThat(mum.phone(subscription)).hasSize(2);
		assertThat(room.code(subscription, "/cgi-bin/message/mass/get", "{\"msg_id\":1}")).isEqualTo(40059);
	}

	private void nextDay() {
		room.sim().clock().advance(Duration.ofDays(1));
	}

}
