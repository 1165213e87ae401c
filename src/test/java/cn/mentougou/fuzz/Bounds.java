package cn.mentougou.fuzz;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/**
 * Runs a target and watches what one input costs. Too much is only what is too much every
 * time: neither a busy machine nor code that is still cold makes a finding.
 */
final class Bounds {

	/** Processor time for 64 KB; a search instruments the code and may allow more. */
	private static final long MOST_NANOS = Long.getLong("fuzz.millis", 50) * 1_000_000;

	private static final int ATTEMPTS = 20;

	/** Characters, the tree and a copy or two of the largest body, with room. */
	private static final long MOST_BYTES = 24L * 1024 * 1024;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Bounds() {
	}

	static void run(FuzzTarget target, byte[] input) {
		long nanos = Long.MAX_VALUE;
		long bytes = Long.MAX_VALUE;
		for (int i = 0; i < ATTEMPTS && (nanos > MOST_NANOS || bytes > MOST_BYTES); i++) {
			long begin = THREADS.getCurrentThreadCpuTime();
			long allocated = THREADS.getCurrentThreadAllocatedBytes();
			target.accept(input);
			bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - allocated);
			nanos = Math.min(nanos, THREADS.getCurrentThreadCpuTime() - begin);
		}
		if (bytes > MOST_BYTES) {
			throw new AssertionError("one input took " + bytes + " bytes of memory");
		}
		if (nanos > MOST_NANOS) {
			throw new AssertionError("one input took " + nanos / 1_000_000 + " ms");
		}
	}

}
