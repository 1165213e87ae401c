package cn.mentougou.education.wechat.outbound;

/** How far a message to a person has come. */
enum SendState {

	/** Written down; it will be sent when it is due. */
	NEW,

	/** One instance is calling the platform; if that dies, the outcome is unknown. */
	SENDING,

	/** The platform took it. Final. */
	SENT,

	/** The platform or a rule of ours refused it; the reason says which. Final. */
	REFUSED,

	/**
	 * It may have reached the person or not. Final unless the sender, thought dead, still
	 * learns the outcome; never sent again by itself.
	 */
	UNKNOWN,

	/** Its window closed before it could be sent. Final. */
	EXPIRED

}
