package cn.mentougou.education.office.credential;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, one lane: OWASP's first choice).
 * Only a few at a time, so that a storm of guesses takes neither the memory nor the
 * processor from the rest.
 */
@Component
public class Passwords {

	private static final int MEMORY_KIB = 19 * 1024;

	private static final int PASSES = 2;

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int MOST_AT_ONCE = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB,
			PASSES);

	private final Semaphore places = new Semaphore(
			Math.max(2, Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors())), true);

	/** What an unknown name is compared with; nobody knows its password. */
	private volatile @Nullable String nobodys;

	/** The hash of a password, with its own salt and parameters in it. */
	public String hash(String password) {
		return oneOfFew(() -> encoded(this.encoder.encode(plain(password))));
	}

	/** Whether this is the password of the hash. */
	public boolean matches(String password, String hash) {
		return oneOfFew(() -> this.encoder.matches(plain(password), hash));
	}

	/** Takes the time of a comparison where there is nothing to compare. */
	public void compareInVain(String password) {
		String hash = this.nobodys;
		if (hash == null) {
			hash = hash(Base32.of(RandomBytes.take(SALT_BYTES)));
			this.nobodys = hash;
		}
		matches(password, hash);
	}

	/** The same password whatever keyboard wrote it. */
	static String plain(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFKC);
	}

	private static String encoded(@Nullable String hash) {
		if (hash == null) {
			throw new IllegalStateException("no hash");
		}
		return hash;
	}

	private <T> T oneOfFew(Supplier<T> work) {
		try {
			if (!this.places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Refusal.Conflict("credential.too-busy");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal.Conflict("credential.too-busy");
		}
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

}
