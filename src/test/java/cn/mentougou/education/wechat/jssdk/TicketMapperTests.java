package cn.mentougou.education.wechat.jssdk;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class TicketMapperTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	@Autowired
	private TicketMapper mapper;

	@Test
	void oneInstanceFetchesAndTheOthersRead() {
		assertThat(this.mapper.begin("wxT")).isOne();
		assertThat(this.mapper.begin("wxT")).isZero();
		assertThat(this.mapper.claim("wxT", 0, NOON, NOON.plusSeconds(10))).isOne();
		assertThat(this.mapper.claim("wxT", 0, NOON, NOON.plusSeconds(10))).isZero();
		assertThat(this.mapper.store("wxT", 0, new byte[] { 7 }, NOON.plusSeconds(7200))).isOne();
		assertThat(this.mapper.store("wxT", 0, new byte[] { 8 }, NOON)).isZero();
		assertThat(this.mapper.find("wxT")).hasValueSatisfying((row) -> {
			assertThat(row.version()).isOne();
			assertThat(row.ticket()).isEqualTo(new byte[] { 7 });
			assertThat(row.expiresAt()).isEqualTo(NOON.plusSeconds(7200));
		});
	}

	@Test
	void leaseOfADeadInstanceIsTakenOverAndGivenBackAfterACallInVain() {
		this.mapper.begin("wxT");
		this.mapper.claim("wxT", 0, NOON, NOON.plusSeconds(10));
		assertThat(this.mapper.claim("wxT", 0, NOON.plusSeconds(10), NOON.plusSeconds(20))).isOne();
		assertThat(this.mapper.giveBack("wxT", 0)).isOne();
		assertThat(this.mapper.claim("wxT", 0, NOON.plusSeconds(11), NOON.plusSeconds(21))).isOne();
	}

	@Test
	void ticketIsSealedAnew() {
		this.mapper.begin("wxT");
		this.mapper.store("wxT", 0, new byte[] { 7 }, NOON);
		assertThat(this.mapper.exchange("wxT", new byte[] { 7 }, new byte[] { 8 })).isOne();
		assertThat(this.mapper.exchange("wxT", new byte[] { 7 }, new byte[] { 9 })).isZero();
		assertThat(this.mapper.list()).extracting(TicketMapper.Row::appId).contains("wxT");
	}

}
