package cn.mentougou.education.wechat.latereply;

import java.time.Duration;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.dispatch.LateReplies;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundOrder;
import cn.mentougou.education.wechat.sender.OutboundMessage;

/**
 * Makes orders of replies that came too late for the platform's five seconds. They are
 * worth sending as long as the longest window is open; whether one is, the ledger of the
 * windows knows when their turn comes.
 */
class LateReplyDesk implements LateReplies {

	private static final String PURPOSE = "late-reply";

	private static final String REQUEST_ID = "requestId";

	private static final Duration LONGEST_WINDOW = Duration.ofHours(48);

	private static final Logger logger = LoggerFactory.getLogger(LateReplyDesk.class);

	private final Outbound outbound;

	LateReplyDesk(Outbound outbound) {
		this.outbound = outbound;
	}

	@Override
	public void offer(LateReply late) {
		OutboundMessage message = message(late.reply());
		if (message == null) {
			logger.error("a late reply of {} is of a kind that cannot be sent later: {}", late.appId(),
					late.reply().getClass().getSimpleName());
			return;
		}
		send(late, new OutboundOrder("late reply " + HexFormat.of().formatHex(late.messageKey()), late.appId(),
				late.openId(), message, PURPOSE, late.receivedAt().plus(LONGEST_WINDOW)));
	}

	/** Under the id of the push, also when the staff runs it again. */
	private void send(LateReply late, OutboundOrder order) {
		String before = MDC.get(REQUEST_ID);
		MDC.put(REQUEST_ID, late.correlationId());
		try {
			this.outbound.send(order);
		}
		finally {
			if (before != null) {
				MDC.put(REQUEST_ID, before);
			}
			else {
				MDC.remove(REQUEST_ID);
			}
		}
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
