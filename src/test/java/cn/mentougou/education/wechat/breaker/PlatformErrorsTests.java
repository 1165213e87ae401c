package cn.mentougou.education.wechat.breaker;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class PlatformErrorsTests {

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	private final MovableClock clock = new MovableClock(NOW);

	@Autowired
	private PlatformErrorMapper mapper;

	@Test
	void errorsAreCountedByCodeTheLatestFirst() {
		PlatformErrors errors = new PlatformErrors(this.mapper, this.clock);
		errors.saw("wxE", "45015");
		errors.saw("wxE", "45015");
		this.clock.advance(Duration.ofSeconds(5));
		errors.saw("wxE", "45015");
		errors.saw("wxOther", "45015");
		errors.saw("wxE", "TIMEOUT");
		assertThat(errors.latest("wxE")).containsExactly(new PlatformError("wxE", "45015", 3, NOW, NOW.plusSeconds(5)),
				new PlatformError("wxE", "TIMEOUT", 1, NOW.plusSeconds(5), NOW.plusSeconds(5)));
	}

	@Test
	void stormIsWrittenEveryTenSeconds() {
		PlatformErrors errors = new PlatformErrors(this.mapper, this.clock);
		for (int i = 0; i < 100; i++) {
			errors.saw("wxE", "-1");
		}
		assertThat(this.mapper.since("wxE", NOW)).singleElement()
			.satisfies((error) -> assertThat(error.times()).isOne());
		this.clock.advance(Duration.ofSeconds(10));
		errors.saw("wxE", "-1");
		assertThat(this.mapper.since("wxE", NOW)).singleElement()
			.satisfies((error) -> assertThat(error.times()).isEqualTo(101));
	}

	@Test
	void whatIsLongPastIsNotShown() {
		PlatformErrors errors = new PlatformErrors(this.mapper, this.clock);
		errors.saw("wxE", "40003");
		this.clock.advance(Duration.ofDays(31));
		assertThat(errors.latest("wxE")).isEmpty();
		errors.saw("wxE", "40003");
		assertThat(errors.latest("wxE")).singleElement().satisfies((error) -> assertThat(error.times()).isEqualTo(2));
	}

}
