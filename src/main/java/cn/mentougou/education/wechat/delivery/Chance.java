package cn.mentougou.education.wechat.delivery;

/**
 * Whether a person can be reached now by one way.
 *
 * @param way the way, in Chinese
 * @param isOpen whether a message would be tried
 * @param sentence why, or why not and what to do
 */
record Chance(String way, boolean isOpen, String sentence) {

	static Chance open(String way, String sentence) {
		return new Chance(way, true, sentence);
	}

	static Chance closed(String way, String sentence) {
		return new Chance(way, false, sentence);
	}

}
