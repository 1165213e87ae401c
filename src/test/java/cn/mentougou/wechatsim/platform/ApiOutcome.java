package cn.mentougou.wechatsim.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.world.Json;

/** What a call leads to, before faults of the line change how it is sent. */
record ApiOutcome(String answer, @Nullable FileAnswer file, List<Fault> faults) {

	ApiOutcome(String answer, List<Fault> faults) {
		this(answer, null, faults);
	}

	static ApiOutcome of(Object answer, List<Fault> faults) {
		return (answer instanceof FileAnswer file) ? new ApiOutcome(file.inWords(), file, faults)
				: new ApiOutcome(Json.write(answer), faults);
	}

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
