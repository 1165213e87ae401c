package cn.mentougou.education.wechat.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before signing in: a page of {@code /h5} and none else. */
public final class H5Path {

	/** Where one goes who wanted nothing in particular. */
	public static final String HOME = "/h5";

	private static final int MOST = 300;

	private static final Pattern PAGE = Pattern
		.compile("/h5(/[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*)*(\\?[A-Za-z0-9_.~%=&+-]*)?");

	private static final Pattern DOOR = Pattern.compile("/h5/(enter|leave|guest|open-in-wechat)([/?].*)?");

	private H5Path() {
	}

	/**
	 * This page if it is one of ours and not the door itself, otherwise the first page.
	 */
	public static String of(@Nullable String wanted) {
		if (wanted == null || wanted.length() > MOST || !PAGE.matcher(wanted).matches()
				|| DOOR.matcher(wanted).matches()) {
			return HOME;
		}
		return wanted;
	}

}
