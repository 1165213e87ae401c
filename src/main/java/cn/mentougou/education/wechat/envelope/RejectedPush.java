package cn.mentougou.education.wechat.envelope;

/**
 * A push that did not prove that it comes from the platform and is meant for this
 * account. The sender is told nothing; the cause is for our own counters.
 */
public class RejectedPush extends RuntimeException {

	private final Cause reason;

	/** Rejects for a cause. */
	public RejectedPush(Cause reason) {
		super(reason.name(), null, false, false);
		this.reason = reason;
	}

	/** Why it was rejected. */
	public Cause reason() {
		return this.reason;
	}

	/** Why a push is rejected. */
	public enum Cause {

		/** {@code signature} is not that of our token. */
		SIGNATURE,

		/** {@code timestamp} is not a number or too far from now: perhaps a replay. */
		TIME,

		/** The body is not harmless XML with what the account's mode demands. */
		BODY,

		/** {@code msg_signature} does not cover the sealed content. */
		MESSAGE_SIGNATURE,

		/** The sealed content does not open with our key for our AppID. */
		SEAL,

		/** The message is addressed to another account. */
		ADDRESSEE

	}

}
