package cn.mentougou.education;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Draws who uses whom as a Mermaid graph: wings as boxes, one arrow for each use that
 * does not follow from others. {@code shared} and {@code platform} would cross every line
 * and are left out.
 */
final class ModulePicture {

	private static final Set<String> LEFT_OUT = Set.of("shared", "platform");

	private final Map<String, Set<String>> uses = new TreeMap<>();

	private ModulePicture() {
	}

	static ModulePicture of(ApplicationModules modules) {
		ModulePicture picture = new ModulePicture();
		for (ApplicationModule module : modules) {
			Set<String> targets = module.getDirectDependencies(modules)
				.uniqueModules()
				.map((target) -> target.getIdentifier().toString())
				.collect(Collectors.toSet());
			picture.use(module.getIdentifier().toString(), targets);
		}
		return picture;
	}

	static ModulePicture of(Map<String, Set<String>> uses) {
		ModulePicture picture = new ModulePicture();
		uses.forEach(picture::use);
		return picture;
	}

	private void use(String module, Set<String> targets) {
		if (!LEFT_OUT.contains(module)) {
			Set<String> drawn = new TreeSet<>(targets);
			drawn.removeAll(LEFT_OUT);
			drawn.remove(module);
			this.uses.put(module, drawn);
		}
	}

	String mermaid() {
		StringBuilder graph = new StringBuilder("```mermaid\nflowchart TB\n");
		Map<String, Set<String>> wings = new TreeMap<>();
		this.uses.keySet()
			.forEach((module) -> wings.computeIfAbsent(module.split("\\.")[0], (wing) -> new TreeSet<>()).add(module));
		wings.forEach((wing, modules) -> {
			graph.append("\tsubgraph ").append(wing).append('\n');
			modules.forEach((module) -> graph.append("\t\t").append(node(module)).append('\n'));
			graph.append("\tend\n");
		});
		this.uses.forEach((module, targets) -> targets.stream()
			.filter((target) -> !followsFromOthers(module, target))
			.forEach(
					(target) -> graph.append('\t').append(id(module)).append(" --> ").append(id(target)).append('\n')));
		return graph.append("```\n").toString();
	}

	private boolean followsFromOthers(String module, String target) {
		return this.uses.get(module)
			.stream()
			.anyMatch((other) -> !other.equals(target) && reaches(other, target, new TreeSet<>()));
	}

	private boolean reaches(String from, String target, Set<String> seen) {
		return seen.add(from) && this.uses.getOrDefault(from, Set.of())
			.stream()
			.anyMatch((next) -> next.equals(target) || reaches(next, target, seen));
	}

	/** {@code end} and dots mean something to Mermaid. */
	private static String id(String module) {
		return "m_" + module.replace('.', '_');
	}

	private static String node(String module) {
		return id(module) + "[" + module.substring(module.indexOf('.') + 1) + "]";
	}

}
