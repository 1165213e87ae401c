package cn.mentougou.education.wechat.mark;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.Journey;
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.followerstatistics.FollowerStatistics;
import cn.mentougou.education.wechat.tag.AccountTag;
import cn.mentougou.education.wechat.tag.TagState;
import cn.mentougou.education.wechat.tag.Tags;
import cn.mentougou.education.wechat.tag.Tags.Decision;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tags, remarks and the block list, with the simulator as the witness. */
@Journey
class MarkTests {

	private static final String APP_ID = EngineProperties.SERVICE;

	private static final Actor EDITOR = Actor.system("test");

	private static int number;

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Tags tags;

	@Autowired
	private Marks marks;

	@Autowired
	private Notes notes;

	@Autowired
	private MarkWork work;

	@Autowired
	private MarkHolder holder;

	@Autowired
	private Followers followers;

	@Autowired
	private FollowerStatistics statistics;

	@Autowired
	private Vault vault;

	private final List<SimPerson> people = new ArrayList<>();

	private final List<FollowerId> ids = new ArrayList<>();

	private AccountTag tag;

	@BeforeEach
	void follow() {
		for (int i = 0; i < 3; i++) {
			SimPerson person = this.simulator.person("家长" + i);
			person.follow(APP_ID).await();
			this.people.add(person);
			this.ids.add(this.followers.find(APP_ID, person.openId(APP_ID)).orElseThrow().id());
		}
		String name = "标签" + ++number;
		assertThat(this.tags.create(EDITOR, APP_ID, name)).isEqualTo(Decision.DONE);
		this.tag = this.tags.of(APP_ID).stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	@AfterEach
	void repair() {
		this.simulator.faults().clear();
		this.tags.delete(EDITOR, this.tag.id());
	}

	@Test
	void tagIsPutOnManyAndTakenOff() {
		assertThat(this.marks.putOn(EDITOR, this.tag, this.ids)).isEqualTo(3);
		settled();
		assertThat(this.people)
			.allSatisfy((person) -> assertThat(person.relation(APP_ID).tagIds()).contains(this.tag.platformId()));
		assertThat(this.followers.wearing(APP_ID, this.tag.platformId())).isEqualTo(3);
		assertThat(this.marks.takeOff(EDITOR, this.tag, this.ids.subList(0, 1))).isOne();
		settled();
		assertThat(this.people.get(0).relation(APP_ID).tagIds()).isEmpty();
		assertThat(this.followers.tagsOf(this.ids.get(0))).isEmpty();
	}

	@Test
	void lostAnswerIsAskedAgainWithoutHarm() {
		this.simulator.faults()
			.add(Fault.of(FaultAction.DROP_AFTER).onPath("/cgi-bin/tags/members/batchtagging").times(1));
		this.marks.putOn(EDITOR, this.tag, this.ids);
		this.work.run();
		this.simulator.clock().advance(Duration.ofMinutes(1));
		settled();
		assertThat(this.people.get(2).relation(APP_ID).tagIds()).containsExactly(this.tag.platformId());
		assertThat(this.followers.wearing(APP_ID, this.tag.platformId())).isEqualTo(3);
	}

	@Test
	void oneWhoCannotBeTaggedDoesNotKeepOthersFromIt() {
		this.simulator.followers().unfollow(APP_ID, this.people.get(1).id());
		this.marks.putOn(EDITOR, this.tag, this.ids);
		Awaitility.await().until(() -> {
			this.work.run();
			return this.marks.waitingAmong(this.ids).isEmpty();
		});
		assertThat(this.followers.tagsOf(this.ids.get(0))).containsExactly(this.tag.platformId());
		assertThat(this.followers.tagsOf(this.ids.get(2))).containsExactly(this.tag.platformId());
		assertThat(this.marks.of(this.ids.get(1))).singleElement()
			.satisfies((order) -> assertThat(order.standing()).startsWith("微信没有办"));
		assertThat(this.marks.refused(APP_ID)).isPositive();
		this.marks.dismiss(this.ids.get(1));
		assertThat(this.marks.of(this.ids.get(1))).isEmpty();
	}

	@Test
	void remarkAndBlockReachThePlatform() {
		this.marks.remark(EDITOR, this.ids.get(0), "王小明妈妈");
		this.marks.block(EDITOR, this.ids.get(0));
		settled();
		assertThat(this.people.get(0).relation(APP_ID).remark()).isEqualTo("王小明妈妈");
		assertThat(this.people.get(0).relation(APP_ID).blacklisted()).isTrue();
		assertThat(this.followers.of(this.ids.get(0)).blocked()).isTrue();
		this.marks.unblock(EDITOR, this.ids.get(0));
		this.marks.remark(EDITOR, this.ids.get(0), "");
		settled();
		assertThat(this.people.get(0).relation(APP_ID).blacklisted()).isFalse();
		assertThat(this.followers.of(this.ids.get(0)).remark()).isEmpty();
	}

	@Test
	void whoFollowsAgainGetsBackWhatThePlatformForgot() {
		this.marks.putOn(EDITOR, this.tag, this.ids);
		this.marks.remark(EDITOR, this.ids.get(0), "李老师");
		settled();
		this.simulator.clock().advance(Duration.ofSeconds(2));
		this.people.get(0).unfollow(APP_ID).await();
		assertThat(this.people.get(0).relation(APP_ID).tagIds()).isEmpty();
		assertThat(this.marks.putOn(EDITOR, this.tag, this.ids.subList(0, 1))).isZero();
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.marks.remark(EDITOR, this.ids.get(0), "x"));
		this.simulator.clock().advance(Duration.ofSeconds(2));
		this.people.get(0).follow(APP_ID).await();
		settled();
		assertThat(this.people.get(0).relation(APP_ID).tagIds()).containsExactly(this.tag.platformId());
		assertThat(this.people.get(0).relation(APP_ID).remark()).isEqualTo("李老师");
	}

