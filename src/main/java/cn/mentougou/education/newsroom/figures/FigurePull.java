package cn.mentougou.education.newsroom.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.call.Called;

/**
 * Fetches yesterday's figures once they are complete, and what was missed of the thirty
 * days before. Figures of a day are complete after eight in the morning (图文分析数据接口); an
 * answer that says {@code is_delay} is kept and asked for again. The platform counts an
 * article for thirty days, so what was counted before may still grow.
 */
@Component
class FigurePull {

	private static final LocalTime COMPLETE = LocalTime.of(8, 0);

	private static final int COUNTED_DAYS = 30;

	/** The span was too long: documents do not say how long it may be. */
	private static final int DATE_RANGE = 61501;

	private static final Logger logger = LoggerFactory.getLogger(FigurePull.class);

	private final WxMpFigures platform;

	private final FigureMapper mapper;

	private final WeChatAccounts accounts;

	private final TransactionOperations transaction;

	private final Clock clock;

	FigurePull(WxMpFigures platform, FigureMapper mapper, WeChatAccounts accounts, TransactionOperations transaction,
			Clock clock) {
		this.platform = platform;
		this.mapper = mapper;
		this.accounts = accounts;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Asks for every account; one that fails does not stop the other. */
	void run() {
		List<String> failed = this.accounts.all()
			.stream()
			.filter((account) -> account.may(Capability.STATISTICS))
			.map(WeChatAccount::appId)
			.filter((appId) -> !pull(appId))
			.toList();
		if (!failed.isEmpty()) {
			throw new IllegalStateException("no figures of " + failed.size() + " account(s); see the log");
		}
	}

	private boolean pull(String appId) {
		LocalDateTime now = LocalDateTime.now(this.clock);
		LocalDate yesterday = now.toLocalDate().minusDays(1);
		if (now.toLocalTime().isBefore(COMPLETE)) {
			return true;
		}
		LocalDate first = yesterday.minusDays(COUNTED_DAYS - 1);
		Set<LocalDate> missing = first.datesUntil(yesterday.plusDays(1)).collect(Collectors.toCollection(HashSet::new));
		this.mapper.complete(appId, first, yesterday).forEach(missing::remove);
		if (missing.isEmpty()) {
			return true;
		}
		boolean[] late = { false };
		boolean isPulled = inSpans(new Span(first, yesterday), (from, until) -> articles(appId, from, until, late));
		LocalDate from = missing.stream().min(LocalDate::compareTo).orElseThrow();
		return isPulled && inSpans(new Span(from, yesterday), (begin, end) -> days(appId, begin, end, late[0]));
	}

	/** Asks for the whole span, and for its halves where it is too long. */
	private static boolean inSpans(Span span, BiFunction<LocalDate, LocalDate, Result> ask) {
		Result result = ask.apply(span.from(), span.until());
		if (result != Result.TOO_LONG || span.from().equals(span.until())) {
			return result == Result.DONE;
		}
		return inSpans(span.firstHalf(), ask) && inSpans(span.secondHalf(), ask);
	}

	private Result articles(String appId, LocalDate from, LocalDate until, boolean[] late) {
		Called<WxMpFigures.Articles> called = this.platform.articles(appId, from, until);
		if (called instanceof Called.Answered<WxMpFigures.Articles> answered) {
			late[0] |= answered.value().isLate();
			this.transaction.executeWithoutResult((status) -> answered.value().articles().forEach((article) -> {
				this.mapper.putArticle(appId, article);
				article.days().forEach((day) -> this.mapper.putArticleDay(appId, article, day));
			}));
			return Result.DONE;
		}
		return failed("getarticletotaldetail", called);
	}

	/** A day is complete if neither call said that it is late. */
	private Result days(String appId, LocalDate from, LocalDate until, boolean areArticlesLate) {
		Called<WxMpFigures.Days> called = this.platform.days(appId, from, until);
		if (called instanceof Called.Answered<WxMpFigures.Days> answered) {
			LocalDate yesterday = LocalDate.now(this.clock).minusDays(1);
			boolean isLate = answered.value().isLate() || areArticlesLate;
			this.transaction.executeWithoutResult((status) -> answered.value()
				.days()
				.forEach((day) -> this.mapper.putDay(appId, day, !isLate || day.on().isBefore(yesterday),
						this.clock.instant())));
			return Result.DONE;
		}
		return failed("getbizsummary", called);
	}

	private static Result failed(String what, Called<?> called) {
		if (called instanceof Called.Refused<?> refused && refused.code() == DATE_RANGE) {
			return Result.TOO_LONG;
		}
		logger.warn("{} gave no figures: {}", what, called);
		return Result.FAILED;
	}

	/** What one call came to. */
	private enum Result {

		/** It answered. */
		DONE,

		/** The span was too long. */
		TOO_LONG,

		/** It did not answer. */
		FAILED

	}

	/** Some days. */
	private record Span(LocalDate from, LocalDate until) {

		Span firstHalf() {
			return new Span(this.from, middle());
		}

		Span secondHalf() {
			return new Span(middle().plusDays(1), this.until);
		}

		private LocalDate middle() {
			long days = Duration.between(this.from.atStartOfDay(), this.until.atStartOfDay()).toDays();
			return this.from.plusDays(days / 2);
		}

	}

}
