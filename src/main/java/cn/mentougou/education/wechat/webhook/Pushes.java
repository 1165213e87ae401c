package cn.mentougou.education.wechat.webhook;

import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.envelope.UnreadableMessage;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.spool.SpooledPush;

/** Reads proven pushes. */
final class Pushes {

	private Pushes() {
	}

	/**
	 * A spooled push as it would have come.
	 * @throws UnreadableMessage if it cannot be read
	 */
	static Push of(Inbox inbox, SpooledPush spooled) {
		MessageReader.Delivery delivery = MessageReader.read(spooled.appId(), spooled.xml());
		return new Push(inbox.keyOf(spooled.appId(), delivery.identity(), delivery.order()), delivery.message(),
				spooled.xml(), spooled.receivedAt(), System.nanoTime(), spooled.correlationId());
	}

}
