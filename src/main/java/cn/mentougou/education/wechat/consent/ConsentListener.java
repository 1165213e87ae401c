package cn.mentougou.education.wechat.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.follower.FollowerEvent;
import cn.mentougou.education.wechat.follower.Followers;

/**
 * Counts consents. The events of one person pass one after the other, whichever instance
 * takes them; an accept that was made before a withdrawal, or in the same second, counts
 * for nothing even if it comes after it.
 */
class ConsentListener implements PushListener {

	/** So long is kept what a later event must be compared with. */
	static final Duration REMEMBERED = Duration.ofDays(7);

	private static final int LONGEST_ID = 64;

	private final ConsentMapper mapper;

	private final Followers followers;

	private final LookupIndex index;

	private final Clock clock;

	ConsentListener(ConsentMapper mapper, Followers followers, LookupIndex index, Clock clock) {
		this.mapper = mapper;
		this.followers = followers;
		this.index = index;
		this.clock = clock;
	}

	@Override
	public boolean concerns(InboundMessage message, @Nullable Turn turn) {
		return message instanceof InboundMessage.Event event && (event.event() instanceof InboundEvent.NoticeChosen
				|| event.event() instanceof InboundEvent.Unfollowed);
	}

	@Override
	public void learn(Push push) {
		InboundMessage message = push.message();
		InboundEvent event = ((InboundMessage.Event) message).event();
		Instant now = now();
		if (event instanceof InboundEvent.Unfollowed) {
			left(message.appId(), message.openId(), message.header().createdAt());
		}
		// Of what is older, nothing is known that it could be compared with.
		else if (event instanceof InboundEvent.NoticeChosen chosen
				&& message.header().createdAt().isAfter(now.minus(REMEMBERED).plus(Duration.ofDays(1)))
				&& this.mapper.count(push.key().value(), now) == 1) {
			chosen(message, chosen, now);
		}
	}

	/** Also an unfollow of which no event told. */
	@EventListener
	void left(FollowerEvent.Unfollowed unfollowed) {
		this.followers.open(unfollowed.id()).ifPresent((openId) -> left(unfollowed.appId(), openId, unfollowed.at()));
	}

	private void left(String appId, String openId, Instant at) {
		Instant now = now();
		byte[] person = person(appId, openId);
		this.mapper.hold(person, appId, now);
		this.mapper.withdrawAll(person, at, now);
	}

	private void chosen(InboundMessage message, InboundEvent.NoticeChosen chosen, Instant now) {
		String appId = message.appId();
		Instant at = message.header().createdAt();
		byte[] person = person(appId, message.openId());
		this.mapper.hold(person, appId, now);
		@Nullable Instant left = this.mapper.findHeld(person).map(ConsentMapper.Row::withdrawnAt).orElse(null);
		for (InboundEvent.NoticeChoice choice : chosen.choices()) {
			if (choice.templateId().isEmpty() || choice.templateId().length() > LONGEST_ID
					|| choice.templateId().equals(ConsentMapper.ACCOUNT)) {
				continue;
			}
			ConsentMapper.Choice said = new ConsentMapper.Choice(person, choice.templateId(), appId, at);
			if (!choice.isAccepted()) {
				refused(said, chosen.isPopup(), now);
			}
			// The settings only take back; whoever wants notices again is asked again.
			else if (chosen.isPopup() && (left == null || at.isAfter(left))) {
				this.mapper.accept(said);
			}
		}
	}

	private void refused(ConsentMapper.Choice said, boolean isPopup, Instant now) {
		if (isPopup) {
			this.mapper.refuse(said);
		}
		else {
			this.mapper.withdraw(said, now);
		}
	}

	private byte[] person(String appId, String openId) {
		return PersonLookup.of(this.index, appId, openId);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
