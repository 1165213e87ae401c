package cn.mentougou.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParserTests {

	@ParameterizedTest
	@MethodSource
	@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everyParserStandsHostileInput(String target) {
		long seconds = Long.getLong("fuzz.short-seconds", 1);
		assertThat(ShortRun.of(Targets.of(target), Duration.ofSeconds(seconds))).isPositive();
	}

	static List<String> everyParserStandsHostileInput() {
		return Targets.names();
	}

}
