package cn.mentougou.education.wechat.menu;

import java.util.List;

import cn.mentougou.education.wechat.account.WeChatAccount;

/**
 * What menu entries can lead to. Every module that answers a click key or offers a page
 * to followers has a bean of it; an entry that leads to nothing listed here, and to no
 * page of an allowed domain, is refused when the menu is saved. It is asked while a
 * person waits, so it answers from memory or by one short query.
 * <p>
 * The handler of a key takes {@code Turn.MENU_KEY} and an {@code @Order}, since the
 * handler of the reply rules has none and takes what remains.
 */
public interface MenuTargets {

	/** What this module offers to menus of that account now. */
	List<Target> of(WeChatAccount account);

	/**
	 * One thing that an entry can lead to.
	 *
	 * @param kind {@link ButtonKind#CLICK} or {@link ButtonKind#VIEW}
	 * @param value the key or the whole address
	 * @param title what it is, in a few Chinese words
	 */
	record Target(ButtonKind kind, String value, String title) {

		/** A key that is answered. */
		public static Target key(String key, String title) {
			return new Target(ButtonKind.CLICK, key, title);
		}

		/** A page. */
		public static Target page(String url, String title) {
			return new Target(ButtonKind.VIEW, url, title);
		}

	}

}
