package cn.mentougou.education.wechat.reply;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.transaction.PlatformTransactionManager;

import cn.mentougou.education.shared.DatabaseReady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CurrentRulesTests {

	private final Tables tables = new Tables();

	private final CurrentRules rules = new CurrentRules(this.tables, new RuleNews(noRedis()), Duration.ofHours(1));

	private static RedisConnectionFactory noRedis() {
		return Mockito.mock(RedisConnectionFactory.class, (call) -> {
			throw new RedisConnectionFailureException("gone");
		});
	}

	private void start() {
		this.rules.start();
		this.rules.arrived(new DatabaseReady());
	}

	@AfterEach
	void stop() {
		this.rules.stop();
	}

	@Test
	void rulesAreThereAsSoonAsTheDatabaseIs() {
		start();
		assertThat(this.rules.get().version()).isEqualTo(1);
	}

	@Test
	void aStopIsFollowedByAnotherStart() {
		start();
		this.rules.stop();
		this.tables.version = 2;
		start();
		assertThat(this.rules.get().version()).isEqualTo(2);
		this.tables.version = 3;
		this.rules.changed();
		assertThat(this.rules.get().version()).isEqualTo(3);
	}

	@Test
	void changeIsAnsweredWhenTheEditorReturns() {
		start();
		this.tables.version = 2;
		this.rules.changed();
		assertThat(this.rules.get().version()).isEqualTo(2);
	}

	@Test
	void rulesStayWhenMySqlIsGone() {
		start();
		this.tables.gone = true;
		this.rules.changed();
		assertThat(this.rules.get().version()).isEqualTo(1);
		this.tables.gone = false;
		this.tables.version = 3;
		this.rules.changed();
		assertThat(this.rules.get().version()).isEqualTo(3);
	}

	@Test
	void startWithoutMySqlLeavesTheBuiltInSentences() {
		this.tables.gone = true;
		assertThatNoException().isThrownBy(this::start);
		assertThat(this.rules.get()).isSameAs(RuleBook.EMPTY);
	}

	/** Tables whose version the test turns. */
	private static final class Tables extends RuleReader {

		private volatile long version = 1;

		private volatile boolean gone;

		Tables() {
			super(Mockito.mock(ReplyRuleMapper.class), Mockito.mock(PlatformTransactionManager.class));
		}

		@Override
		RuleBook newerThan(RuleBook book) {
			if (this.gone) {
				throw new DataAccessResourceFailureException("gone");
			}
			return new RuleBook(this.version, Map.of());
		}

	}

}
