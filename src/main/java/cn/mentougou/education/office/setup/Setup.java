package cn.mentougou.education.office.setup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.PersonDetails;
import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the first start. Each link works once; uses follow one another, so neither
 * two people with one link nor one person with two links are done at once.
 */
@Component
class Setup {

	private final SetupMapper mapper;

	private final Units units;

	private final People people;

	private final Appointments appointments;

	private final SignIns signIns;

	private final Audit audit;

	private final Clock clock;

	Setup(SetupMapper mapper, Units units, People people, Appointments appointments, SignIns signIns, Audit audit,
			Clock clock) {
		this.mapper = mapper;
		this.units = units;
		this.people = people;
		this.appointments = appointments;
		this.signIns = signIns;
		this.audit = audit;
		this.clock = clock;
	}

	/** The administrators that nobody is yet. */
	List<Role> missing() {
		return Stream.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)
			.filter((role) -> this.appointments.holdersOf(role).isEmpty())
			.toList();
	}

	/** Makes a link with which the setting up begins or goes on. */
	@Transactional
	Word newBeginning() {
		Word word = insert(LinkPurpose.BEGINNING);
		this.audit.record(AuditEntry.done(Actor.system("start"), "setup.link-made", "setup", LinkPurpose.BEGINNING));
		return word;
	}

	/**
	 * What this link is for, while it can be used by this browser.
	 * @throws Refusal.Conflict if not, with the reason
	 */
	LinkPurpose purposeOf(Word word, Word browser) {
		SetupMapper.Row row = find(word);
		if (row.purpose() != LinkPurpose.BEGINNING && this.mapper.countUsedBy(browser.hash()) > 0) {
			throw new Refusal.Conflict("setup.one-person-two-links");
		}
		return row.purpose();
	}

	/** Whether the commission has to be founded. */
	boolean needsCommission() {
		return this.units.commission().isEmpty();
	}

	/**
	 * Founds the commission, if there is none yet.
	 * @return a link's word for each administrator that is missing; older ones are void
	 */
	@Transactional
	Map<Role, Word> begin(String address, Word word, String commission) {
		this.mapper.lockAll();
		SetupMapper.Row row = find(word);
		if (row.purpose() != LinkPurpose.BEGINNING || this.mapper.use(row.id(), null, now()) == 0) {
			throw new Refusal.Conflict("setup.link-used");
		}
		this.mapper.useAllBeginnings(now());
		this.mapper.removeUnusedOfAdministrators();
		if (needsCommission()) {
			this.units.found(actor(address), commission);
		}
		Map<Role, Word> links = new EnumMap<>(Role.class);
		for (Role role : missing()) {
			links.put(role, insert(LinkPurpose.of(role)));
		}
		this.audit.record(AuditEntry.done(actor(address), "setup.begun", "setup", LinkPurpose.BEGINNING));
		return links;
	}

	/**
	 * Makes the administrator that this link is for.
	 * @throws Refusal.Conflict if the link was used, or this browser, name or phone made
	 * another one
	 */
	@Transactional
	void make(String address, Word word, Word browser, SetupForm form) {
		this.mapper.lockAll();
		SetupMapper.Row row = find(word);
		Role role = row.purpose().role();
		if (!missing().contains(role)) {
			throw new Refusal.Conflict("setup.link-used");
		}
		use(row, browser);
		if (!Objects.equals(form.password(), form.again())) {
			throw new Refusal.Invalid("setup.passwords-differ");
		}
		Actor actor = actor(address);
		UnitId commission = this.units.commission().map(Unit::id).orElseThrow();
		PersonDetails details = new PersonDetails(SetupForm.typed(form.name()), form.phone(), commission);
		checkIsAnother(details);
		PersonId person = this.people.add(actor, details);
		this.signIns.create(actor, person, SetupForm.typed(form.username()), SetupForm.typed(form.password()));
		this.appointments.give(actor, person, role, Term.from(LocalDate.now(this.clock)), commission);
		this.audit
			.record(AuditEntry.done(actor, "setup.administrator-made", "person", person.value()).with("role", role));
	}

	private void use(SetupMapper.Row row, Word browser) {
		try {
			if (this.mapper.use(row.id(), browser.hash(), now()) == 0) {
				throw new Refusal.Conflict("setup.link-used");
			}
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("setup.one-person-two-links");
		}
	}

	/** Whoever is an administrator already is not made another one. */
	private void checkIsAnother(PersonDetails details) {
		String phone = details.phone();
		if (phone == null) {
			throw new Refusal.Invalid("setup.phone-missing");
		}
		boolean known = Stream.concat(this.people.named(details.name()).stream(), this.people.withPhone(phone).stream())
			.anyMatch(Person::isHere);
		if (known) {
			throw new Refusal.Conflict("setup.same-person");
		}
	}

	private SetupMapper.Row find(Word word) {
		SetupMapper.Row row = this.mapper.find(word.hash())
			.orElseThrow(() -> new Refusal.NotFound("setup.no-such-link"));
		if (row.usedAt() != null) {
			throw new Refusal.Conflict("setup.link-used");
		}
		if (!row.expiresAt().isAfter(now())) {
			throw new Refusal.Conflict("setup.link-expired");
		}
		return row;
	}

	private Word insert(LinkPurpose purpose) {
		Word word = Word.random();
		this.mapper.insert(purpose, word.hash(), now(), now().plus(purpose.goodFor()));
		return word;
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static Actor actor(String address) {
		return new Actor(Actor.Kind.SYSTEM, 0, "首次设置", List.of(), address);
	}

}
