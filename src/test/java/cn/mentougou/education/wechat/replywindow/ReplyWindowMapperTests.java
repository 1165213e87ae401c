package cn.mentougou.education.wechat.replywindow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class ReplyWindowMapperTests {

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	@Autowired
	private ReplyWindowMapper windows;

	@Test
	void youngerWindowOfAKindStays() {
		this.windows.upsert(List.of(window(1, WindowKind.MESSAGE, NOW), window(1, WindowKind.TAP, NOW)));
		this.windows.upsert(List.of(window(1, WindowKind.MESSAGE, NOW.plusSeconds(5)),
				window(1, WindowKind.TAP, NOW.minusSeconds(5)), window(2, WindowKind.SCAN, NOW)));
		assertThat(this.windows.list(List.of(bytes(1)))).extracting(ReplyWindowMapper.Row::openedAt)
			.containsExactlyInAnyOrder(NOW.plusSeconds(5), NOW);
		assertThat(this.windows.list(List.of(bytes(1))))
			.allSatisfy((row) -> assertThat(row.closesAt()).isEqualTo(row.openedAt().plusSeconds(60)));
	}

	@Test
	void marksGrowAndOnlyAnOldOneGoes() {
		this.windows.mark("one", NOW);
		this.windows.mark("two", NOW.minusSeconds(9));
		this.windows.mark("one", NOW.minusSeconds(1));
		assertThat(this.windows.listMarks()).containsExactly(new ReplyWindowMapper.Mark("two", NOW.minusSeconds(9)),
				new ReplyWindowMapper.Mark("one", NOW));
		assertThat(this.windows.deleteMark("one", NOW.minusSeconds(1))).isZero();
		assertThat(this.windows.deleteMark("one", NOW)).isEqualTo(1);
	}

	@Test
	void closedWindowsGoExceptThoseOfPeopleWhoseDataAreHeld() {
		this.windows.upsert(List.of(window(1, WindowKind.TAP, NOW), window(2, WindowKind.TAP, NOW),
				window(3, WindowKind.TAP, NOW)));
		assertThat(this.windows.deleteClosedBefore(NOW.plusSeconds(60), List.of(), 10)).isZero();
		assertThat(this.windows.deleteClosedBefore(NOW.plusSeconds(61), List.of(bytes(2)), 10)).isEqualTo(2);
		assertThat(this.windows.delete(List.of(bytes(2)))).isEqualTo(1);
	}

	private static ReplyWindowMapper.Row window(int person, WindowKind kind, Instant at) {
		return new ReplyWindowMapper.Row(bytes(person), kind, "wx", at, at.plusSeconds(60), 3,
				LocalDate.of(2023, 1, 1));
	}

	private static byte[] bytes(int value) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}

}
