package cn.mentougou.education.wechat.quota;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.quota.*}.
 *
 * @param overlap how windows that are open together are read: the platform's page does
 * not say
 * @param margin how much earlier a window counts as closed, and how near to midnight a
 * call counts for both days: our call takes a moment and clocks differ
 * @param writeEvery how often the windows learnt from pushes are written down
 * @param windows further rules of the windows, each from a date on
 * @param calls further limits of calls, each from a date on
 */
@ConfigurationProperties("education.quota")
record QuotaSettings(@DefaultValue("separate") Overlap overlap, @DefaultValue("3s") Duration margin,
		@DefaultValue("300ms") Duration writeEvery, @DefaultValue List<WindowRule> windows,
		@DefaultValue List<CallLimit> calls) {

	QuotaSettings {
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

	/**
	 * How many calls of an API an account may make in a day from a date on.
	 *
	 * @param appId the account; all of them if absent
	 * @param api the path of the call
	 * @param limit how many
	 * @param from the first day
	 */
	record CallLimit(@Nullable String appId, String api, int limit, @DefaultValue("2023-01-01") LocalDate from) {
	}

}
