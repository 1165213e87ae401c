package cn.mentougou.education.wechat.dialogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.InboundMessage.Header;
import cn.mentougou.education.wechat.inbox.MessageKey;

/** What people push, for tests of conversations. */
public final class Talk {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private Talk() {
	}

	/** A text to the service account. */
	public static Push text(String openId, String words, Instant at) {
		return push(new InboundMessage.Text(header(openId, "text", at), words, null), at);
	}

	/** A message of this kind. */
	static Push push(InboundMessage message, Instant at) {
		byte[] key = ByteBuffer.allocate(32).putLong(System.nanoTime()).putInt(COUNTER.incrementAndGet()).array();
		return new Push(new MessageKey(key), message, "<xml/>".getBytes(StandardCharsets.UTF_8), at, System.nanoTime(),
				"test");
	}

	static Header header(String openId, String kind, Instant at) {
		return new Header(EngineProperties.SERVICE, "gh_service", openId, at, kind, "1");
	}

	/**
	 * The window that the message opens, in the test's own transaction: what another one
	 * wrote meanwhile is not seen there.
	 */
	public static void open(JdbcClient jdbc, LookupIndex index, Push push) {
		String appId = push.message().appId();
		Instant at = push.receivedAt().truncatedTo(ChronoUnit.MILLIS);
		jdbc.sql("""
				INSERT INTO reply_window (person, kind, app_id, opened_at, closes_at, messages, rule)
				VALUES (?, 'MESSAGE', ?, ?, ?, 5, '2023-01-01')
				ON DUPLICATE KEY UPDATE opened_at = VALUES(opened_at), closes_at = VALUES(closes_at)
				""")
			.params(index.of("wechat.person", appId, push.message().openId()), appId, at,
					at.plus(Duration.ofMinutes(48 * 60 - 1)))
			.update();
	}

}
