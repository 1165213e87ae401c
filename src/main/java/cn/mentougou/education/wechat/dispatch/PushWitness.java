package cn.mentougou.education.wechat.dispatch;

/**
 * Sees every push after it is kept, once, in the thread that answers the platform: for
 * what is held in memory. It must be quick and must not touch the database; a crash may
 * lose what it saw, so it needs a way of its own to catch up.
 */
public interface PushWitness {

	/** Takes note of a push. */
	void saw(Push push);

}
