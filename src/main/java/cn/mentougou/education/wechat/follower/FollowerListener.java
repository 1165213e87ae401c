package cn.mentougou.education.wechat.follower;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

/** Records from the platform's events who follows, whoever answers them. */
class FollowerListener implements PushListener {

	private final Followers followers;

	FollowerListener(Followers followers) {
		this.followers = followers;
	}

	@Override
	public boolean concerns(InboundMessage message, @Nullable Turn turn) {
		return message instanceof InboundMessage.Event event
				&& (event.event() instanceof InboundEvent.Followed || event.event() instanceof InboundEvent.Unfollowed
						|| event.event() instanceof InboundEvent.ProfileRevoked);
	}

	@Override
	public void learn(Push push) {
		InboundMessage message = push.message();
		if (!(message instanceof InboundMessage.Event event)) {
			return;
		}
		Instant at = message.header().createdAt();
		if (event.event() instanceof InboundEvent.Followed followed) {
			this.followers.followed(message.appId(), message.openId(), followed.scene(), at);
		}
		else if (event.event() instanceof InboundEvent.Unfollowed) {
			this.followers.unfollowed(message.appId(), message.openId(), at);
		}
		else if (event.event() instanceof InboundEvent.ProfileRevoked revoked) {
			this.followers.profileRevoked(message.appId(),
					Objects.requireNonNullElse(revoked.openId(), message.openId()), revoked.isWithdrawn());
		}
	}

}
