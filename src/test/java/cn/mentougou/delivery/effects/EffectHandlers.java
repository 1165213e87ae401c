package cn.mentougou.delivery.effects;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/** Handlers that write a row, which shows a second effect, and one that only answers. */
@Configuration(proxyBeanMethods = false)
public class EffectHandlers {

	/** Answers from memory. */
	public static final String ECHO = "问一问";

	/** Writes and answers at once. */
	public static final String QUICK = "记一笔";

	/** Writes, and answers later than the platform waits. */
	public static final String SLOW = "慢一笔";

	/** What all answer, with the words after theirs. */
	public static final String ANSWER = "记好了";

	/** The table of effects; whoever starts the process makes it. */
	public static final String TABLE = "CREATE TABLE IF NOT EXISTS effect (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
			+ " words VARCHAR(100) NOT NULL, KEY effect_words (words))";

	@Bean
	MessageHandler echo() {
		return new Echo();
	}

	@Bean
	MessageHandler quickEffect(JdbcClient jdbc) {
		return new EffectHandler(jdbc, QUICK, 0);
	}

	@Bean
	MessageHandler slowEffect(JdbcClient jdbc, @Value("${effects.slow-millis:5500}") long millis) {
		return new EffectHandler(jdbc, SLOW, millis);
	}

	/** Answers what follows its word, without any effect. */
	private record Echo() implements MessageHandler {

		@Override
		public Turn turn() {
			return Turn.COMMAND_WORD;
		}

		@Override
		public boolean accepts(InboundMessage message) {
			return message.words().filter((words) -> words.startsWith(ECHO)).isPresent();
		}

		@Override
		public Optional<Reply> handle(InboundMessage message) {
			return Optional
				.of(new Reply.Text(ANSWER + " " + message.words().orElseThrow().substring(ECHO.length()).strip()));
		}

		@Override
		public boolean repliesFromMemory() {
			return true;
		}

	}

	/** Writes what follows its word into the table, and takes its time. */
	private record EffectHandler(JdbcClient jdbc, String word, long millis) implements MessageHandler {

		@Override
		public Turn turn() {
			return Turn.COMMAND_WORD;
		}

		@Override
		public boolean accepts(InboundMessage message) {
			return message.words().filter((words) -> words.startsWith(this.word)).isPresent();
		}

		@Override
		public Optional<Reply> handle(InboundMessage message) {
			String words = message.words().orElseThrow().substring(this.word.length()).strip();
			this.jdbc.sql("INSERT INTO effect (words) VALUES (?)").param(words).update();
			pause();
			return Optional.of(new Reply.Text(ANSWER + " " + words));
		}

		private void pause() {
			try {
				TimeUnit.MILLISECONDS.sleep(this.millis);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
