package cn.mentougou.education.office.privacy;

/**
 * A place where sealed values are kept: a table, a folder. Whoever keeps some declares a
 * bean of it, or else {@code rotate-key} would call a key unneeded that still opens
 * something.
 */
public interface SealedRegister {

	/**
	 * Its code, such as {@code wechat.inbox}: the module, a point, a word. Never changes.
	 */
	String register();

	/** What people call it, in Chinese. */
	String title();

	/**
	 * Looks at the next few rows, at most a hundred, and gives each sealed value of them
	 * to {@link Resealing#value}. It is called in a transaction of its own, again and
	 * again from where it stopped, while the application runs; after a crash it begins at
	 * the beginning, where everything is sealed anew already.
	 * @param after what the call before returned; empty at the beginning
	 * @return the last row looked at; empty if there are no more
	 */
	String reseal(String after, Resealing resealing);

}
