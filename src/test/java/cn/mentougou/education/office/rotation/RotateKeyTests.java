package cn.mentougou.education.office.rotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EducationApplication;
import cn.mentougou.education.EngineTest;
import cn.mentougou.education.office.command.CommandVisit;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.InboxEntry;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.inbox.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The command as the operator runs it, on a database that an application uses. */
@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "education.job.enabled=false")
class RotateKeyTests {

	private static final int MESSAGES = 1500;

	private final String newKey = Base64.getEncoder().encodeToString(RandomBytes.take(32));

	@Autowired
	private Inbox inbox;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private Environment environment;

	@BeforeEach
	@AfterEach
	void begin() {
		List.of("inbox_message", "inbox_claim", "inbox_record", "dead_letter", "data_hold", "access_token")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
	}

	@Test
	void killedInTheMiddleItGoesOnAndLosesNothing() throws IOException {
		List<MessageKey> keys = messages(MESSAGES);
		Process process = start();
		await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> sealedUnder("new") > 0);
		process.destroyForcibly().onExit().join();
		assertThat(sealedUnder("new")).isBetween(100, MESSAGES - 1);
		assertThat(sealedUnder("test")).isEqualTo(MESSAGES - sealedUnder("new"));
		assertThat(rotate("new", this.newKey, "test", testKey())).isZero();
		assertThat(sealedUnder("new")).isEqualTo(MESSAGES);
		// Back again: everything opens under both keys and says what it said.
		assertThat(rotate("test", testKey(), "new", this.newKey)).isZero();
		for (int i = 0; i < MESSAGES; i++) {
			assertThat(this.inbox.find(keys.get(i)).orElseThrow().xml()).isEqualTo(words(i));
		}
	}

	@Test
	void aKeyThatIsMissingIsSaidAndItsValuesStay() {
		messages(3);
		assertThat(rotate("new", this.newKey, "other", Base64.getEncoder().encodeToString(RandomBytes.take(32))))
			.isOne();
		assertThat(sealedUnder("test")).isEqualTo(3);
	}

	private int rotate(String... keys) {
		return CommandVisit.run(EducationApplication.class, arguments(keys).toArray(String[]::new));
	}

	/** A process of its own, which can be killed. */
	private Process start() throws IOException {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), EducationApplication.class.getName()));
		line.addAll(arguments("new", this.newKey, "test", testKey()));
		return new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	private List<String> arguments(String... keys) {
		List<String> arguments = new ArrayList<>(List.of("rotate-key"));
		for (int i = 0; i < keys.length; i += 2) {
			arguments.add("--education.privacy.keys[" + i / 2 + "].id=" + keys[i]);
			arguments.add("--education.privacy.keys[" + i / 2 + "].key=" + keys[i + 1]);
		}
		for (String name : List.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password",
				"spring.data.redis.host", "spring.data.redis.port", "education.privacy.index-key",
				"education.spool.directory")) {
			arguments.add("--" + name + "=" + this.environment.getRequiredProperty(name));
		}
		for (String name : List.of("kind", "app-id", "original-id", "secret", "token", "aes-key", "mode")) {
			String account = "education.wechat.accounts[0]." + name;
			arguments.add("--" + account + "=" + this.environment.getRequiredProperty(account));
		}
		return arguments;
	}

	private String testKey() {
		return this.environment.getRequiredProperty("education.privacy.keys[0].key");
	}

	private List<MessageKey> messages(int count) {
		List<MessageKey> keys = new ArrayList<>();
		List<CompletableFuture<Boolean>> kept = IntStream.range(0, count).mapToObj((i) -> {
			MessageKey key = this.inbox.keyOf("wx1", List.of("message", UUID.randomUUID().toString()));
			keys.add(key);
			return this.inbox.keepAnswered(new InboxEntry(key, "wx1", "text", this.clock.instant(), words(i), "c"),
					new InboxEntry.Answered(null, Outcome.ANSWERED, "DEFAULT"));
		}).toList();
		kept.forEach(CompletableFuture::join);
		return keys;
	}

	private int sealedUnder(String key) {
		byte[] head = new byte[3 + key.length()];
		head[0] = 2;
		head[1] = 1;
		head[2] = (byte) key.length();
		System.arraycopy(key.getBytes(StandardCharsets.US_ASCII), 0, head, 3, key.length());
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_message WHERE LEFT(content, ?) = ?")
			.params(head.length, head)
			.query(Integer.class)
			.single();
	}

	private static byte[] words(int number) {
		return ("<xml>第" + number + "句</xml>").getBytes(StandardCharsets.UTF_8);
	}

}
