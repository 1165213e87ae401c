package cn.mentougou.education.wechat.inbox;

/** What became of a message, in its record without text. */
public enum Outcome {

	/** The person was answered. */
	ANSWERED,

	/** Nothing was to be answered. */
	SILENT,

	/** The default answer: a person at a desk should look at it. */
	UNANSWERED,

	/** The handler failed; the message is among the dead letters. */
	FAILED

}
