package cn.mentougou.education.wechat.bridge;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** What is said about the way to the service account, and the words that ask for it. */
final class BridgeWords {

	/** The key of the menu entry 找服务号. */
	static final String MENU_KEY = "FIND_SERVICE";

	/** Why, in one sentence. */
	static final String WHY = "孩子的班级、咨询和申请都在“门头沟教育”服务号里，订阅号没有这些功能。";

	/** What to do with the picture. */
	static final String HOW = "长按图片，识别二维码，就能进入服务号。";

	/** The same where there is no picture. */
	static final String SEARCH = "请在微信里搜索“门头沟教育”，选择类型为“服务号”的一个。关注是自愿的。";

	static final String TITLE = "到服务号办理";

	/** What the picture shows, for those who do not see it. */
	static final String ALTERNATIVE = "“门头沟教育”服务号的二维码。用微信扫一扫，或在微信里长按图片识别。";

	/** Every message of the account is looked at; only a short one can be such a word. */
	private static final int LONGEST = 24;

	private static final Pattern AROUND = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Set<String> WORDS = Set.of("服务号", "找服务号", "班级", "我的班级", "进班级", "进入班级", "班级群", "孩子的班级", "绑定",
			"绑定孩子", "家校", "家校互动", "联系老师", "联系教师", "我的申请", "申请进度", "查申请", "查询申请", "我的咨询", "二维码");

	private BridgeWords() {
	}

	/** Whether these words as a whole ask for what only the service account can do. */
	static boolean asks(String words) {
		if (words.length() > LONGEST) {
			return false;
		}
		String plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
		return WORDS.contains(AROUND.matcher(plain).replaceAll(""));
	}

}
