package cn.mentougou.education.office.oversight;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;

import cn.mentougou.education.office.audit.ActorNames;
import cn.mentougou.education.office.audit.AuditTrail.Proof;
import cn.mentougou.education.office.audit.AuditTrail.SealedAct;
import cn.mentougou.education.office.audit.RecordedAct;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/**
 * Says in Chinese what the codes of an act mean, as far as {@code messages/audit*} knows
 * them; a code that nobody explained is shown as it is.
 */
class ActWords {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final String PERSON = "person";

	private final MessageSource sentences;

	private final ObjectProvider<ActorNames> names;

	ActWords(MessageSource sentences, ObjectProvider<ActorNames> names) {
		this.sentences = sentences;
		this.names = names;
	}

	/** A time as people here read it. */
	static String when(Instant at) {
		return WHEN.format(at);
	}

	/** The acts in words. */
	List<ActView> of(List<SealedAct> acts) {
		Map<Long, String> known = names(acts);
		return acts.stream().map((act) -> view(act, known)).toList();
	}

	private Map<Long, String> names(List<SealedAct> acts) {
		Set<Long> people = new LinkedHashSet<>();
		for (SealedAct sealed : acts) {
			RecordedAct act = sealed.act();
			if (isStaff(act)) {
				people.add(act.actorId());
			}
			if (act.objectKind().equals(PERSON) && act.objectId().matches("\\d{1,18}")) {
				people.add(Long.valueOf(act.objectId()));
			}
		}
		Map<Long, String> known = new TreeMap<>();
		this.names.orderedStream().forEach((names) -> known.putAll(names.namesOf(people)));
		return known;
	}

	private ActView view(SealedAct sealed, Map<Long, String> known) {
		RecordedAct act = sealed.act();
		Proof proof = sealed.proof();
		return new ActView(act.id(), when(act.happenedAt()), who(act, known), action(act.action()), act.action(),
				object(act, known), act.outcome().equals("DONE"), act.cameFrom(),
				act.detailLines().stream().map(this::detail).toList(),
				(proof != null) ? "第 " + proof.position() + " 条" : "几秒后封存");
	}

	private static boolean isStaff(RecordedAct act) {
		return act.actorKind().equals(Actor.Kind.STAFF.name());
	}

	private String who(RecordedAct act, Map<Long, String> known) {
		return isStaff(act) ? person(act.actorId(), known) : word("actor", act.actorKind());
	}

	private static String person(long id, Map<Long, String> known) {
		String name = known.get(id);
		return (name != null) ? name + "（" + id + " 号）" : id + " 号人员";
	}

	/** What the action is called. */
	String action(String code) {
		return word("action", code);
	}

	private String object(RecordedAct act, Map<Long, String> known) {
		if (act.objectKind().equals(PERSON) && act.objectId().matches("\\d{1,18}")) {
			return person(Long.parseLong(act.objectId()), known);
		}
		return word("object", act.objectKind()) + " " + act.objectId();
	}

	private String detail(String line) {
		int end = line.indexOf('=');
		if (end < 0) {
			return line;
		}
		String name = line.substring(0, end);
		String value = line.substring(end + 1);
		return word("detail", name) + "：" + (name.equals("role") ? role(value) : word("value", value));
	}

	private static String role(String code) {
		for (Role role : Role.values()) {
			if (role.name().equals(code)) {
				return role.title();
			}
		}
		return code;
	}

	private String word(String kind, String code) {
		@Nullable String word = this.sentences.getMessage("audit." + kind + "." + code, null, code, Locale.SIMPLIFIED_CHINESE);
		return (word != null) ? word : code;
	}

}
