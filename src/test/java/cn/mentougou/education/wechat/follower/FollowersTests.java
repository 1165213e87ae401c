package cn.mentougou.education.wechat.follower;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.office.staff.RevealReason;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
@Import(Register.class)
@RecordApplicationEvents
class FollowersTests {

	private static final String APP_ID = Register.APP_ID;

	@Autowired
	private Register.People people;

	@Autowired
	private Followers followers;

	@Autowired
	private FollowerMarks marks;

	@Autowired
	private FollowerRoll roll;

	@Autowired
	private FollowerHolder holder;

	@Autowired
	private FollowerListener listener;

	@Autowired
	private Strangers strangers;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private String mother;

	@Test
	void whoFollowsIsKnownByScene() {
		FollowerId id = mother("SCHOOL_1");
		assertThat(this.followers.find(APP_ID, this.mother)).hasValueSatisfying((follower) -> {
			assertThat(follower.id()).isEqualTo(id);
			assertThat(follower.state()).isEqualTo(FollowerState.FOLLOWING);
			assertThat(follower.since()).isEqualTo(this.clock.instant());
			assertThat(follower.scene()).isEqualTo("SCHOOL_1");
			assertThat(follower.wayTitle()).isEqualTo("尚未查询");
		});
		assertThat(this.followers.open(id)).contains(this.mother);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM wechat_follower WHERE CONVERT(open_id USING latin1) LIKE ?")
			.param("%" + this.mother + "%")
			.query(Integer.class)
			.single()).isZero();
		assertThat(told(id)).containsExactly("Followed");
	}

	@Test
	void unfollowAndFollowAgainKeepTheNumber() {
		FollowerId id = mother(null);
		pass(Duration.ofMinutes(5));
		this.people.unfollows(this.mother);
		assertThat(this.followers.of(id).isFollowing()).isFalse();
		pass(Duration.ofDays(6));
		assertThat(this.people.follows(this.mother, "KIOSK_2")).isEqualTo(id);
		assertThat(this.followers.of(id).since()).isEqualTo(this.clock.instant());
		assertThat(told(id)).containsExactly("Followed", "Unfollowed", "Followed");
	}

	@Test
	void eventThatComesLateChangesNothing() {
		FollowerId id = mother(null);
		Instant followedAt = this.clock.instant();
		pass(Duration.ofMinutes(5));
		this.people.unfollows(this.mother);
		this.followers.followed(APP_ID, this.mother, null, followedAt);
		assertThat(this.followers.of(id).isFollowing()).isFalse();
		String other = this.people.openId();
		this.people.unfollows(other);
		this.followers.followed(APP_ID, other, null, followedAt);
		assertThat(this.followers.find(APP_ID, other))
			.hasValueSatisfying((one) -> assertThat(one.isFollowing()).isFalse());
		assertThat(told(this.people.id(other))).isEmpty();
	}

	@Test
	void listenerIsConcernedByComingAndGoingAlone() {
		this.mother = this.people.openId();
		InboundMessage follow = event(new InboundEvent.Followed("S", "t"));
		assertThat(this.listener.concerns(follow, null)).isTrue();
		assertThat(this.listener.concerns(event(new InboundEvent.MenuTapped("K")), null)).isFalse();
		assertThat(this.listener.concerns(text(), null)).isFalse();
		learn(follow);
		FollowerId id = this.people.id(this.mother);
		pass(Duration.ofSeconds(1));
		learn(event(new InboundEvent.ProfileRevoked(true, null)));
		learn(event(new InboundEvent.Unfollowed()));
		assertThat(told(id)).containsExactly("Followed", "ProfileRevoked", "Unfollowed");
	}

	@Test
	void whoWritesAndIsNotKnownIsMadeKnown() {
		this.mother = this.people.openId();
		this.strangers.saw(push(text()));
		this.strangers.saw(push(text()));
		this.strangers.meet();
		assertThat(told(this.people.id(this.mother))).containsExactly("Followed");
		pass(Duration.ofSeconds(1));
		this.people.unfollows(this.mother);
		this.strangers.saw(push(text()));
		this.strangers.meet();
		assertThat(this.followers.find(APP_ID, this.mother).orElseThrow().isFollowing()).isFalse();
	}

	@Test
	void profileIsTakenOverUnlessWithdrawn() {
		FollowerId id = mother("S_1");
		Instant since = this.clock.instant().minusSeconds(90);
		pass(Duration.ofSeconds(1));
		assertThat(this.roll.profileDue(APP_ID, 1000)).extracting(FollowerRoll.Due::openId).contains(this.mother);
		profile(since, Set.of(101, 102), "王小明妈妈");
		Follower follower = this.followers.of(id);
		assertThat(follower.since()).isEqualTo(since);
		assertThat(follower.wayTitle()).isEqualTo("扫描二维码");
		assertThat(follower.remark()).isEqualTo("王小明妈妈");
		assertThat(follower.profileAt()).isNotNull();
		assertThat(this.followers.tagsOf(id)).containsExactly(101, 102);
		assertThat(this.holder.export(mothers()).get(0).fields()).containsEntry("unionid", "oUnion");
		assertThat(this.roll.profileDue(APP_ID, 1000)).extracting(FollowerRoll.Due::id).doesNotContain(id);
		this.followers.profileRevoked(APP_ID, this.mother, true);
		profile(since, Set.of(), "");
		assertThat(this.holder.export(mothers()).get(0).fields()).doesNotContainKey("unionid");
		assertThat(this.followers.tagsOf(id)).isEmpty();
		assertThat(this.followers.of(id).remark()).isEmpty();
	}

	@Test
	void answerFromBeforeAMarkLeavesTheMark() {
		FollowerId id = mother(null);
		Instant askedAt = this.clock.instant();
		pass(Duration.ofSeconds(1));
		this.marks.putOn(id, 107);
		this.marks.remark(id, "李老师");
		this.marks.block(id, true);
		this.roll.profiled(APP_ID, List.of(told(askedAt, Set.of(), "")), askedAt, Set.of());
		this.roll.blocked(APP_ID, List.of(this.mother), false, askedAt);
		assertThat(this.followers.tagsOf(id)).containsExactly(107);
		assertThat(this.followers.of(id).remark()).isEqualTo("李老师");
		assertThat(this.followers.of(id).blocked()).isTrue();
		pass(Duration.ofSeconds(1));
		profile(askedAt, Set.of(), "");
		this.roll.blocked(APP_ID, List.of(this.mother), false, this.clock.instant());
		assertThat(this.followers.tagsOf(id)).isEmpty();
		assertThat(this.followers.of(id).blocked()).isFalse();
		this.marks.putOn(id, 108);
		this.marks.takeOff(id, 108);
		this.marks.putOn(id, 109);
		assertThat(this.followers.wearing(APP_ID, 109)).isOne();
		assertThat(this.marks.takeOffSome(APP_ID, 109)).isFalse();
		assertThat(this.followers.tagsOf(id)).isEmpty();
	}

	@Test
	void platformsListMakesKnownAndWhoIsMissingIsAskedAbout() {
		FollowerId id = mother(null);
		pass(Duration.ofMinutes(1));
		Instant startedAt = this.clock.instant();
		String father = this.people.openId();
		assertThat(this.roll.listed(APP_ID, 77, List.of(father, father), startedAt)).isOne();
		assertThat(this.roll.listed(APP_ID, 77, List.of(father), startedAt)).isZero();
		assertThat(this.roll.missing(APP_ID, 77, startedAt, 0, 1000)).extracting(FollowerRoll.Due::id)
			.contains(id)
			.doesNotContain(this.people.id(father));
		pass(Duration.ofMinutes(1));
		FollowerProfile gone = new FollowerProfile(this.mother, false, null, null, "", Set.of(), null, null);
		assertThat(this.roll.profiled(APP_ID, List.of(gone), this.clock.instant(), Set.of())).isOne();
		assertThat(this.followers.of(id).isFollowing()).isFalse();
		assertThat(told(id)).containsExactly("Followed", "Unfollowed");
		this.roll.unknown(this.people.id(father));
	}

	@Test
	void whoUnfollowsAfterThePlatformWasAskedStaysUnfollowed() {
		FollowerId id = mother(null);
		Instant askedAt = this.clock.instant().plusSeconds(1);
		pass(Duration.ofSeconds(2));
		this.people.unfollows(this.mother);
		assertThat(this.roll.listed(APP_ID, 78, List.of(this.mother), askedAt)).isZero();
		assertThat(this.followers.of(id).isFollowing()).isFalse();
	}

	@Test
	void pagesFollowOneAnotherUnderEveryFilter() {
		List<FollowerId> ids = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ids.add(0, this.people.follows(this.people.openId(), "PLACE_9"));
			if (i % 2 == 0) {
				pass(Duration.ofSeconds(1));
			}
			this.marks.putOn(ids.get(0), 119);
		}
		Instant first = this.clock.instant().minus(Duration.ofHours(1));
		FollowerSearch byScene = new FollowerSearch(APP_ID, FollowerState.FOLLOWING, false, null, "PLACE_9", first,
				this.clock.instant().plusSeconds(1), null, 10);
		FollowerSearch byTag = new FollowerSearch(APP_ID, FollowerState.FOLLOWING, false, 119, "PLACE_9", first,
				this.clock.instant().plusSeconds(1), null, 10);
		assertThat(walked(byScene)).isEqualTo(ids);
		assertThat(walked(byTag)).isEqualTo(ids);
		this.marks.block(ids.get(2), true);
		assertThat(walked(new FollowerSearch(APP_ID, null, true, 119, null, null, null, null, 10)))
			.containsExactly(ids.get(2));
		assertThat(walked(new FollowerSearch(APP_ID, null, true, null, "PLACE_9", null, null, null, 10)))
			.containsExactly(ids.get(2));
		assertThat(this.followers.byIds(ids)).hasSize(5);
		assertThat(this.followers.byIds(List.of())).isEmpty();
	}

	@Test
	void wholeOpenIdIsShownForAReasonThatIsRecorded() {
		FollowerId id = mother(null);
		assertThat(this.followers.reveal(Actor.system("test"), id, RevealReason.WORK)).isEqualTo(this.mother);
		assertThat(this.jdbc.sql("SELECT details FROM audit_entry WHERE action = 'follower.openid-revealed'")
			.query(String.class)
			.single()).isEqualTo("reason=WORK");
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.followers.reveal(Actor.system("test"), new FollowerId(0), RevealReason.WORK));
		assertThat(this.followers.open(new FollowerId(0))).isEmpty();
	}

	@Test
	void whoUnfollowedIsErasedAfterSevenDaysUnlessHeld() {
		FollowerId id = mother(null);
		this.marks.putOn(id, 101);
		pass(Duration.ofSeconds(1));
		this.people.unfollows(this.mother);
		pass(Duration.ofDays(7));
		retain(PersonKeys.NONE);
		assertThat(this.followers.find(id)).isPresent();
		pass(Duration.ofMillis(1));
		retain(mothers());
		assertThat(this.followers.find(id)).isPresent();
		retain(PersonKeys.NONE);
		assertThat(this.followers.find(id)).isEmpty();
		assertThat(this.followers.find(APP_ID, this.mother)).isEmpty();
		assertThat(this.followers.tagsOf(id)).isEmpty();
		assertThat(told(id)).endsWith("Unfollowed", "Erased");
	}

	@Test
	void newFollowCancelsTheErasure() {
		FollowerId id = mother(null);
		this.marks.putOn(id, 101);
		pass(Duration.ofSeconds(1));
		this.people.unfollows(this.mother);
		pass(Duration.ofDays(6));
		this.people.follows(this.mother, null);
		pass(Duration.ofDays(30));
		retain(PersonKeys.NONE);
		assertThat(this.followers.of(id).isFollowing()).isTrue();
		assertThat(this.followers.tagsOf(id)).containsExactly(101);
	}

	@Test
	void personGetsAndErasesWhatIsHeld() {
		FollowerId id = mother("S_3");
		assertThat(this.holder.export(mothers())).singleElement()
			.satisfies((item) -> assertThat(item.fields()).containsEntry("openid", this.mother)
				.containsEntry("二维码场景", "S_3"));
		assertThat(this.holder.erasable(mothers())).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(mothers())).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(mothers())).isEqualTo(Erasure.NOTHING);
		assertThat(this.holder.export(PersonKeys.NONE)).isEmpty();
		assertThat(told(id)).endsWith("Erased");
	}

	@Test
	void everySealedValueIsSealedAgain() {
		FollowerId id = mother(null);
		pass(Duration.ofSeconds(1));
		profile(this.clock.instant(), Set.of(), "备注");
		Resealing resealing = new Resealing(this.vault);
		this.holder.reseal(String.valueOf(id.value() - 1), resealing);
		assertThat(resealing.seen()).isEqualTo(3);
		assertThat(this.holder.reseal(String.valueOf(Long.MAX_VALUE), resealing)).isEmpty();
		RollMapper mapper = this.rollMapper;
		FollowerMapper.Secrets row = mapper.secretsAfter(id.value() - 1, 1).get(0);
		assertThat(mapper.exchangeOpenId(row.id(), row.openId(), row.openId())).isOne();
		assertThat(mapper.exchangeUnionId(row.id(), row.unionId(), row.unionId())).isOne();
		assertThat(mapper.exchangeRemark(row.id(), row.remark(), row.remark())).isOne();
	}

	@Autowired
	private RollMapper rollMapper;

	private FollowerId mother(String scene) {
		this.mother = this.people.openId();
		return this.people.follows(this.mother, scene);
	}

	private PersonKeys mothers() {
		return PersonKeys.of(new PersonKey.OpenId(this.mother));
	}

	private void pass(Duration time) {
		this.clock.advance(time);
	}

	private void retain(PersonKeys held) {
		this.holder.retain(new Retention(this.clock.instant(), held, (rule, rows) -> {
		}));
	}

	private void profile(Instant since, Set<Integer> tags, String remark) {
		pass(Duration.ofSeconds(1));
		this.roll.profiled(APP_ID, List.of(told(since, tags, remark)), this.clock.instant(), Set.of());
	}

	private FollowerProfile told(Instant since, Set<Integer> tags, String remark) {
		return new FollowerProfile(this.mother, true, since, "oUnion", remark, tags, "ADD_SCENE_QR_CODE", null);
	}

	private List<FollowerId> walked(FollowerSearch search) {
		List<FollowerId> ids = new ArrayList<>();
		String after = null;
		do {
			KeyPage<Follower> page = this.followers.page(search, after, 2);
			page.rows().forEach((follower) -> ids.add(follower.id()));
			after = page.next().orElse(null);
		}
		while (after != null);
		return ids;
	}

	private List<String> told(FollowerId id) {
		return this.events.stream(FollowerEvent.class)
			.filter((event) -> event.id().equals(id))
			.filter((event) -> !(event instanceof FollowerEvent.Profiled))
			.map((event) -> event.getClass().getSimpleName())
			.toList();
	}

	private InboundMessage.Header header(String kind) {
		return new InboundMessage.Header(APP_ID, "gh_1", this.mother, this.clock.instant(), kind, null);
	}

	private InboundMessage event(InboundEvent event) {
		return new InboundMessage.Event(header("event:x"), event);
	}

	private InboundMessage text() {
		return new InboundMessage.Text(header("text"), "你好", null);
	}

	private Push push(InboundMessage message) {
		return new Push(null, message, new byte[0], this.clock.instant(), 0, "c");
	}

	private void learn(InboundMessage message) {
		this.listener.learn(push(message));
	}

}
