package cn.mentougou.education.office.credential;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	private final Passwords passwords = new Passwords();

	@Test
	void hashIsArgon2idWithItsOwnSalt() {
		String hash = this.passwords.hash("lantern-moss-47");
		assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
			.isNotEqualTo(this.passwords.hash("lantern-moss-47"));
		assertThat(this.passwords.matches("lantern-moss-47", hash)).isTrue();
		assertThat(this.passwords.matches("lantern-moss-48", hash)).isFalse();
	}

	@Test
	void widthOfLettersMakesNoDifference() {
		assertThat(this.passwords.matches("ｌａｎｔｅｒｎ－４７", this.passwords.hash("lantern-47"))).isTrue();
	}

	@Test
	void unknownNameCostsTheSameTime() {
		String hash = this.passwords.hash("lantern-moss-47");
		this.passwords.compareInVain("x");
		long known = fastest(() -> this.passwords.matches("wrong-guess-1", hash));
		long unknown = fastest(() -> this.passwords.compareInVain("wrong-guess-1"));
		assertThat((double) unknown / known).isBetween(0.5, 2.0);
	}

	private static long fastest(Runnable work) {
		return IntStream.range(0, 5).mapToLong((round) -> {
			long started = System.nanoTime();
			work.run();
			return System.nanoTime() - started;
		}).min().orElseThrow();
	}

	/** A hundred at once of 19 MiB each would be 1.9 GiB. */
	@Test
	void stormOfGuessesFitsIntoLittleMemory() {
		String hash = this.passwords.hash("lantern-moss-47");
		ExecutorService many = Executors.newFixedThreadPool(16);
		try {
			List<CompletableFuture<Boolean>> guesses = IntStream.range(0, 16)
				.mapToObj((guess) -> CompletableFuture
					.supplyAsync(() -> this.passwords.matches("guess-number-" + guess, hash), many))
				.toList();
			assertThat(guesses).allSatisfy((guess) -> assertThat(guess.join()).isFalse());
		}
		finally {
			many.shutdownNow();
		}
	}

}
