package cn.mentougou.education.wechat.dialogue;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How long, and with how many messages, a person may still be answered (48 小时窗口).
 *
 * @param remaining how many messages; 0 if none
 * @param closesAt when the last of the open windows closes; null if none is open
 * @param why why nothing can be sent, and what to do; null if something can
 */
public record ReplyTime(int remaining, @Nullable Instant closesAt, @Nullable String why) {

	/** Whether an answer can be sent. */
	public boolean isOpen() {
		return this.why == null;
	}

	/** How long it stays open, in words; empty if it is closed. */
	public String left(Instant now) {
		if (this.closesAt == null || !isOpen()) {
			return "";
		}
		Duration left = Duration.between(now, this.closesAt);
		return (left.toHours() > 0) ? left.toHours() + " 小时 " + left.toMinutesPart() + " 分钟"
				: Math.max(1, left.toMinutes()) + " 分钟";
	}

	/** Whether it closes within the hour. */
	public boolean closesSoon(Instant now) {
		return isOpen() && this.closesAt != null && this.closesAt.isBefore(now.plus(Duration.ofHours(1)));
	}

}
