package cn.mentougou.education;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "spring.data.redis.client-name=own")
class EngineTestTests {

	@Autowired
	private DataSource dataSource;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private Environment environment;

	@Test
	void contextReachesBothEngines() {
		String version = new JdbcTemplate(this.dataSource).queryForObject("SELECT VERSION()", String.class);
		assertThat(version).contains("MariaDB");
		this.redis.opsForValue().set("word", "你好");
		assertThat(this.redis.opsForValue().get("word")).isEqualTo("你好");
	}

	@Test
	void propertyOfTheTestWins() {
		assertThat(this.environment.getProperty("spring.data.redis.client-name")).isEqualTo("own");
	}

}
