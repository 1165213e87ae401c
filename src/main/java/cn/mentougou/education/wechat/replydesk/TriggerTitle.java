package cn.mentougou.education.wechat.replydesk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import cn.mentougou.education.wechat.reply.Trigger;

/** What editors call the kinds of rule. */
final class TriggerTitle {

	private TriggerTitle() {
	}

	static String of(Trigger trigger) {
		return switch (trigger) {
			case WELCOME -> "关注欢迎语";
			case WHOLE_KEYWORD -> "关键词：整句相同";
			case PREFIX_KEYWORD -> "关键词：开头相同";
			case CONTAINED_KEYWORD -> "关键词：句中含有";
			case MENU_KEY -> "点菜单";
			case SCENE -> "扫二维码";
			case DEFAULT -> "默认回复";
		};
	}

	/** All kinds with their titles, in the order of a form. */
	static Map<String, String> all() {
		return Arrays.stream(Trigger.values())
			.collect(Collectors.toMap(Trigger::name, TriggerTitle::of, (one, two) -> one, LinkedHashMap::new));
	}

}
