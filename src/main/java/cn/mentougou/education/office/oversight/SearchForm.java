package cn.mentougou.education.office.oversight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.audit.AuditTrail.Search;

/**
 * What the auditor typed into the filter. Texts, because what cannot be read must be
 * answered with a sentence.
 *
 * @param from the first day
 * @param until the last day
 * @param person the number of the person who acted
 * @param action the code of the action
 * @param objectKind the kind of thing
 * @param objectId which one
 * @param outcome DONE or REFUSED
 * @param cameFrom the address
 */
record SearchForm(@Nullable String from, @Nullable String until, @Nullable String person, @Nullable String action,
		@Nullable String objectKind, @Nullable String objectId, @Nullable String outcome, @Nullable String cameFrom) {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

	/** Codes look like this; everything else cannot stand in the audit. */
	private static final String CODE = "[!-~ ]{1,64}";

	/** What is looked for; empty if it cannot be read. */
	Optional<Search> search() {
		try {
			LocalDate first = day(this.from);
			LocalDate last = day(this.until);
			String number = given(this.person);
			if (number != null && !number.matches("\\d{1,18}")) {
				return Optional.empty();
			}
			return Optional.of(new Search((first != null) ? start(first) : null,
					(last != null) ? start(last.plusDays(1)) : null, (number != null) ? "STAFF" : null,
					(number != null) ? Long.valueOf(number) : null, code(this.action), code(this.objectKind),
					code(this.objectId), code(this.outcome), code(this.cameFrom)));
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The look as it is recorded: with what was looked for. */
	AuditEntry recorded(AuditEntry entry) {
		AuditEntry recorded = entry;
		for (String[] filter : given()) {
			recorded = recorded.with(filter[0], filter[1]);
		}
		return recorded;
	}

	/** The filters that were given, as parameters of an address. */
	private List<String[]> given() {
		List<String[]> given = new ArrayList<>();
		add(given, "from", this.from);
		add(given, "until", this.until);
		add(given, "person", this.person);
		add(given, "action", this.action);
		add(given, "object-kind", this.objectKind);
		add(given, "object-id", this.objectId);
		add(given, "outcome", this.outcome);
		add(given, "came-from", this.cameFrom);
		return given;
	}

	private static void add(List<String[]> given, String name, @Nullable String value) {
		String text = given(value);
		if (text != null) {
			given.add(new String[] { name, text });
		}
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(BEIJING).toInstant();
	}

	private static @Nullable LocalDate day(@Nullable String value) {
		String text = given(value);
		LocalDate day = (text != null) ? LocalDate.parse(text) : null;
		if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
			throw new IllegalArgumentException("out of range");
		}
		return day;
	}

	private static @Nullable String code(@Nullable String value) {
		String text = given(value);
		if (text != null && !text.matches(CODE)) {
			throw new IllegalArgumentException("not a code");
		}
		return text;
	}

	private static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

}
