package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.EngineTest;
import cn.mentougou.education.wechat.token.WxMpClients;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(classes = OutboundTests.SmallApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OutboundRaceTests extends OutboundFixture {

	@Autowired
	private WxMpClients clients;

	@Test
	void messageOfDeadInstanceIsUnknownAfterMinuteAndTheNextOneGoes() {
		this.mapper.insert(intent(1));
		long id = this.mapper.findFirstUnsettled(personIndex()).orElseThrow().id();
		this.mapper.claim(id, this.clock.instant());
		this.mapper.insert(intent(2));
		this.ledger.sendLeftovers();
		this.clock.advance(Duration.ofSeconds(59));
		this.ledger.sendLeftovers();
		assertThat(states()).containsExactly("SENDING", "NEW");
		this.clock.advance(Duration.ofSeconds(2));
		this.ledger.sendLeftovers();
		settled("UNKNOWN INTERRUPTED", "SENT");
		assertThat(sent()).hasSize(1);
	}

	@Test
	void twoInstancesSendEachMessageOnceAndInOrder() throws Exception {
		for (int i = 0; i < 5; i++) {
			this.mapper.insert(intent(i));
		}
		CountDownLatch go = new CountDownLatch(1);
		List<Thread> threads = Stream.generate(() -> sending()).limit(4).map((sending) -> new Thread(() -> {
			awaitQuietly(go);
			sending.sendTo(personIndex());
		})).toList();
		threads.forEach(Thread::start);
		go.countDown();
		settled("SENT", "SENT", "SENT", "SENT", "SENT");
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(sent()).extracting((call) -> call.body().replaceAll(".*第(.)句.*", "$1"))
			.containsExactly("0", "1", "2", "3", "4");
	}

	private Sending sending() {
		return new Sending(this.mapper, new Seal(this.vault, this.index), new WxMpSender(this.clients),
				new SimpleMeterRegistry(), this.clock);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private OutboundMapper.Intent intent(int number) {
		Seal seal = new Seal(this.vault, this.index);
		byte[] key = this.index.of("test", UUID.randomUUID().toString());
		Instant now = this.clock.instant();
		return new OutboundMapper.Intent(key, EngineProperties.SERVICE, personIndex(),
				seal.sealOpenId(this.person, key), seal.sealContent("第" + number + "句", key), "text",
				ReplyWindow.MESSAGE, now, now.plusSeconds(3600), SendState.NEW, null, now, "correlation-1");
	}

}
