package cn.mentougou.education.wechat.inbox;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class InboxSettingsTests {

	@Test
	void theRecordIsKeptSixMonthsAtLeastAsTheLawWants() {
		assertThatNoException().isThrownBy(() -> settings(1, 183));
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> settings(1, 182))
			.withMessageContaining("《网络安全法》");
	}

	@Test
	void contentIsKeptLongerThanThePlatformRepeats() {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> settings(0, 400))
			.withMessageContaining("education.inbox.keep-content-for");
	}

	private static InboxSettings settings(int contentDays, int recordDays) {
		return new InboxSettings(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofDays(contentDays),
				Duration.ofDays(recordDays));
	}

}
