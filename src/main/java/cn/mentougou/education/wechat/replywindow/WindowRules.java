package cn.mentougou.education.wechat.replywindow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many messages each window allows and how long, by the date of its opening. Since
 * 2023 it is five for 48 hours after a message and three for a minute after the rest.
 */
class WindowRules {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final ReplyWindowSettings.WindowRule SINCE_2023 = new ReplyWindowSettings.WindowRule(
			LocalDate.of(2023, 1, 1), 5, Duration.ofHours(48), 3, Duration.ofMinutes(1));

	private final List<ReplyWindowSettings.WindowRule> rules;

	private final Duration margin;

	WindowRules(ReplyWindowSettings settings) {
		List<ReplyWindowSettings.WindowRule> all = new ArrayList<>(settings.windows());
		all.add(SINCE_2023);
		all.sort(Comparator.comparing(ReplyWindowSettings.WindowRule::from).reversed());
		this.rules = List.copyOf(all);
		this.margin = settings.margin();
	}

	/** The window that opens at this moment. */
	ReplyWindowMapper.Row opened(byte[] person, String appId, WindowKind kind, Instant at) {
		LocalDate on = LocalDate.ofInstant(at, BEIJING);
		ReplyWindowSettings.WindowRule rule = this.rules.stream()
			.filter((one) -> !one.from().isAfter(on))
			.findFirst()
			.orElse(SINCE_2023);
		boolean isMessage = kind == WindowKind.MESSAGE;
		int messages = (kind == WindowKind.UNFOLLOWED) ? 0 : isMessage ? rule.message() : rule.event();
		Instant closes = at.plus((isMessage || kind == WindowKind.UNFOLLOWED) ? rule.messageFor() : rule.eventFor())
			.minus(this.margin);
		return new ReplyWindowMapper.Row(person, kind, appId, at, closes, messages, rule.from());
	}

}
