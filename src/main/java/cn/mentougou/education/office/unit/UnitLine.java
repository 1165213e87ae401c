package cn.mentougou.education.office.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.UnitId;

/**
 * A unit at its place in the tree as it is printed.
 *
 * @param unit the unit
 * @param depth how many of the shown units stand above it
 */
public record UnitLine(Unit unit, int depth) {

	/** The tree of these units, each after the one above it; kinds and names in order. */
	public static List<UnitLine> tree(Collection<Unit> units) {
		Map<UnitId, Unit> known = new HashMap<>();
		units.forEach((unit) -> known.put(unit.id(), unit));
		Map<@Nullable UnitId, List<Unit>> below = new HashMap<>();
		for (Unit unit : units) {
			UnitId parent = unit.parent();
			below
				.computeIfAbsent((parent != null && known.containsKey(parent)) ? parent : null,
						(id) -> new ArrayList<>())
				.add(unit);
		}
		List<UnitLine> lines = new ArrayList<>();
		print(below, null, 0, lines);
		return lines;
	}

	private static void print(Map<@Nullable UnitId, List<Unit>> below, @Nullable UnitId above, int depth,
			List<UnitLine> lines) {
		List<Unit> units = below.getOrDefault(above, new ArrayList<>());
		units.sort(Comparator.comparing(Unit::kind).thenComparing((unit) -> unit.id().value()));
		for (Unit unit : units) {
			lines.add(new UnitLine(unit, depth));
			print(below, unit.id(), depth + 1, lines);
		}
	}

	/** The tree of these units for a field in which one is chosen. */
	public static Map<String, String> choices(Collection<Unit> units) {
		Map<String, String> choices = new LinkedHashMap<>();
		tree(units).forEach((line) -> choices.put(String.valueOf(line.unit().id().value()), line.indented()));
		return choices;
	}

	/** A character's width for each unit above. */
	public String indent() {
		return "\u3000".repeat(this.depth);
	}

	/** The name, moved to the right by the indent. */
	public String indented() {
		return indent() + this.unit.name();
	}

}
