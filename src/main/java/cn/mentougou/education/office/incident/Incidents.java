package cn.mentougou.education.office.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The desk of the incidents. They are kept for ever: they hold no keys of people. */
@Component
class Incidents implements SealedRegister {

	private static final int PAGE = 100;

	private final IncidentMapper mapper;

	private final Vault vault;

	private final Audit audit;

	private final Clock clock;

	Incidents(IncidentMapper mapper, Vault vault, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.vault = vault;
		this.audit = audit;
		this.clock = clock;
	}

	/** The latest ones before one of them. */
	List<Incident> before(long id, int limit) {
		return this.mapper.listBefore(id, limit).stream().map(this::opened).toList();
	}

	/** Those that are still worked on. */
	List<Incident> open() {
		return this.mapper.listOpen().stream().map(this::opened).toList();
	}

	/**
	 * One of them.
	 * @throws Refusal.NotFound if there is none
	 */
	Incident find(long id) {
		return this.mapper.find(id)
			.map(this::opened)
			.orElseThrow(() -> new Refusal.NotFound("incident.no-such-incident"));
	}

	/** Enters an incident. */
	@Transactional
	long add(Actor actor, Incident.Account account) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		check(account);
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(actor.person().value(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS), key);
		this.mapper.change(sealed(key.getValue(), 0, account));
		this.audit.record(AuditEntry.done(actor, "incident.recorded", "incident", key.getValue())
			.with("people", account.people())
			.with("minors", account.aboutMinors()));
		return key.getValue();
	}

	/**
	 * Changes what is known and done.
	 * @throws Refusal.Conflict if somebody else changed it, or it is closed
	 */
	@Transactional
	void change(Actor actor, long id, long version, Incident.Account account) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		check(account);
		find(id);
		if (this.mapper.change(sealed(id, version, account)) != 1) {
			throw new Refusal.Conflict("incident.changed-meanwhile");
		}
		this.audit.record(AuditEntry.done(actor, "incident.changed", "incident", id)
			.with("people", account.people())
			.with("authorityTold", account.authorityToldAt() != null)
			.with("peopleTold", account.peopleToldAt() != null));
	}

	/**
	 * Ends the work on an incident.
	 * @throws Refusal.Conflict if somebody must still be told, or it is closed already
	 */
	@Transactional
	void close(Actor actor, long id) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		if (find(id).isUntold()) {
			throw new Refusal.Conflict("incident.untold");
		}
		if (this.mapper.close(id, this.clock.instant().truncatedTo(ChronoUnit.MILLIS)) != 1) {
			throw new Refusal.Conflict("incident.changed-meanwhile");
		}
		this.audit.record(AuditEntry.done(actor, "incident.closed", "incident", id));
	}

	@Override
	public String register() {
		return "incident.incident";
	}

	@Override
	public String title() {
		return "个人信息安全事件登记";
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		long before = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
		List<IncidentMapper.Row> rows = this.mapper.listBefore(before, PAGE);
		for (IncidentMapper.Row row : rows) {
			resealing.value(row.what(), place("what", row.id()),
					(old, now) -> this.mapper.exchangeWhat(row.id(), old, now));
			resealing.value(row.measures(), place("measures", row.id()),
					(old, now) -> this.mapper.exchangeMeasures(row.id(), old, now));
		}
		return rows.isEmpty() ? "" : String.valueOf(rows.get(rows.size() - 1).id());
	}

	private void check(Incident.Account account) {
		Instant now = this.clock.instant();
		if (account.happenedAt().isAfter(account.knownAt())) {
			throw new Refusal.Invalid("incident.known-before-it-happened");
		}
		boolean isAhead = account.knownAt().isAfter(now) || isAfter(account.authorityToldAt(), now)
				|| isAfter(account.peopleToldAt(), now);
		if (isAhead) {
			throw new Refusal.Invalid("incident.in-the-future");
		}
		if ((account.authorityToldAt() == null) != account.authority().isEmpty()) {
			throw new Refusal.Invalid("incident.authority-and-time");
		}
		if ((account.peopleToldAt() == null) != account.peopleToldHow().isEmpty()) {
			throw new Refusal.Invalid("incident.people-and-time");
		}
	}

	private static boolean isAfter(@Nullable Instant time, Instant now) {
		return time != null && time.isAfter(now);
	}

	private IncidentMapper.Change sealed(long id, long version, Incident.Account account) {
		return new IncidentMapper.Change(id, version, account, this.vault.seal(account.what(), place("what", id)),
				this.vault.seal(account.measures(), place("measures", id)));
	}

	private Incident opened(IncidentMapper.Row row) {
		byte[] measures = row.measures();
		return new Incident(row.id(), new Incident.Account(row.happenedAt(), row.knownAt(),
				this.vault.open(row.what(), place("what", row.id())), row.categories(), row.people(), row.aboutMinors(),
				(measures != null) ? this.vault.open(measures, place("measures", row.id())) : "", row.authority(),
				row.authorityToldAt(), row.peopleToldHow(), row.peopleToldAt(), row.peopleNotToldBecause()),
				row.recordedAt(), row.closedAt(), row.version());
	}

	private static String place(String column, long id) {
		return "data_incident." + column + ":" + id;
	}

}
