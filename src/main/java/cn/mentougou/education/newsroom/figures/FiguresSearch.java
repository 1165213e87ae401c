package cn.mentougou.education.newsroom.figures;

import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the page of the figures is asked for; what is missing is the usual.
 *
 * @param account the account
 * @param from the first day
 * @param until the last day
 * @param year the year of the counts
 */
record FiguresSearch(@Nullable String account, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until, @Nullable Integer year) {

	private static final int DAYS = 30;

	static final int LONGEST = 366;

	/** There were no accounts before, and whoever asks for a later year slipped. */
	private static final ValueRange YEARS = ValueRange.of(2000, 2999);

	/**
	 * The same with what is usual in the place of what was not typed or is no such year.
	 */
	FiguresSearch filled(String firstAccount, LocalDate today) {
		LocalDate last = counted(this.until).orElse(today.minusDays(1));
		LocalDate first = counted(this.from).orElse(last.minusDays(DAYS - 1));
		if (first.isAfter(last) || first.isBefore(last.minusDays(LONGEST - 1))) {
			first = last.minusDays(DAYS - 1);
		}
		return new FiguresSearch((this.account == null || this.account.isEmpty()) ? firstAccount : this.account, first,
				last, Optional.ofNullable(this.year).filter(YEARS::isValidValue).orElse(today.getYear()));
	}

	private static Optional<LocalDate> counted(@Nullable LocalDate day) {
		return Optional.ofNullable(day).filter((one) -> YEARS.isValidValue(one.getYear()));
	}

}
