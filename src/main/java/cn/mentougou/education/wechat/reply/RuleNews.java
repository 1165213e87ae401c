package cn.mentougou.education.wechat.reply;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Tells the other instances over Redis that the rules changed. News may be lost, for
 * every instance also looks by itself; so nothing here throws.
 */
class RuleNews implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(RuleNews.class);

	private static final byte[] CHANNEL = "education:reply:rules".getBytes(StandardCharsets.UTF_8);

	private final RedisConnectionFactory redis;

	private @Nullable RedisConnection listening;

	RuleNews(RedisConnectionFactory redis) {
		this.redis = redis;
	}

	/** Says that the rules changed. */
	void tell() {
		try (RedisConnection connection = this.redis.getConnection()) {
			connection.publish(CHANNEL, new byte[] { '1' });
		}
		catch (DataAccessException ex) {
			logger.warn("Other instances hear of the changed reply rules later: {}", ex.getClass().getName());
		}
	}

	/**
	 * Begins to listen if that has not succeeded yet. Lettuce subscribes without blocking
	 * and again after every lost connection.
	 */
	synchronized void listen(Runnable onNews) {
		if (this.listening != null) {
			return;
		}
		RedisConnection connection = null;
		try {
			connection = this.redis.getConnection();
			connection.subscribe((message, pattern) -> onNews.run(), CHANNEL);
			this.listening = connection;
		}
		catch (DataAccessException ex) {
			logger.debug("Not listening for changed reply rules yet", ex);
			if (connection != null) {
				connection.close();
			}
		}
	}

	@Override
	public synchronized void close() {
		if (this.listening != null) {
			this.listening.close();
			this.listening = null;
		}
	}

}
