package cn.mentougou.education.journey;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Handlers of journeys. Each writes a row in its transaction, so that a second effect
 * would be seen.
 */
class JourneyHandlers {

	/** Writes and answers. */
	static final String COUNT = "记一笔";

	/** Writes and answers when {@link Gate#open} says so. */
	static final String GATED = "等一等";

	/** Writes and fails. */
	static final String FAIL = "会出错";

	@Bean
	Gate gate() {
		return new Gate();
	}

	@Bean
	Effects effects(JdbcClient jdbc) {
		return new Effects(jdbc);
	}

	@Bean
	MessageHandler counting(Effects effects) {
		return handler(COUNT, effects, () -> "记好了");
	}

	@Bean
	MessageHandler gated(Effects effects, Gate gate) {
		return handler(GATED, effects, () -> {
			gate.pass();
			return "等到了";
		});
	}

	@Bean
	MessageHandler failing(Effects effects, Gate gate) {
		return handler(FAIL, effects, () -> {
			if (gate.isFailing) {
				throw new IllegalStateException("private words of a person");
			}
			return "这次好了";
		});
	}

	private static MessageHandler handler(String word, Effects effects, Supplier<String> answer) {
		return new MessageHandler() {

			@Override
			public Turn turn() {
				return Turn.COMMAND_WORD;
			}

			@Override
			public boolean accepts(InboundMessage message) {
				return message.words().filter((words) -> words.startsWith(word)).isPresent();
			}

			@Override
			public Optional<Reply> handle(InboundMessage message) {
				effects.write(message.words().orElseThrow());
				return Optional.of(new Reply.Text(answer.get()));
			}

		};
	}

	/** Holds a handler until the test lets it go. */
	static class Gate {

		volatile boolean isFailing = true;

		private volatile CountDownLatch latch = new CountDownLatch(1);

		void close() {
			this.latch = new CountDownLatch(1);
		}

		void open() {
			this.latch.countDown();
		}

		private void pass() {
			try {
				if (!this.latch.await(30, TimeUnit.SECONDS)) {
					throw new IllegalStateException("the gate was never opened");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

	}

	/** Counts what handlers did, in the database itself. */
	static class Effects {

		private final JdbcClient jdbc;

		Effects(JdbcClient jdbc) {
			this.jdbc = jdbc;
			jdbc.sql("CREATE TABLE IF NOT EXISTS journey_effect (words VARCHAR(100) NOT NULL)").update();
		}

		void write(String words) {
			this.jdbc.sql("INSERT INTO journey_effect (words) VALUES (?)").param(words).update();
		}

		int of(String words) {
			return this.jdbc.sql("SELECT COUNT(*) FROM journey_effect WHERE words = ?")
				.param(words)
				.query(Integer.class)
				.single();
		}

	}

}
