package cn.mentougou.education.wechat.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;

/**
 * The token in Redis, sealed, which spares MySQL a question. It may be gone at any time:
 * after a failure it is left alone for a while, so that a dead Redis costs one time-out
 * and not one a call.
 */
class TokenCache {

	private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

	private static final Logger logger = LoggerFactory.getLogger(TokenCache.class);

	private final StringRedisTemplate redis;

	private final Vault vault;

	private final Clock clock;

	private volatile long leftAloneSince = System.nanoTime() - LEFT_ALONE.toNanos();

	TokenCache(StringRedisTemplate redis, Vault vault, Clock clock) {
		this.redis = redis;
		this.vault = vault;
		this.clock = clock;
	}

	Optional<HeldToken> find(String appId) {
		if (isLeftAlone()) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(this.redis.opsForValue().get(key(appId))).map((value) -> opened(appId, value));
		}
		catch (Unsealable | IllegalArgumentException ex) {
			return Optional.empty();
		}
		catch (DataAccessException | IllegalStateException ex) {
			leaveAlone(ex);
			return Optional.empty();
		}
	}

	void put(String appId, HeldToken token) {
		Duration life = Duration.between(this.clock.instant(), token.expiresAt());
		if (isLeftAlone() || life.toSeconds() < 1) {
			return;
		}
		String clear = token.expiresAt().toEpochMilli() + " " + token.value();
		String value = Base64.getEncoder().encodeToString(this.vault.seal(clear, key(appId)));
		try {
			this.redis.opsForValue().set(key(appId), value, life);
		}
		catch (DataAccessException | IllegalStateException ex) {
			leaveAlone(ex);
		}
	}

	private HeldToken opened(String appId, String value) {
		String clear = this.vault.open(Base64.getDecoder().decode(value), key(appId));
		int space = clear.indexOf(' ');
		return new HeldToken(clear.substring(space + 1),
				Instant.ofEpochMilli(Long.parseLong(clear.substring(0, space))));
	}

	private boolean isLeftAlone() {
		return System.nanoTime() - this.leftAloneSince < LEFT_ALONE.toNanos();
	}

	private void leaveAlone(RuntimeException ex) {
		this.leftAloneSince = System.nanoTime();
		logger.warn("Redis does not answer ({}); tokens come from MySQL", ex.getClass().getSimpleName());
	}

	private static String key(String appId) {
		return "education:access-token:" + appId;
	}

}
