package cn.mentougou.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes seeds at random, always in the same way for the same number. */
final class Mutator {

	/** The largest body that the webhook reads. */
	static final int LONGEST = 64 * 1024;

	private final List<byte[]> seeds;

	private final List<byte[]> dictionary;

	private final SplittableRandom random;

	Mutator(List<byte[]> seeds, List<byte[]> dictionary, long number) {
		this.seeds = seeds;
		this.dictionary = dictionary;
		this.random = new SplittableRandom(number);
	}

	/** A seed with one to eight changes. */
	byte[] next() {
		byte[] input = any(this.seeds);
		for (int changes = 1 + this.random.nextInt(8); changes > 0; changes--) {
			input = changed(input);
		}
		return (input.length > LONGEST) ? Arrays.copyOf(input, LONGEST) : input;
	}

	private byte[] changed(byte[] input) {
		int at = this.random.nextInt(input.length + 1);
		int to = Math.min(input.length, at + 1 + this.random.nextInt(1 + input.length / 4));
		return switch (this.random.nextInt(9)) {
			case 0 -> flipped(input);
			case 1 -> joined(input, at, at, new byte[] { (byte) this.random.nextInt(256) }, 1);
			case 2 -> joined(input, at, to, new byte[0], 0);
			case 3, 4 -> joined(input, at, at, any(this.dictionary), 1);
			case 5 -> joined(input, at, to, any(this.dictionary), 1);
			case 6 -> joined(input, at, at, any(this.dictionary), many());
			case 7 -> joined(input, at, to, Arrays.copyOfRange(input, at, to), 1 + Math.min(many(), 64));
			default -> spliced(input, at);
		};
	}

	private byte[] flipped(byte[] input) {
		byte[] result = input.clone();
		if (result.length > 0) {
			result[this.random.nextInt(result.length)] ^= (byte) (1 << this.random.nextInt(8));
		}
		return result;
	}

	private byte[] spliced(byte[] input, int at) {
		byte[] other = any(this.seeds);
		int from = this.random.nextInt(other.length + 1);
		return joined(input, at, input.length, Arrays.copyOfRange(other, from, other.length), 1);
	}

	/** Mostly few, sometimes thousands. */
	private int many() {
		return 1 << this.random.nextInt(1 + this.random.nextInt(14));
	}

	private byte[] any(List<byte[]> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private static byte[] joined(byte[] input, int from, int to, byte[] between, int times) {
		ByteArrayOutputStream result = new ByteArrayOutputStream(input.length + between.length);
		result.write(input, 0, from);
		for (int i = 0; i < times && result.size() < LONGEST; i++) {
			result.write(between, 0, between.length);
		}
		result.write(input, to, input.length - to);
		return result.toByteArray();
	}

}
