package cn.mentougou.education.wechat.followerstatistics;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is typed above the figures.
 *
 * @param account the account
 * @param from the first day
 * @param until the last day
 * @param by by what it is counted
 */
record StatisticsSearch(@Nullable String account,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until, @Nullable Grouping by) {

	private static final int DAYS = 30;

	/** The same with what is usual in the place of what was not typed. */
	StatisticsSearch filled(String firstAccount, LocalDate today) {
		LocalDate last = Objects.requireNonNullElse(this.until, today);
		return new StatisticsSearch((this.account == null || this.account.isEmpty()) ? firstAccount : this.account,
				Objects.requireNonNullElse(this.from, last.minusDays(DAYS - 1)), last,
				Objects.requireNonNullElse(this.by, Grouping.DAY));
	}

}
