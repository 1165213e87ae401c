package cn.mentougou.education;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class MapperTestTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void sliceStandsOnTheMigratedEngine() {
		assertThat(this.jdbc.sql("SELECT VERSION()").query(String.class).single()).contains("MariaDB");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM flyway_schema_history").query(Long.class).single())
			.isNotNegative();
	}

}
