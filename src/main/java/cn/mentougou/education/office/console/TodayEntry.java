package cn.mentougou.education.office.console;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One piece of work on 今日.
 *
 * @param kind why it stands there
 * @param title what it is, in Chinese; no full personal data
 * @param href where it is done
 * @param dueOn the last day, or null if there is none
 * @param workingDaysLeft working days from today to the last day, negative when overdue;
 * null if there is no last day
 */
public record TodayEntry(Kind kind, String title, String href, @Nullable LocalDate dueOn,
		@Nullable Integer workingDaysLeft) {

	/** Work without a last day. */
	public static TodayEntry waiting(String title, String href) {
		return new TodayEntry(Kind.WAITING, title, href, null, null);
	}

	/** Something is wrong and needs a person. */
	public static TodayEntry alarm(String title, String href) {
		return new TodayEntry(Kind.ALARM, title, href, null, null);
	}

	/** Work with a last day; overdue when no working days are left. */
	public static TodayEntry due(String title, String href, LocalDate dueOn, int workingDaysLeft) {
		return new TodayEntry((workingDaysLeft < 0) ? Kind.OVERDUE : Kind.DUE, title, href, dueOn, workingDaysLeft);
	}

	/** The working-day clock in words; null if there is no last day. */
	public @Nullable String clock() {
		Integer left = this.workingDaysLeft;
		if (left == null) {
			return null;
		}
		if (left == 0) {
			return "今天到期";
		}
		return (left > 0) ? "还剩 " + left + " 个工作日" : "已逾期 " + -left + " 个工作日";
	}

	/** Why an entry stands on 今日, most urgent first. */
	public enum Kind {

		/** Something is wrong and needs a person at once. */
		ALARM("异常"),

		/** Its last day is past. */
		OVERDUE("已逾期"),

		/** It has a last day. */
		DUE("待办"),

		/** It waits for me. */
		WAITING("等我处理");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
