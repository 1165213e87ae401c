package cn.mentougou.bench.load;

/**
 * What one window of load brought.
 *
 * @param right answers that were right
 * @param wrong answers that were not
 * @param usage what it took
 * @param latencies of the right answers in nanoseconds, sorted
 */
public record Sample(int right, int wrong, Usage usage, long[] latencies) {

	/** Right answers a second. */
	public double perSecond() {
		return this.right * 1e9 / this.usage.nanos();
	}

	/** Processor time of the application a right answer. */
	public double applicationMicros() {
		return micros(this.usage.application().toNanos());
	}

	/** Processor time of its servers a right answer. */
	public double engineMicros() {
		return micros(this.usage.engines().toNanos());
	}

	/** Both together. */
	public double cpuMicros() {
		return applicationMicros() + engineMicros();
	}

	/** Processor time of the load itself a right answer. */
	public double generatorMicros() {
		return micros(this.usage.generator().toNanos());
	}

	/** The latency below which this share of the answers lies, in milliseconds. */
	public double millisAt(double share) {
		return this.latencies[(int) Math.min(this.latencies.length - 1, this.latencies.length * share)] / 1e6;
	}

	private double micros(long nanos) {
		return nanos / 1e3 / this.right;
	}

}
