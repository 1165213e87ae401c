package cn.mentougou.education.newsroom.pushdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** Says in Chinese when a push goes, to whom and how it stands. */
@Component
class PushWords {

	static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("M 月 d 日（EEEEE）HH:mm", Locale.SIMPLIFIED_CHINESE)
		.withZone(BEIJING);

	private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BEIJING);

	private final WeChatAccounts accounts;

	private final MessageSource sentences;

	PushWords(WeChatAccounts accounts, MessageSource sentences) {
		this.accounts = accounts;
		this.sentences = sentences;
	}

	/** A time as people speak of it. */
	static String time(Instant at) {
		return TIME.format(at);
	}

	/** A time for a list of steps. */
	static String exact(Instant at) {
		return EXACT.format(at);
	}

	static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, BEIJING);
	}

	static LocalDateTime local(Instant at) {
		return LocalDateTime.ofInstant(at, BEIJING);
	}

	static Instant instant(LocalDateTime at) {
		return at.atZone(BEIJING).toInstant();
	}

	static Instant start(LocalDate day) {
		return instant(day.atStartOfDay());
	}

	/** The accounts by their AppID, as a form offers them. */
	Map<String, String> accounts() {
		return this.accounts.labels();
	}

	/** Which account, as people say it. */
	String account(String appId) {
		return this.accounts.label(appId);
	}

	/** What a push is called in one line. */
	static String title(PlanView plan) {
		List<PlanView.Item> items = plan.items();
		String series = plan.series();
		String first = items.isEmpty() ? "还没有稿件" : title(items.get(0));
		String more = (items.size() > 1) ? " 等 " + items.size() + " 篇" : "";
		return ((series != null) ? "【" + series + "】" : "") + first + more;
	}

	/** What an item is called; one that is gone has its number alone. */
	static String title(PlanView.Item item) {
		return item.title().isEmpty() ? "稿件 " + item.id().value() : item.title();
	}

	/** How a push stands, with what is missing. */
	static String state(PlanView plan) {
		if (plan.state() == PlanState.PLANNED && !plan.isApproved()) {
			return "已排期，有稿件未批准";
		}
		return plan.state().title();
	}

	/** Why something was refused, as people read it. */
	String sentence(Refusal refusal) {
		return this.sentences.getMessage(refusal.code(), refusal.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
	}

}
