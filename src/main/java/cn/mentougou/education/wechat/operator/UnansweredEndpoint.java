package cn.mentougou.education.wechat.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.Outcome;
import cn.mentougou.education.wechat.inbox.StoredMessage;

/**
 * What people wrote and only got the default answer for, in the last days: filed for the
 * staff, on the management port.
 */
@Endpoint(id = "unanswered")
class UnansweredEndpoint {

	private static final Duration WITHIN = Duration.ofDays(14);

	private static final int MOST = 200;

	private final Inbox inbox;

	UnansweredEndpoint(Inbox inbox) {
		this.inbox = inbox;
	}

	@ReadOperation
	List<Line> list() {
		return this.inbox.latest(Outcome.UNANSWERED, WITHIN, MOST).stream().map(UnansweredEndpoint::line).toList();
	}

	private static Line line(StoredMessage stored) {
		String words = MessageReader.read(stored.appId(), stored.xml()).message().words().orElse("");
		return new Line(stored.appId(), stored.kind(), stored.receivedAt(), words, stored.correlationId());
	}

	/** One message; the words are empty for pictures and the like. */
	record Line(String appId, String kind, Instant receivedAt, String words, String correlationId) {
	}

}
