package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.dispatch.LateReplies;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.sender.Channel;
import cn.mentougou.education.wechat.sender.MessageForm;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.sender.Reason;

/**
 * Makes orders of replies that came too late for the platform's five seconds. They are
 * worth sending as long as the longest window is open; whether one is, the ledger of the
 * windows knows when their turn comes.
 */
class LateReplyDesk implements LateReplies {

	private static final String PURPOSE = "late-reply";

	private static final Duration LONGEST_WINDOW = Duration.ofHours(48);

	private static final Logger logger = LoggerFactory.getLogger(LateReplyDesk.class);

	private final OutboundMapper mapper;

	private final Seal seal;

	private final Outbound outbound;

	private final Clock clock;

	LateReplyDesk(OutboundMapper mapper, Seal seal, Outbound outbound, Clock clock) {
		this.mapper = mapper;
		this.seal = seal;
		this.outbound = outbound;
		this.clock = clock;
	}

	@Override
	public void offer(LateReply late) {
		OutboundMapper.Intent intent = intent(late, message(late.reply()));
		try {
			this.mapper.insert(intent, new GeneratedKey());
		}
		catch (DuplicateKeyException ex) {
			logger.debug("offered twice");
			return;
		}
		if (intent.state() == SendState.NEW) {
			this.outbound.afterCommit(List.of(intent.person()));
		}
		else {
			logger.warn("outbound message of {} {} {}", late.appId(), intent.state(), intent.reason());
		}
	}

	private OutboundMapper.Intent intent(LateReply late, @Nullable OutboundMessage message) {
		byte[] key = late.messageKey();
		String kind = (message != null) ? MessageForm.kind(message) : "TEXT";
		String content = (message != null) ? MessageForm.written(message) : "";
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return new OutboundMapper.Intent(key, late.appId(), this.seal.person(late.appId(), late.openId()),
				this.seal.sealOpenId(late.openId(), key), this.seal.sealContent(content, key), kind,
				Channel.CUSTOMER_SERVICE, PURPOSE,
				late.receivedAt().plus(LONGEST_WINDOW).truncatedTo(ChronoUnit.MILLIS),
				(message != null) ? SendState.NEW : SendState.REFUSED, (message != null) ? null : Reason.KIND, now,
				late.correlationId(), null);
	}

	/** As a customer-service message shows it: one card at the most. */
	private static @Nullable OutboundMessage message(Reply reply) {
		if (reply instanceof Reply.Text text) {
			return new OutboundMessage.Text(text.content());
		}
		if (reply instanceof Reply.Image image) {
			return new OutboundMessage.Image(image.mediaId());
		}
		if (reply instanceof Reply.Voice voice) {
			return new OutboundMessage.Voice(voice.mediaId());
		}
		if (reply instanceof Reply.News news) {
			Reply.Article first = news.articles().get(0);
			return new OutboundMessage.News(first.title(), first.description(), first.url(), first.picUrl());
		}
		if (reply instanceof Reply.Music music) {
			return new OutboundMessage.Music(music.title(), music.description(), music.url(), music.highQualityUrl(),
					music.thumbMediaId());
		}
		return null;
	}

}
