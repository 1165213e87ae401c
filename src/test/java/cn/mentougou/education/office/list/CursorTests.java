package cn.mentougou.education.office.list;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CursorTests {

	private static final List<Function<String, Optional<Cursor>>> READERS = List.of(Cursor::byId, Cursor::byText,
			Cursor::byTime, Cursor::byDay);

	@Test
	void whatWasGivenIsReadBack() {
		Instant time = Instant.parse("2026-06-09T01:02:03Z");
		assertThat(Cursor.byId(Cursor.of(7).text())).contains(Cursor.of(7));
		assertThat(Cursor.byText(Cursor.of("门头沟:一小", -7).text())).contains(Cursor.of("门头沟:一小", -7));
		assertThat(Cursor.byTime(Cursor.of(time, 7).text())).map(Cursor::time).contains(time);
		assertThat(Cursor.byDay(Cursor.of(LocalDate.of(2026, 6, 9), 7).text())).map(Cursor::day)
			.contains(LocalDate.of(2026, 6, 9));
	}

	@Test
	void goesThroughAnAddressAsItIs() {
		assertThat(Cursor.of("门头沟区\u0000?>~\uD83D\uDE00", Long.MAX_VALUE).text()).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void placeInAnotherListIsTheFirstPage() {
		String byText = Cursor.of("不是时间", 7).text();
		assertThat(Cursor.byId(byText)).isEmpty();
		assertThat(Cursor.byTime(byText)).isEmpty();
		assertThat(Cursor.byDay(byText)).isEmpty();
	}

	/** The database refuses them, which would be a failure of ours. */
	@Test
	void timeThatNoColumnHoldsIsTheFirstPage() {
		assertThat(Cursor.byTime(Cursor.of(Instant.MAX, 7).text())).isEmpty();
		assertThat(Cursor.byDay(Cursor.of(LocalDate.MIN, 7).text())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "!", "a", "abcd", "=", "....", "%00", "' OR 1=1 --", "<script>", "门头沟" })
	void anythingElseIsTheFirstPage(String after) {
		assertThat(READERS).allSatisfy((reader) -> assertThat(reader.apply(after)).isEmpty());
	}

	@Test
	void anyBytesAreTheFirstPage() {
		Stream
			.of("", ":", ":a", "7", "7 :a", "99999999999999999999:a", "-:", "\uFFFF:1", "0x7:", "7".repeat(2000) + ":")
			.map((text) -> Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
			.forEach((after) -> assertThat(READERS)
				.allSatisfy((reader) -> assertThat(reader.apply(after)).as(after).isEmpty()));
		assertThat(Cursor.byId(null)).isEmpty();
	}

}
