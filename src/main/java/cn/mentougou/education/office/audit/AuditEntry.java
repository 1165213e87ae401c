package cn.mentougou.education.office.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import cn.mentougou.education.shared.Actor;

/**
 * An act as it is recorded. Everything in it is an id or a code: no name, no text that a
 * person wrote, no number of a telephone.
 *
 * @param actor who acted
 * @param action what was done, such as {@code staff.role-granted}: the module and a verb
 * in the past
 * @param objectKind on what sort of thing, such as {@code person}
 * @param objectId on which one
 * @param outcome whether it was done or refused
 * @param details further ids and codes
 */
public record AuditEntry(Actor actor, String action, String objectKind, String objectId, Outcome outcome,
		Map<String, String> details) {

	private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9.-]{1,48}");

	/** Ids and codes look like this; names and sentences do not. */
	private static final Pattern CODE = Pattern.compile("[!-~ ]{0,200}");

	/** Copies the details, in the order of their names. */
	public AuditEntry {
		details = Collections.unmodifiableMap(new TreeMap<>(details));
		if (!ACTION.matcher(action).matches()) {
			throw new IllegalArgumentException("Not the code of an action: " + action);
		}
		details.forEach((name, value) -> {
			if (!CODE.matcher(name).matches() || !CODE.matcher(value).matches()) {
				throw new IllegalArgumentException("Neither an id nor a code: a detail of " + action);
			}
		});
		if (!CODE.matcher(objectKind).matches() || !CODE.matcher(objectId).matches()) {
			throw new IllegalArgumentException("Neither an id nor a code: the object of " + action);
		}
	}

	/** Something was done. */
	public static AuditEntry done(Actor actor, String action, String objectKind, Object objectId) {
		return new AuditEntry(actor, action, objectKind, String.valueOf(objectId), Outcome.DONE, Map.of());
	}

	/** Something was wanted and not allowed. */
	public static AuditEntry refused(Actor actor, String action, String objectKind, Object objectId) {
		return new AuditEntry(actor, action, objectKind, String.valueOf(objectId), Outcome.REFUSED, Map.of());
	}

	/** The same with one more id or code. */
	public AuditEntry with(String name, Object value) {
		Map<String, String> more = new TreeMap<>(this.details);
		more.put(name, String.valueOf(value));
		return new AuditEntry(this.actor, this.action, this.objectKind, this.objectId, this.outcome, more);
	}

	/** What became of the act. */
	public enum Outcome {

		/** It was done. */
		DONE,

		/** It was refused and changed nothing. */
		REFUSED

	}

}
