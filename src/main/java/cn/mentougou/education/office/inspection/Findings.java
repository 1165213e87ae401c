package cn.mentougou.education.office.inspection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is found. Of each sort the first are kept and the others counted: a table
 * of ten thousand phones is one problem.
 */
public final class Findings {

	private static final int KEPT = 20;

	private static final int LONGEST = 120;

	private final Map<FindingCode, List<Finding>> kept = new EnumMap<>(FindingCode.class);

	private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);

	/** Adds a finding without a sample. */
	public void add(FindingCode code, String place) {
		add(code, place, "");
	}

	/**
	 * Adds a finding.
	 * @param sample a masked sample or a count
	 */
	public void add(FindingCode code, String place, String sample) {
		this.counts.merge(code, 1, Integer::sum);
		List<Finding> some = this.kept.computeIfAbsent(code, (key) -> new ArrayList<>());
		if (some.size() < KEPT) {
			some.add(new Finding(code, shortened(place), shortened(sample)));
		}
	}

	/** Adds the sensitive numbers in a text. */
	public void scan(String text, String place) {
		for (SensitiveNumbers.Hit hit : SensitiveNumbers.in(text)) {
			add(hit.code(), place, hit.masked());
		}
	}

	/** What was found, most telling first within each sort, in the order of the codes. */
	public List<Finding> all() {
		List<Finding> all = new ArrayList<>();
		this.kept.forEach((code, some) -> {
			all.addAll(some);
			int more = this.counts.getOrDefault(code, 0) - some.size();
			if (more > 0) {
				all.add(new Finding(code, "另有 " + more + " 处", ""));
			}
		});
		return all;
	}

	private static String shortened(String text) {
		String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
		if (line.codePointCount(0, line.length()) <= LONGEST) {
			return line;
		}
		return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
	}

}
