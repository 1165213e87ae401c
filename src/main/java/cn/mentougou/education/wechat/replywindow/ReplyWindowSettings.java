package cn.mentougou.education.wechat.replywindow;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.quota.*}, as far as it concerns reply windows.
 *
 * @param overlap how windows that are open together are read: the platform's page does
 * not say
 * @param margin how much earlier a window counts as closed: our call takes a moment and
 * clocks differ
 * @param writeEvery how often the windows learnt from pushes are written down
 * @param windows further rules of the windows, each from a date on
 */
@ConfigurationProperties("education.quota")
record ReplyWindowSettings(@DefaultValue("separate") Overlap overlap, @DefaultValue("3s") Duration margin,
		@DefaultValue("300ms") Duration writeEvery, @DefaultValue List<WindowRule> windows) {

	ReplyWindowSettings {
		if (margin.isNegative() || margin.compareTo(Duration.ofSeconds(30)) > 0) {
			throw new Misconfigured("education.quota.margin 应在 0 到 30 秒之间：点击菜单后的窗口只有 1 分钟。");
		}
		if (writeEvery.compareTo(Duration.ofMillis(50)) < 0 || writeEvery.compareTo(Duration.ofSeconds(5)) > 0) {
			throw new Misconfigured("education.quota.write-every 应在 50ms 到 5s 之间。");
		}
	}

	/** How windows that are open together are read. */
	enum Overlap {

		/** Each has its own messages; the one that closes first is spent first. */
		SEPARATE,

		/** A message counts in each of them. The stricter reading. */
		SHARED

	}

	/**
	 * The windows of pushes from a date on.
	 *
	 * @param from the first day
	 * @param message how many messages after the person wrote
	 * @param messageFor and for how long
	 * @param event how many after a tap, a scan or a follow
	 * @param eventFor and for how long
	 */
	record WindowRule(LocalDate from, @DefaultValue("5") int message, @DefaultValue("48h") Duration messageFor,
			@DefaultValue("3") int event, @DefaultValue("1m") Duration eventFor) {
	}

}
