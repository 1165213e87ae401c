package cn.mentougou.education.wechat.quota;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class CallQuotaMapperTests {

	@Autowired
	private CallQuotaMapper calls;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void callsAreReservedAndNeverBeyondTheLimitWhenExhausted() {
		this.calls.insertNothing("wx", "/a", "2026-11-24");
		this.calls.insertNothing("wx", "/a", "2026-11-24");
		assertThat(this.calls.lockReserved("wx", "/a", "2026-11-24")).isZero();
		this.calls.reserve("wx", "/a", "2026-11-24", 20);
		assertThat(this.calls.findReserved("wx", "/a", "2026-11-24")).hasValue(20);
		assertThat(this.calls.exhaust("wx", "/a", "2026-11-24", 10)).isZero();
		assertThat(this.calls.exhaust("wx", "/a", "2026-11-24", 50)).isEqualTo(1);
		assertThat(this.calls.deleteBefore("2026-11-24", 10)).isZero();
		assertThat(this.calls.deleteBefore("2026-11-25", 10)).isEqualTo(1);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM call_quota").query(Integer.class).single()).isZero();
	}

}
