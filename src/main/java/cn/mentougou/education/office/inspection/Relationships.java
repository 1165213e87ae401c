package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a part of a package refers to: the content of its {@code .rels} part. */
final class Relationships {

	private final String folder;

	private final Map<String, Relationship> byId = new LinkedHashMap<>();

	private Relationships(String folder) {
		this.folder = folder;
	}

	/** The relationships of a part; none if it has no such part. */
	static Relationships of(OfficePackage file, String part) throws IOException {
		int slash = part.lastIndexOf('/') + 1;
		return read(file, part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
	}

	/** The relationships in a {@code .rels} part. */
	static Relationships read(OfficePackage file, String name) throws IOException {
		int folderEnd = name.lastIndexOf("_rels/");
		Relationships found = new Relationships((folderEnd < 0) ? "" : name.substring(0, folderEnd));
		if (!file.has(name)) {
			return found;
		}
		try (InputStream stream = file.open(name)) {
			XmlPart.read(stream, (part) -> {
				if (part.name().equals("Relationship")) {
					String type = part.attribute("Type");
					found.byId.put(part.attribute("Id"), new Relationship(type.substring(type.lastIndexOf('/') + 1),
							part.attribute("Target"), part.attribute("TargetMode").equalsIgnoreCase("External")));
				}
			});
		}
		return found;
	}

	Iterable<Relationship> all() {
		return this.byId.values();
	}

	/** The name of the part that an id stands for. */
	Optional<String> target(String id) {
		return Optional.ofNullable(this.byId.get(id))
			.filter((relationship) -> !relationship.isExternal())
			.map((relationship) -> resolved(relationship.target()));
	}

	/** The name of the first part that is related in this way. */
	Optional<String> targetOfType(String type) {
		return this.byId.values()
			.stream()
			.filter((relationship) -> relationship.type().equals(type) && !relationship.isExternal())
			.map((relationship) -> resolved(relationship.target()))
			.findFirst();
	}

	private String resolved(String target) {
		if (target.startsWith("/")) {
			return target.substring(1);
		}
		Deque<String> steps = new ArrayDeque<>();
		for (String step : (this.folder + target).split("/")) {
			if (step.equals("..")) {
				steps.pollLast();
			}
			else if (!step.equals(".")) {
				steps.addLast(step);
			}
		}
		return String.join("/", steps);
	}

	/**
	 * One relationship.
	 *
	 * @param type the last word of its type, such as {@code hyperlink}
	 * @param target where it leads
	 * @param isExternal whether it leads out of the package
	 */
	record Relationship(String type, String target, boolean isExternal) {

		/** A link to the web that a reader sees and may click is no secret. */
		boolean isSuspicious() {
			return this.isExternal
					&& !(this.type.equals("hyperlink") && this.target.matches("(?i)(https?|mailto|tel|ftp):.*|#.*"));
		}

	}

}
