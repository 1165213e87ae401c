package cn.mentougou.education.wechat.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.data.redis.core.StringRedisTemplate;

import cn.mentougou.education.office.session.SessionStoreGone;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Sha256;

/**
 * What was asked of whom at the door, in Redis for ten minutes. A state belongs to one
 * browser and to the first code that comes with it. Browsers open the way back twice
 * (back button, looking ahead): whoever comes second with the same code gets the outcome
 * of the first. Only digests are kept.
 */
class DoorStates {

	private static final Duration LIFE = Duration.ofMinutes(10);

	private static final int WORD_BYTES = 32;

	private static final long PATIENCE_MILLIS = 6_000;

	private static final long LOOK_MILLIS = 100;

	private final StringRedisTemplate redis;

	DoorStates(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** A word that nobody can foresee; letters and digits, as the platform wants it. */
	static String newWord() {
		return HexFormat.of().formatHex(RandomBytes.take(WORD_BYTES));
	}

	/** A new state for this browser, which leads to this page. */
	String open(String browser, String to) {
		String state = newWord();
		ask(() -> {
			this.redis.opsForValue().set(key(state), Sha256.hex(browser) + " " + to, LIFE);
			return "";
		});
		return state;
	}

	/** Where this state leads, if it was opened by this browser and lives. */
	Optional<String> destination(String state, String browser) {
		String kept = ask(() -> this.redis.opsForValue().get(key(state)));
		if (kept == null || browser.isEmpty()) {
			return Optional.empty();
		}
		String[] parts = kept.split(" ", 2);
		boolean isSame = MessageDigest.isEqual(parts[0].getBytes(StandardCharsets.UTF_8),
				Sha256.hex(browser).getBytes(StandardCharsets.UTF_8));
		return isSame ? Optional.of(parts[1]) : Optional.empty();
	}

	/** Whose turn it is with this code. */
	Turn claim(String state, String code) {
		String used = key(state) + ":code";
		String digest = Sha256.hex(code);
		boolean isFirst = Boolean.TRUE.equals(ask(() -> this.redis.opsForValue().setIfAbsent(used, digest, LIFE)));
		if (isFirst) {
			return Turn.FIRST;
		}
		return digest.equals(ask(() -> this.redis.opsForValue().get(used))) ? Turn.AGAIN : Turn.OTHER_CODE;
	}

	/** Lets the same code be tried again: it did not reach the platform. */
	void giveBack(String state) {
		ask(() -> this.redis.delete(key(state) + ":code"));
	}

	/** Tells whoever comes second what became of it. */
	void settle(String state, String outcome) {
		ask(() -> {
			this.redis.opsForValue().set(key(state) + ":outcome", outcome, LIFE);
			return "";
		});
	}

	/** What became of the first; waits as long as the platform may take. */
	Optional<String> outcome(String state) {
		long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
		while (true) {
			String outcome = ask(() -> this.redis.opsForValue().get(key(state) + ":outcome"));
			if (outcome != null || System.nanoTime() > deadline) {
				return Optional.ofNullable(outcome);
			}
			try {
				Thread.sleep(LOOK_MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.empty();
			}
		}
	}

	private static String key(String state) {
		return "education:h5:state:" + Sha256.hex(state);
	}

	/** Whoever finds Redis gone is shown the page that says what to do. */
	private static <T extends @Nullable Object> T ask(Question<T> question) {
		try {
			return question.ask();
		}
		catch (NestedRuntimeException | IllegalStateException ex) {
			throw new SessionStoreGone(ex);
		}
	}

	/** Whose turn it is. */
	enum Turn {

		/** The code was not seen before. */
		FIRST,

		/** The same code came before. */
		AGAIN,

		/** Another code came before: somebody tries something. */
		OTHER_CODE

	}

	/** Something asked of Redis. */
	private interface Question<T extends @Nullable Object> {

		T ask();

	}

}
