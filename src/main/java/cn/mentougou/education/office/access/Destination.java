package cn.mentougou.education.office.access;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody wanted to go before signing in: a page of the console or none at all.
 */
public final class Destination {

	/** Where one goes who wanted nothing in particular. */
	public static final String HOME = "/console";

	private static final int MOST = 500;

	private static final Pattern PAGE = Pattern
		.compile("/console(/[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*)*(\\?[A-Za-z0-9_.~%=&+-]*)?");

	private static final Pattern DOOR = Pattern.compile("/console/sign-(in|out)([/?].*)?");

	private Destination() {
	}

	/**
	 * This page if it is one of the console and not the door itself, otherwise the first
	 * page. Never an address of another site.
	 */
	public static String of(@Nullable String wanted) {
		if (wanted == null || wanted.length() > MOST || !PAGE.matcher(wanted).matches()
				|| DOOR.matcher(wanted).matches()) {
			return HOME;
		}
		return wanted;
	}

}
