package cn.mentougou.education.wechat.sender;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class SendResultMapperTests {

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	@Autowired
	private SendResultMapper mapper;

	@Test
	void firstReportCountsAndGoesWithItsTime() {
		SendResult blocked = new SendResult("wx", "7", "failed:user block", false, NOW);
		this.mapper.insert(blocked);
		this.mapper.insert(new SendResult("wx", "7", "success", true, NOW));
		assertThat(this.mapper.list("wx", List.of("7", "8"))).containsExactly(blocked);
		assertThat(this.mapper.list("wy", List.of("7"))).isEmpty();
		assertThat(this.mapper.deleteBefore(NOW, 10)).isZero();
		assertThat(this.mapper.deleteBefore(NOW.plusSeconds(1), 10)).isEqualTo(1);
	}

	@Test
	void everyResultHasItsSentence() {
		assertThat(List.of("success", "failed:user block", "failed: system failed", "43101"))
			.allSatisfy((status) -> assertThat(new SendResult("wx", "7", status, false, NOW).sentence()).endsWith("。"));
	}

}
