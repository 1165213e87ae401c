package cn.mentougou.education.demo;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DemoHandlersTests {

	private static InboundMessage text(String content) {
		return new InboundMessage.Text(
				new InboundMessage.Header("wx00000000000000f1", "gh_service", "oPerson", Instant.EPOCH, "text", "1"),
				content, null);
	}

	@Test
	void slowHandlerTakesItsWordAlone() {
		SlowHandler handler = new SlowHandler(Duration.ZERO);
		assertThat(handler.turn()).isEqualTo(Turn.COMMAND_WORD);
		assertThat(handler.accepts(text(" 慢 "))).isTrue();
		assertThat(handler.accepts(text("慢慢"))).isFalse();
		assertThat(handler.repliesFromMemory()).isFalse();
		assertThat(handler.handle(text("慢"))).contains(new Reply.Text(SlowHandler.ANSWER));
	}

	@Test
	void failingHandlerFails() {
		FailingHandler handler = new FailingHandler();
		assertThat(handler.turn()).isEqualTo(Turn.COMMAND_WORD);
		assertThat(handler.accepts(text("出错"))).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> handler.handle(text("出错")));
	}

}
