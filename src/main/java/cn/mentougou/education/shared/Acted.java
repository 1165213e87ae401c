package cn.mentougou.education.shared;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody acted in a module that the audit stands above. It is published inside the
 * act's transaction and recorded there at once; if it cannot be recorded, the exception
 * comes back to the publisher and undoes the act. Ids and codes only.
 *
 * @param actor who acted
 * @param action what was done, such as {@code job.run-asked}
 * @param objectKind on what sort of thing
 * @param objectId on which one
 * @param details further ids and codes
 */
public record Acted(Actor actor, String action, String objectKind, String objectId, Map<String, String> details) {

	/** Copies the details. */
	public Acted {
		details = Collections.unmodifiableMap(new TreeMap<>(details));
	}

	/** An act without details. */
	public static Acted of(Actor actor, String action, String objectKind, Object objectId) {
		return new Acted(actor, action, objectKind, String.valueOf(objectId), Map.of());
	}

	/** The same with one more id or code. */
	public Acted with(String name, Object value) {
		Map<String, String> more = new TreeMap<>(this.details);
		more.put(name, String.valueOf(value));
		return new Acted(this.actor, this.action, this.objectKind, this.objectId, more);
	}

}
