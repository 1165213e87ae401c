package cn.mentougou.education.office.list;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The key of the last row that was shown. It goes through the browser as opaque text;
 * what comes back as anything else than such a text means the first page, never an error,
 * and it can say no more than where to begin: what may be seen is decided by the query.
 *
 * @param sort what the list is sorted by; empty if by the id alone
 * @param id the id of the row
 */
public record Cursor(String sort, long id) {

	private static final int LONGEST = 1000;

	/** What a DATETIME or DATE of the database can hold. */
	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(9000, 1, 1);

	private static final Instant FIRST = Instant.parse(FIRST_DAY + "T00:00:00Z");

	private static final Instant LAST = Instant.parse(LAST_DAY + "T00:00:00Z");

	/** Of a list sorted by its ids. */
	public static Cursor of(long id) {
		return new Cursor("", id);
	}

	/** Of a list sorted by a text and, among equals, by ids. */
	public static Cursor of(String sort, long id) {
		return new Cursor(sort, id);
	}

	/** Of a list sorted by a time and, among equals, by ids. */
	public static Cursor of(Instant time, long id) {
		return new Cursor(time.toString(), id);
	}

	/** Of a list sorted by a day and, among equals, by ids. */
	public static Cursor of(LocalDate day, long id) {
		return new Cursor(day.toString(), id);
	}

	/** Reads the place in a list sorted by its ids. */
	public static Optional<Cursor> byId(@Nullable String after) {
		return read(after, String::isEmpty);
	}

	/** Reads the place in a list sorted by a text. */
	public static Optional<Cursor> byText(@Nullable String after) {
		return read(after, (sort) -> true);
	}

	/** Reads the place in a list sorted by a time. */
	public static Optional<Cursor> byTime(@Nullable String after) {
		return read(after, (sort) -> {
			Instant time = Instant.parse(sort);
			return time.isAfter(FIRST) && time.isBefore(LAST);
		});
	}

	/** Reads the place in a list sorted by a day. */
	public static Optional<Cursor> byDay(@Nullable String after) {
		return read(after, (sort) -> {
			LocalDate day = LocalDate.parse(sort);
			return day.isAfter(FIRST_DAY) && day.isBefore(LAST_DAY);
		});
	}

	private static Optional<Cursor> read(@Nullable String after, Predicate<String> isKey) {
		if (after == null || after.isEmpty() || after.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
			int end = text.indexOf(':');
			Cursor cursor = new Cursor(text.substring(end + 1), Long.parseLong(text, 0, Math.max(end, 0), 10));
			return Optional.of(cursor).filter((one) -> isKey.test(one.sort()));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** The time it is sorted by. */
	public Instant time() {
		return Instant.parse(this.sort);
	}

	/** The day it is sorted by. */
	public LocalDate day() {
		return LocalDate.parse(this.sort);
	}

	/** What the browser is given and sends back as {@code after}. */
	public String text() {
		byte[] key = (this.id + ":" + this.sort).getBytes(StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
	}

}
