package cn.mentougou.education.wechat.envelope;

/**
 * What was pushed is not a message that can be read. It says why in words of ours, never
 * in words of the message.
 */
public class UnreadableMessage extends RuntimeException {

	UnreadableMessage(String reason) {
		super(reason, null, false, false);
	}

}
