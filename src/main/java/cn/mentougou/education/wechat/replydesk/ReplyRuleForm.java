package cn.mentougou.education.wechat.replydesk;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.wechat.reply.EffectiveHours;
import cn.mentougou.education.wechat.reply.ReplyRule;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.education.wechat.reply.Trigger;

/** What is typed about a rule; a phrase stands on a line of its own. */
record ReplyRuleForm(@Size(max = 64) @Nullable String account, @NotNull @Nullable Trigger trigger,
		@Size(max = 5000) @Nullable String phrases, @Size(max = 3000) @Nullable String answer,
		@Min(-100) @Max(100) @Nullable Integer priority,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime until,
		@DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime dailyFrom,
		@DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime dailyUntil,
		@Nullable List<DayOfWeek> weekdays, @Nullable Boolean enabled, @Nullable Long revision) {

	static ReplyRuleForm blank() {
		return new ReplyRuleForm(null, null, null, null, 0, null, null, null, null, List.of(), true, 0L);
	}

	static ReplyRuleForm of(ReplyRules.Kept kept) {
		ReplyRule rule = kept.rule();
		EffectiveHours hours = rule.hours();
		return new ReplyRuleForm(rule.appId(), rule.trigger(), String.join("\n", rule.phrases()), rule.answer(),
				rule.priority(), hours.from(), hours.until(), hours.dailyFrom(), hours.dailyUntil(),
				List.copyOf(hours.weekdays()), rule.enabled(), kept.revision());
	}

	/** What it says. */
	ReplyRule rule() {
		List<String> lines = said(this.phrases).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
		days.addAll(Objects.requireNonNullElse(this.weekdays, List.of()));
		EffectiveHours hours = new EffectiveHours(this.from, this.until, this.dailyFrom, this.dailyUntil, days);
		String account = said(this.account).strip();
		return new ReplyRule(account.isEmpty() ? null : account, Objects.requireNonNull(this.trigger), lines,
				said(this.answer).replace("\r\n", "\n"), Objects.requireNonNullElse(this.priority, 0), hours,
				Boolean.TRUE.equals(this.enabled));
	}

	private static String said(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
