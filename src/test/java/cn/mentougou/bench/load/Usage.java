package cn.mentougou.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * What has been used up to a moment.
 *
 * @param nanos the moment
 * @param application processor time of the contender's JVM
 * @param engines processor time of its database and cache servers
 * @param generator processor time of the load's own JVM
 */
public record Usage(long nanos, Duration application, Duration engines, Duration generator) {

	static Usage of(long application, List<Long> engines) {
		Duration servers = engines.stream().map(Usage::processorTime).reduce(Duration.ZERO, Duration::plus);
		return new Usage(System.nanoTime(), processorTime(application), servers,
				processorTime(ProcessHandle.current().pid()));
	}

	Usage since(Usage before) {
		return new Usage(this.nanos - before.nanos, this.application.minus(before.application),
				this.engines.minus(before.engines), this.generator.minus(before.generator));
	}

	private static Duration processorTime(long pid) {
		return ProcessHandle.of(pid).flatMap((process) -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
	}

}
