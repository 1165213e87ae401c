package cn.mentougou.education.wechat.sender;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

/**
 * Keeps what the platform reports about messages it took. A report may come before our
 * own call has returned, so it stands by itself under the platform's number, and whoever
 * reads a delivery reads it beside it.
 */
public class SendResults implements PushListener {

	/** The platform's numbers have ten digits or so. */
	static final int MAX_ID = 32;

	private static final int MAX_STATUS = 64;

	private final SendResultMapper mapper;

	SendResults(SendResultMapper mapper) {
		this.mapper = mapper;
	}

	/** The reports about these messages of an account, as far as they came. */
	public List<SendResult> find(String appId, Collection<String> platformIds) {
		return platformIds.isEmpty() ? List.of() : this.mapper.list(appId, List.copyOf(platformIds));
	}

	@Override
	public boolean concerns(InboundMessage message, @Nullable Turn turn) {
		return message instanceof InboundMessage.Event event
				&& (event.event() instanceof InboundEvent.TemplateJobFinished
						|| event.event() instanceof InboundEvent.NoticeSent);
	}

	@Override
	public void learn(Push push) {
		InboundMessage message = push.message();
		Instant receivedAt = push.receivedAt();
		InboundEvent event = ((InboundMessage.Event) message).event();
		if (event instanceof InboundEvent.TemplateJobFinished finished) {
			keep(message.appId(), finished.msgId(), finished.status(), finished.status().equals("success"), receivedAt);
		}
		else if (event instanceof InboundEvent.NoticeSent sent) {
			sent.results()
				.forEach((result) -> keep(message.appId(), result.msgId(),
						result.errorCode().equals("0") ? result.errorStatus() : result.errorCode(),
						result.errorCode().equals("0"), receivedAt));
		}
	}

	private void keep(String appId, String platformId, String status, boolean isDelivered, Instant receivedAt) {
		if (!platformId.isEmpty() && platformId.length() <= MAX_ID) {
			String word = (status.length() > MAX_STATUS) ? status.substring(0, MAX_STATUS) : status;
			this.mapper.insert(new SendResult(appId, platformId, word, isDelivered, receivedAt));
		}
	}

	/** Forgets reports that came before this time. */
	public int forgetBefore(Instant before, int limit) {
		return this.mapper.deleteBefore(before, limit);
	}

}
