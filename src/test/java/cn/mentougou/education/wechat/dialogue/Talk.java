package cn.mentougou.education.wechat.dialogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import cn.mentougou.education.EngineProperties;
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

}
