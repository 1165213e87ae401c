package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyWindowTests {

	@ParameterizedTest
	@CsvSource({ "text, 5, PT48H", "image, 5, PT48H", "voice, 5, PT48H", "location, 5, PT48H",
			"something_new, 5, PT48H", "event:CLICK, 3, PT1M", "event:scancode_push, 3, PT1M",
			"event:scancode_waitmsg, 3, PT1M", "event:subscribe, 3, PT1M", "event:SCAN, 3, PT1M", "event:VIEW, 0, PT0S",
			"event:unsubscribe, 0, PT0S", "event:LOCATION, 0, PT0S", "event:TEMPLATESENDJOBFINISH, 0, PT0S" })
	void windowFollowsFromWhatThePersonDid(String kind, int messages, Duration length) {
		ReplyWindow window = ReplyWindow.of(kind);
		assertThat(window.messages()).isEqualTo(messages);
		assertThat(window.endsAt(Instant.EPOCH)).isEqualTo(Instant.EPOCH.plus(length));
	}

}
