package cn.mentougou.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.mentougou.bench.load.Sample;

/** Everything measured, by contender and figure, each as often as there were rounds. */
final class Figures {

	private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

	private int wrong;

	void add(String contender, String figure, double value) {
		this.values.computeIfAbsent(contender, (name) -> new TreeMap<>())
			.computeIfAbsent(figure, (name) -> new ArrayList<>())
			.add(value);
	}

	/** Adds what a closed loop tells. */
	void addClosed(String contender, Sample sample) {
		this.wrong += sample.wrong();
		add(contender, "closed.rate", sample.perSecond());
		add(contender, "closed.application", sample.applicationMicros());
		add(contender, "closed.engines", sample.engineMicros());
		add(contender, "closed.cpu", sample.cpuMicros());
		add(contender, "closed.generator", sample.generatorMicros());
		add(contender, "closed.p50", sample.millisAt(0.5));
		add(contender, "closed.p99", sample.millisAt(0.99));
	}

	/** Adds what scheduled arrivals tell. */
	void addOpen(String contender, Sample sample) {
		this.wrong += sample.wrong();
		add(contender, "open.cpu", sample.cpuMicros());
		add(contender, "open.p50", sample.millisAt(0.5));
		add(contender, "open.p99", sample.millisAt(0.99));
	}

	/** Answers that were not the right ones. */
	int wrong() {
		return this.wrong;
	}

	/** The median, or NaN if it was not measured. */
	double median(String contender, String figure) {
		List<Double> all = this.values.getOrDefault(contender, Map.of()).getOrDefault(figure, List.of());
		List<Double> sorted = all.stream().sorted().toList();
		if (sorted.isEmpty()) {
			return Double.NaN;
		}
		return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
	}

	/** Every value of every round, for whoever wants to see how far they lie apart. */
	String raw() {
		StringBuilder text = new StringBuilder("| contender | figure | rounds |\n|---|---|---|\n");
		this.values.forEach((contender, figures) -> figures.forEach((figure, all) -> text.append("| %s | %s | %s |%n"
			.formatted(contender, figure, String.join(" ", all.stream().map(Report::number).toList())))));
		return text.toString();
	}

}
