package cn.mentougou.education.wechat.follower;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

/** The register on the real database, and a mother who may follow. */
@DeskTest
@Import(Register.class)
@RecordApplicationEvents
abstract class FollowerFixture {

	static final String APP_ID = Register.APP_ID;

	@Autowired
	Register.People people;

	@Autowired
	Followers followers;

	@Autowired
	FollowerMarks marks;

	@Autowired
	FollowerRoll roll;

	@Autowired
	FollowerHolder holder;

	@Autowired
	FollowerListener listener;

	@Autowired
	MovableClock clock;

	@Autowired
	Vault vault;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	String mother;

	@Autowired
	RollMapper rollMapper;

	FollowerId mother(String scene) {
		this.mother = this.people.openId();
		return this.people.follows(this.mother, scene);
	}

	PersonKeys mothers() {
		return PersonKeys.of(new PersonKey.OpenId(this.mother));
	}

	void pass(Duration time) {
		this.clock.advance(time);
	}

	void retain(PersonKeys held) {
		this.holder.retain(new Retention(this.clock.instant(), held, (rule, rows) -> {
		}));
	}

	void profile(Instant since, Set<Integer> tags, String remark) {
		pass(Duration.ofSeconds(1));
		this.roll.profiled(APP_ID, List.of(told(since, tags, remark)), this.clock.instant(), Set.of());
	}

	FollowerRoll.Profile told(Instant since, Set<Integer> tags, String remark) {
		return new FollowerRoll.Profile(this.mother, true, since, "oUnion", remark, tags, "ADD_SCENE_QR_CODE", null);
	}

	List<FollowerId> walked(FollowerSearch search) {
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

	List<String> told(FollowerId id) {
		return this.events.stream(FollowerEvent.class)
			.filter((event) -> event.id().equals(id))
			.filter((event) -> !(event instanceof FollowerEvent.Profiled))
			.map((event) -> event.getClass().getSimpleName())
			.toList();
	}

	InboundMessage.Header header(String kind) {
		return new InboundMessage.Header(APP_ID, "gh_1", this.mother, this.clock.instant(), kind, null);
	}

	InboundMessage event(InboundEvent event) {
		return new InboundMessage.Event(header("event:x"), event);
	}

	InboundMessage text() {
		return new InboundMessage.Text(header("text"), "你好", null);
	}

	Push push(InboundMessage message) {
		return new Push(null, message, new byte[0], this.clock.instant(), 0, "c");
	}

	void learn(InboundMessage message) {
		this.listener.learn(push(message));
	}

}
