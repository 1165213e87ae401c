package cn.mentougou.education.wechat.quota;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code education.quota.*}, as far as it concerns calls.
 *
 * @param margin how near to midnight a call counts for both days: our call takes a moment
 * and clocks differ
 * @param calls further limits of calls, each from a date on
 */
@ConfigurationProperties("education.quota")
record QuotaSettings(@DefaultValue("3s") Duration margin, @DefaultValue List<CallLimit> calls) {

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
