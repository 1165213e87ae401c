package cn.mentougou.education.wechat.unanswered;

/** What became of a counted message. */
enum UnansweredState {

	/** Somebody still waits for an answer. */
	OPEN,

	/** Somebody of the staff answered. Final. */
	ANSWERED,

	/** It needed no answer, such as a word of thanks. Final. */
	SET_ASIDE

}
