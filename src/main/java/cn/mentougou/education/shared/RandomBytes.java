package cn.mentougou.education.shared;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Bytes that nobody can foresee, fetched in advance for each thread: the platform's
 * source of them is one lock that all threads would wait for at every message.
 */
public final class RandomBytes {

	private static final int STOCK = 4096;

	private static final ThreadLocal<RandomBytes> OF_THREAD = ThreadLocal.withInitial(RandomBytes::new);

	private final SecureRandom source = new SecureRandom();

	private final byte[] stock = new byte[STOCK];

	private int used = STOCK;

	private RandomBytes() {
	}

	/**
	 * Takes bytes that were never handed out before.
	 * @param count how many, at most 4096
	 */
	public static byte[] take(int count) {
		return OF_THREAD.get().next(count);
	}

	private byte[] next(int count) {
		if (this.used + count > STOCK) {
			this.source.nextBytes(this.stock);
			this.used = 0;
		}
		byte[] taken = Arrays.copyOfRange(this.stock, this.used, this.used + count);
		Arrays.fill(this.stock, this.used, this.used + count, (byte) 0);
		this.used += count;
		return taken;
	}

}