	@Test
	void tagIsRenamedComparedAndFoundAfterALostAnswer() {
		String renamed = this.tag.name() + "新";
		assertThat(this.tags.rename(EDITOR, this.tag.id(), renamed)).isEqualTo(Decision.DONE);
		assertThat(this.tags.names(APP_ID)).containsEntry(this.tag.platformId(), renamed);
		assertThat(this.tags.compare(APP_ID)).isTrue();
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.tags.create(EDITOR, APP_ID, renamed));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.tags.create(EDITOR, APP_ID, "十一个汉字的名字太长了"));
		this.simulator.faults().add(Fault.of(FaultAction.DROP_AFTER).onPath("/cgi-bin/tags/create").times(1));
		String lost = "没有答复" + number;
		assertThat(this.tags.create(EDITOR, APP_ID, lost)).isEqualTo(Decision.UNDECIDED);
		AccountTag undecided = this.tags.of(APP_ID)
			.stream()
			.filter((one) -> one.name().equals(lost))
			.findFirst()
			.orElseThrow();
		assertThat(undecided.state()).isEqualTo(TagState.CREATING);
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.tags.rename(EDITOR, undecided.id(), "y"));
		this.simulator.clock().advance(Duration.ofMinutes(2));
		Awaitility.await()
			.atMost(Duration.ofSeconds(90))
			.until(() -> this.tags.find(undecided.id()).orElseThrow().state() == TagState.READY);
		assertThat(this.tags.delete(EDITOR, undecided.id())).isEqualTo(Decision.DONE);
		assertThat(this.tags.find(undecided.id())).isEmpty();
	}

	@Test
	void personGetsAndErasesWhatWasNoted() {
		FollowerId id = this.ids.get(0);
		PersonKeys keys = PersonKeys.of(new PersonKey.OpenId(this.people.get(0).openId(APP_ID)));
		this.notes.write(EDITOR, id, "来电要求回复");
		assertThat(this.holder.export(keys)).singleElement()
			.satisfies((item) -> assertThat(item.fields()).containsEntry("内容", "来电要求回复"));
		Resealing resealing = new Resealing(this.vault);
		String after = this.holder.reseal("", resealing);
		while (!after.isEmpty()) {
			after = this.holder.reseal(after, resealing);
		}
		assertThat(resealing.seen()).isPositive();
		assertThat(this.holder.erasable(keys)).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(keys)).isEqualTo(Erasure.of(1));
		assertThat(this.notes.of(id)).isEmpty();
		assertThat(this.holder.rules()).hasSize(1);
	}

	@Test
	void whatIsKeptGoesSevenDaysAfterTheUnfollowAndTheCountStays() {
		FollowerId id = this.ids.get(0);
		this.notes.write(EDITOR, id, "来电要求回复");
		this.simulator.clock().advance(Duration.ofSeconds(2));
		this.people.get(0).unfollow(APP_ID).await();
		LocalDate day = LocalDate.now(this.simulator.clock());
		long following = this.statistics.followingOn(APP_ID, day);
		this.simulator.clock().advance(Duration.ofDays(7).plusHours(1));
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.followers.find(id).isEmpty());
		assertThat(this.followers.find(APP_ID, this.people.get(0).openId(APP_ID))).isEmpty();
		assertThat(this.notes.of(id)).isEmpty();
		assertThat(this.statistics.followingOn(APP_ID, day)).isEqualTo(following);
	}

	private void settled() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.work.run();
			return this.ids.stream().allMatch((id) -> this.marks.of(id).isEmpty());
		});
	}

}
