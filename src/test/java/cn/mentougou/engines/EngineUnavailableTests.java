package cn.mentougou.engines;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineUnavailableTests {

	@Test
	void machineWithoutABinaryIsToldWhatToSetInBothLanguages() {
		assertThat(EngineUnavailable.noBinary("MariaDB", MariaDbFiles.VARIABLES)).hasMessageContainingAll(
				"没有合适的内置 MariaDB", "No bundled MariaDB", "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_PASSWORD",
				Platform.description());
	}

	@Test
	void serverThatDoesNotStartIsQuoted() {
		assertThat(EngineUnavailable.notStarted("Redis", "SPRING_DATA_REDIS_HOST", "cannot bind"))
			.hasMessageContainingAll("SPRING_DATA_REDIS_HOST", "cannot bind");
	}

}
