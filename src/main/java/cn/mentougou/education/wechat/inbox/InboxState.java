package cn.mentougou.education.wechat.inbox;

/** Where a message stands. */
public enum InboxState {

	/** Committed; a handler works on it under a claim. May become PARKED or DONE. */
	RECEIVED,

	/**
	 * The platform was answered {@code success} because the handler takes longer; its
	 * reply follows by another way. May become DONE.
	 */
	PARKED,

	/** Answered, with the reply that every redelivery gets. Changes no more. */
	DONE

}
