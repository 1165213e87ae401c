package cn.mentougou.education.office.reviewdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.review.ReviewRegister;

/**
 * A review as a line.
 *
 * @param item the review
 * @param unit what its unit is called
 */
record ReviewLine(ReviewRegister.Item item, String unit) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	/** A time as people here read it. */
	static String when(Instant at) {
		return TIME.format(at);
	}

	/** Since when it waits so. */
	public String since() {
		return when(this.item.waitingSince());
	}

	/** What is left of its time, in words. */
	public String clock() {
		Integer left = this.item.workingDaysLeft();
		if (left == null) {
			return "无";
		}
		if (left == 0) {
			return "今天到期";
		}
		return (left > 0) ? "还剩 " + left + " 个工作日" : "已超期 " + -left + " 个工作日";
	}

	/** Whether it is over its last day. */
	public boolean isLate() {
		@Nullable Integer left = this.item.workingDaysLeft();
		return left != null && left < 0;
	}

	/**
	 * The first digits of the hash, by which two people can see that they mean the same.
	 */
	public String mark() {
		return mark(this.item.contentHash());
	}

	static String mark(String hash) {
		return hash.substring(0, Math.min(12, hash.length()));
	}

}
