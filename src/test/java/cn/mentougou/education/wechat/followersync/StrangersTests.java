package cn.mentougou.education.wechat.followersync;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.follower.Register;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
@Import(Register.class)
class StrangersTests {

	@Autowired
	private Register.People people;

	@Autowired
	private Followers followers;

	@Autowired
	private FollowerRoll roll;

	@Autowired
	private MovableClock clock;

	@Test
	void whoWritesAndIsNotKnownIsMadeKnownAndNobodyElse() {
		String stranger = this.people.openId();
		String gone = this.people.openId();
		String helper = this.people.openId();
		this.people.follows(gone, null);
		this.clock.advance(Duration.ofSeconds(1));
		this.people.unfollows(gone);
		try (Strangers strangers = new Strangers(this.roll)) {
			strangers.saw(text(stranger));
			strangers.saw(text(stranger));
			strangers.saw(text(gone));
			strangers.saw(new Push(null,
					new InboundMessage.Event(header(helper), new InboundEvent.TemplateJobFinished("1", "success")),
					new byte[0], Instant.EPOCH, 0, "c"));
			strangers.meet();
			strangers.saw(text(stranger));
			strangers.meet();
		}
		assertThat(this.followers.find(Register.APP_ID, stranger).orElseThrow().isFollowing()).isTrue();
		assertThat(this.followers.find(Register.APP_ID, gone).orElseThrow().isFollowing()).isFalse();
		assertThat(this.followers.find(Register.APP_ID, helper)).isEmpty();
	}

	private Push text(String openId) {
		return new Push(null, new InboundMessage.Text(header(openId), "你好", null), new byte[0], this.clock.instant(), 0,
				"c");
	}

	private InboundMessage.Header header(String openId) {
		return new InboundMessage.Header(Register.APP_ID, "gh_1", openId, this.clock.instant(), "text", null);
	}

}
