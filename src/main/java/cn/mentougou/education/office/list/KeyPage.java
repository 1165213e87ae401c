package cn.mentougou.education.office.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a long list, and where the next ones begin. Finding them costs the same on
 * the last page as on the first, and rows that come or go meanwhile shift nothing.
 *
 * @param <T> what a row is
 * @param rows the rows of this page
 * @param next what {@code after} is on the next page; empty on the last one
 */
public record KeyPage<T>(List<T> rows, Optional<String> next) {

	/** How many rows people see at once. */
	public static final int ROWS = 50;

	/** Copies the rows. */
	public KeyPage {
		rows = List.copyOf(rows);
	}

	/**
	 * A page of rows that were read with one more than it shows, which tells whether
	 * there is another page without counting.
	 * @param read at most {@code size + 1} rows, in the order of their keys
	 * @param size how many the page shows
	 * @param key the key of a row
	 */
	public static <T> KeyPage<T> of(List<T> read, int size, Function<T, Cursor> key) {
		if (read.size() <= size) {
			return new KeyPage<>(read, Optional.empty());
		}
		return new KeyPage<>(read.subList(0, size), Optional.of(key.apply(read.get(size - 1)).text()));
	}

}
