package cn.mentougou.wechatsim.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Chance that can be repeated: every value depends on the seed and on what it is for,
 * never on which thread asked first.
 */
public final class SeededRandom {

	private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private final long seed;

	public SeededRandom(long seed) {
		this.seed = seed;
	}

	public long seed() {
		return seed;
	}

	public String text(int length, Object... purpose) {
		return pick(LETTERS_AND_DIGITS, length, purpose);
	}

	public String digits(int length, Object... purpose) {
		return pick("123456789", 1, purpose) + pick("0123456789", length - 1, "more", Arrays.toString(purpose));
	}

	public String hex(int length, Object... purpose) {
		return pick("0123456789abcdef", length, purpose);
	}

	public boolean chance(double probability, Object... purpose) {
		long bits = ByteBuffer.wrap(block(0, purpose)).getLong() >>> 11;
		return bits * 0x1.0p-53 < probability;
	}

	private String pick(String alphabet, int length, Object... purpose) {
		StringBuilder result = new StringBuilder(length);
		for (int block = 0; result.length() < length; block++) {
			for (byte value : block(block, purpose)) {
				if (result.length() < length) {
					result.append(alphabet.charAt((value & 0xff) % alphabet.length()));
				}
			}
		}
		return result.toString();
	}

	private byte[] block(int number, Object... purpose) {
		String input = seed + "|" + Arrays.toString(purpose) + "|" + number;
		try {
			return MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
