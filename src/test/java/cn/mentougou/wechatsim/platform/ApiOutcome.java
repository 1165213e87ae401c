package cn.mentougou.wechatsim.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;

/** What a call leads to, before faults of the line change how it is sent. */
record ApiOutcome(String answer, List<Fault> faults) {

	Optional<Fault> struckBy(FaultAction action) {
		return faults.stream().filter((fault) -> fault.action() == action).findFirst();
	}

	@Nullable String faultNames() {
		return faults.isEmpty() ? null
				: faults.stream()
					.map((fault) -> fault.action().name().toLowerCase(Locale.ROOT).replace('_', '-'))
					.collect(Collectors.joining(", "));
	}

}
