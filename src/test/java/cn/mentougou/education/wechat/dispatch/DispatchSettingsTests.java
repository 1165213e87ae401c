package cn.mentougou.education.wechat.dispatch;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class DispatchSettingsTests {

	private final DispatchSettings settings = new DispatchSettings(Duration.ofMillis(4500), 16);

	@Test
	void handlersLeaveConnectionsToOthers() {
		assertThatNoException().isThrownBy(() -> this.settings.check(20));
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> this.settings.check(19))
			.withMessageContaining("spring.datasource.hikari.maximum-pool-size 设为至少 20");
	}

}
