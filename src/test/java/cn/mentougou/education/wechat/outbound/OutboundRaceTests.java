package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.EngineTest;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.sender.Calls;
import cn.mentougou.education.wechat.sender.MessageForm;
import cn.mentougou.education.wechat.sender.OutboundMessage;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(classes = OutboundTests.SmallApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OutboundRaceTests extends OutboundFixture {

	@Autowired
	private OutboundMapper ledger;

	@Autowired
	private SendMapper mapper;

	@Autowired
	private SendLoop.Parts parts;

	@Autowired
	private Calls calls;

	@Test
	void keylessMessageOfDeadInstanceIsUnknownAfterMinuteAndTheNextOneGoes() {
		wrote();
		claimedByDeadInstance(text("一"));
		insert(text("二"));
		this.leftovers.send();
		later(Duration.ofSeconds(59));
		assertThat(states()).containsExactly("SENDING", "NEW");
		later(Duration.ofSeconds(2));
		settled("UNKNOWN INTERRUPTED", "SENT");
		assertThat(sent()).hasSize(1);
	}

	@Test
	void keyedMessageOfDeadInstanceIsRepeatedAfterMinute() {
		claimedByDeadInstance(template());
		later(Duration.ofSeconds(61));
		settled("SENT");
		assertThat(calls(TEMPLATE)).hasSize(1);
	}

	@Test
	void keyedMessageOfAnInstanceThatDiedLongAgoIsUnknown() {
		claimedByDeadInstance(template());
		later(Duration.ofMinutes(9));
		settled("UNKNOWN INTERRUPTED");
		assertThat(calls(TEMPLATE)).isEmpty();
	}

	@Test
	void instancesSendEachMessageOnceAndInOrder() {
		List<SendLoop> instances = Stream.generate(this::instance).limit(3).toList();
		instances.forEach(SendLoop::start);
		IntStream.range(0, 12).forEach((i) -> insert((i % 2 == 0) ? template(i) : new OutboundMessage.Image("第" + i)));
		wrote();
		tapped();
		for (int i = 0; i < 40; i++) {
			instances.forEach((instance) -> instance.wake(List.of(personIndex())));
		}
		settled(IntStream.range(0, 12).mapToObj((i) -> "SENT").toArray(String[]::new));
		instances.forEach(SendLoop::stop);
		assertThat(calls(SEND)).hasSize(6);
		assertThat(calls(TEMPLATE)).hasSize(6);
		assertThat(platform.calls(SEND)
			.stream()
			.filter((call) -> call.body().contains(this.person))
			.map((call) -> Integer.parseInt(call.body().replaceAll(".*第(\\d+)\".*", "$1")))).isSorted();
	}

	private SendLoop instance() {
		return new SendLoop(this.parts, this.calls, 4);
	}

	private static OutboundMessage template(int number) {
		return new OutboundMessage.Template("T1", null, null, Map.of("thing1", "第" + number));
	}

	private void claimedByDeadInstance(OutboundMessage message) {
		insert(message);
		long id = this.mapper.listUnsettled(List.of(personIndex())).get(0).id();
		this.mapper.claim(List.of(id), "dead:1", this.clock.instant());
	}

	/** Without waking anybody. */
	private void insert(OutboundMessage message) {
		Seal seal = new Seal(this.vault, this.index);
		byte[] key = seal.messageKey(EngineProperties.SERVICE, UUID.randomUUID().toString());
		this.ledger.insert(new OutboundMapper.Intent(key, EngineProperties.SERVICE, personIndex(),
				seal.sealOpenId(this.person, key), seal.sealContent(MessageForm.written(message), key),
				MessageForm.kind(message), message.channel(), "test", this.clock.instant().plus(Duration.ofDays(1)),
				SendState.NEW, null, this.clock.instant(), "correlation-1", null), new GeneratedKey());
	}

}
