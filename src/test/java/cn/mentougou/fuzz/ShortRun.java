package cn.mentougou.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A run of a few seconds without coverage: each seed as it stands, then changed seeds.
 * Each run draws another number and prints it; {@code -Dfuzz.number} repeats one.
 */
public final class ShortRun {

	private static final Path FINDINGS = Path.of("target", "fuzz");

	private ShortRun() {
	}

	/**
	 * Runs the target.
	 * @return how many inputs it was given
	 */
	public static long of(FuzzTarget target, Duration time) {
		List<byte[]> seeds = Seeds.of(target);
		for (byte[] seed : seeds) {
			checked(target, seed, "a committed seed");
		}
		long number = Long.getLong("fuzz.number", System.nanoTime());
		System.out.println("fuzz " + target.name() + " -Dfuzz.number=" + number);
		Mutator mutator = new Mutator(seeds, Seeds.dictionary(), number);
		long begin = System.nanoTime();
		long runs = seeds.size();
		while (System.nanoTime() - begin < time.toNanos()) {
			checked(target, mutator.next(), "-Dfuzz.number=" + number);
			runs++;
		}
		return runs;
	}

	private static void checked(FuzzTarget target, byte[] input, String origin) {
		try {
			Bounds.run(target, input);
		}
		catch (RuntimeException | Error ex) {
			throw new AssertionError(target.name() + " failed on " + kept(target, input) + ", " + origin, ex);
		}
	}

	private static Path kept(FuzzTarget target, byte[] input) {
		try {
			Path file = Files.createDirectories(FINDINGS)
				.resolve(target.name() + "-" + Integer.toHexString(Arrays.hashCode(input)));
			return Files.write(file, input);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
