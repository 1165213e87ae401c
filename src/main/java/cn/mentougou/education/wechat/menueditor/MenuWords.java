package cn.mentougou.education.wechat.menueditor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.ActorNames;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuChecks;
import cn.mentougou.education.wechat.menu.MenuFault;
import cn.mentougou.education.wechat.menu.MenuTargets;
import cn.mentougou.education.wechat.menupublishing.Publication;

/** Says in Chinese what menus and publications are. */
@Component
class MenuWords {

	static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BEIJING);

	private final MessageSource sentences;

	private final ObjectProvider<ActorNames> names;

	private final MenuChecks checks;

	MenuWords(MessageSource sentences, ObjectProvider<ActorNames> names, MenuChecks checks) {
		this.sentences = sentences;
		this.names = names;
		this.checks = checks;
	}

	/** A time as people here read it. */
	static String time(Instant at) {
		return TIME.format(at);
	}

	/** The names of these people; the system is 系统. */
	Map<Long, String> names(Collection<Long> people) {
		Map<Long, String> known = new TreeMap<>();
		this.names.orderedStream().forEach((names) -> known.putAll(names.namesOf(people)));
		Map<Long, String> all = new TreeMap<>();
		people.forEach((id) -> all.put(id, (id == 0) ? "系统" : known.getOrDefault(id, id + " 号人员")));
		return all;
	}

	/** What is wrong with an entry, without its place. */
	String sentence(MenuFault fault) {
		return sentence(fault.code(), fault.arguments().toArray());
	}

	/** What a refusal says. */
	String sentence(Refusal refusal) {
		return sentence(refusal.code(), refusal.arguments().toArray());
	}

	private String sentence(String code, Object... arguments) {
		return this.sentences.getMessage(code, arguments, Locale.SIMPLIFIED_CHINESE);
	}

	/** What an entry does, with the title of what it leads to where that is known. */
	String leads(WeChatAccount account, MenuButton button) {
		String what = button.kind().title();
		if (button.kind() == ButtonKind.SUBMENU) {
			return what;
		}
		if (button.kind() == ButtonKind.MINIPROGRAM) {
			return what + " " + button.appId() + " " + button.pagePath();
		}
		for (MenuTargets.Target target : this.checks.targets(account)) {
			boolean isSame = target.value().equals(button.value()) && target.kind().value() == button.kind().value();
			if (isSame) {
				return what + "：" + target.title();
			}
		}
		return button.value().isEmpty() ? what : what + "：" + button.value();
	}

	/** How a publication ended, and what to do. */
	String outcome(Publication publication) {
		String why = why(publication.reason());
		return switch (publication.state()) {
			case SENDING -> "正在发布，请过一会儿刷新本页。";
			case SENT -> "微信平台已经换上这一版。手机五分钟取一次菜单，关注的人五分钟内看到；想马上看，可以取消关注再关注。";
			case REFUSED -> why + ((publication.step() > 0) ? "默认菜单已经换上，个性化菜单没有换全，请改正后重新发布。" : "原来的菜单没有变。");
			case UNKNOWN -> why + "不知道换上没有。系统会每隔几十秒去问微信，问清楚以前不会重发；也可以现在就问。";
			case NOT_SENT -> why + "原来的菜单没有变，可以重新发布。";
			case NOT_TAKEN -> "问过微信：现在的菜单不是这一版，没有换上。可以重新发布。";
		};
	}

	/** Why something failed. */
	String why(String reason) {
		if (reason.isEmpty()) {
			return "";
		}
		String code = reason.startsWith("TOKEN") ? "TOKEN" : reason;
		@Nullable String known = this.sentences.getMessage("menu.reason." + code, null, "", Locale.SIMPLIFIED_CHINESE);
		if (known != null && !known.isEmpty()) {
			return known;
		}
		@Nullable String refused = this.sentences.getMessage("menu.platform." + code, null, "", Locale.SIMPLIFIED_CHINESE);
		return (refused != null && !refused.isEmpty()) ? refused : sentence("menu.platform.other", code);
	}

	/** Faults of a whole menu, each with its place. */
	List<String> lines(List<MenuFault> faults, boolean warnings) {
		return faults.stream()
			.filter((fault) -> fault.isWarning() == warnings)
			.map((fault) -> fault.where() + "：" + sentence(fault))
			.distinct()
			.toList();
	}

}
