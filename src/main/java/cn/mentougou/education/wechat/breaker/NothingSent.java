package cn.mentougou.education.wechat.breaker;

/**
 * A call that surely never left this machine: whatever it was to do may be tried again.
 * The sentence is for the staff, in Chinese, and holds no secret.
 */
public abstract class NothingSent extends RuntimeException {

	/** With what happened and what to do. */
	protected NothingSent(String sentence) {
		super(sentence);
	}

	/** The account that could not call. */
	public abstract String appId();

	/** What happened and what to do. */
	public abstract String sentence();

}
