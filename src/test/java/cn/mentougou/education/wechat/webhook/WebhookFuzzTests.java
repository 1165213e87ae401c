package cn.mentougou.education.wechat.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import cn.mentougou.fuzz.ShortRun;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("fuzz")
class WebhookFuzzTests extends ThreeAccounts {

	private final Logger log = (Logger) LoggerFactory.getLogger("cn.mentougou.education.wechat.webhook");

	@BeforeEach
	void logsNoRefusals() {
		this.log.setLevel(Level.OFF);
	}

	@AfterEach
	void logsAgain() {
		this.log.setLevel(null);
	}

	@Test
	void whateverIsSentIsAnsweredInTimeAndNeverByAnError() throws IOException {
		long seconds = Long.getLong("fuzz.seconds", 4);
		try (RawConnection connection = new RawConnection(port())) {
			long runs = ShortRun.of(new WebhookFuzz(connection), Duration.ofSeconds(seconds));
			Files.writeString(Files.createDirectories(Path.of("target", "fuzz")).resolve("webhook.md"),
					"| webhook over HTTP | %,d runs in %d s | %,d runs/s | findings: none |\n".formatted(runs, seconds,
							runs / seconds));
			assertThat(runs).isPositive();
		}
	}

}
