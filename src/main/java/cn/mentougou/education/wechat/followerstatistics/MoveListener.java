package cn.mentougou.education.wechat.followerstatistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.follower.FollowerEvent;

/** Writes down who comes and goes, in the transaction in which it is recorded. */
@Component
class MoveListener {

	private final MoveMapper mapper;

	private final Clock clock;

	MoveListener(MoveMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	@EventListener
	void on(FollowerEvent event) {
		long follower = event.id().value();
		if (event instanceof FollowerEvent.Followed followed) {
			this.mapper.follow(followed.appId(), day(followed.at()), Objects.requireNonNullElse(followed.scene(), ""),
					follower);
		}
		else if (event instanceof FollowerEvent.Unfollowed unfollowed) {
			this.mapper.unfollow(day(unfollowed.at()), follower);
		}
		else if (event instanceof FollowerEvent.Profiled profiled) {
			this.mapper.tell(follower, day(profiled.since()), Objects.requireNonNullElse(profiled.way(), ""),
					profiled.scene());
		}
		else if (event instanceof FollowerEvent.Erased) {
			this.mapper.forget(follower);
		}
	}

	private LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.clock.getZone());
	}

}
