package cn.mentougou.education.wechat.webhook;

import java.util.HexFormat;
import java.util.List;

import cn.mentougou.education.wechat.deadletter.DeadLetter;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.spool.SpooledPush;

/** Keeps what the platform sealed and nobody can read, as dead letters. */
class Unreadables {

	private final Inbox inbox;

	private final DeadLetters deadLetters;

	Unreadables(Inbox inbox, DeadLetters deadLetters) {
		this.inbox = inbox;
		this.deadLetters = deadLetters;
	}

	/** Keeps one; the same content is kept once. */
	void keep(SpooledPush push, String reason) {
		MessageKey key = this.inbox.keyOf(push.appId(), List.of("unreadable", HexFormat.of().formatHex(push.xml())));
		this.deadLetters.keep(new DeadLetter(0, key.value(), push.appId(), "unreadable", reason, push.xml(), 1,
				push.receivedAt(), push.correlationId()));
	}

}
