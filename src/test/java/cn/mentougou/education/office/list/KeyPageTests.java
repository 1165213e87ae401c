package cn.mentougou.education.office.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPageTests {

	/** A list of the numbers from 1, as a mapper would read it. */
	static KeyPage<Long> page(long count, String after, int size) {
		long from = Cursor.byId(after).map(Cursor::id).orElse(0L);
		List<Long> read = LongStream.rangeClosed(from + 1, count).limit(size + 1L).boxed().toList();
		return KeyPage.of(read, size, Cursor::of);
	}

	@Test
	void pagesFollowEachOtherWithoutGapOrRepeat() {
		List<Long> all = new ArrayList<>();
		Optional<String> after = Optional.of("");
		while (after.isPresent()) {
			KeyPage<Long> page = page(101, after.get(), 25);
			assertThat(page.rows()).hasSizeLessThanOrEqualTo(25);
			all.addAll(page.rows());
			after = page.next();
		}
		assertThat(all).containsExactlyElementsOf(LongStream.rangeClosed(1, 101).boxed().toList());
	}

	@Test
	void lastPageHasNoNextOneEvenIfItIsFull() {
		assertThat(page(50, "", 50).next()).isEmpty();
		assertThat(page(51, "", 50).next()).isPresent();
		assertThat(page(0, "", 50).rows()).isEmpty();
	}

}
