package cn.mentougou.education.office.unit;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the units. Changes of the tree follow one another; each is made by a system
 * administrator whose reach holds the units concerned.
 */
@Component
public class Units {

	private static final int LONGEST_NAME = 40;

	private static final int DEEPEST = 6;

	private static final UnitId NONE = new UnitId(0);

	private final UnitMapper mapper;

	private final ObjectProvider<UnitOccupant> occupants;

	private final Audit audit;

	private final Clock clock;

	Units(UnitMapper mapper, ObjectProvider<UnitOccupant> occupants, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.occupants = occupants;
		this.audit = audit;
		this.clock = clock;
	}

	/** The unit, open or closed. */
	public Optional<Unit> find(UnitId id) {
		return this.mapper.find(id).map(UnitMapper.Row::unit);
	}

	/** The commission, once the system was set up. */
	public Optional<Unit> commission() {
		return this.mapper.findTop().map(UnitMapper.Row::unit);
	}

	/** Every unit, open or closed, in the order of their numbers. */
	public List<Unit> all() {
		return this.mapper.all().stream().map(UnitMapper.Row::unit).toList();
	}

	/** Each of these units with itself and all units below it: one read of an index. */
	public Map<UnitId, Set<UnitId>> reachOf(Collection<UnitId> ids) {
		Map<UnitId, Set<UnitId>> reach = new HashMap<>();
		if (!ids.isEmpty()) {
			for (UnitMapper.Reach row : this.mapper.reachOf(ids)) {
				reach.computeIfAbsent(new UnitId(row.unitId()), (id) -> new HashSet<>()).add(new UnitId(row.belowId()));
			}
		}
		return reach;
	}

	/**
	 * The unit, which nobody can close before the end of the transaction.
	 * @throws Refusal.NotFound if there is no such unit
	 * @throws Refusal.Conflict if it is closed
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Unit holdOpen(UnitId id) {
		Unit unit = this.mapper.findAndHold(id).orElseThrow(() -> new Refusal.NotFound("unit.no-such-unit")).unit();
		if (!unit.open()) {
			throw new Refusal.Conflict("unit.closed", unit.name());
		}
		return unit;
	}

	/**
	 * Founds the commission, of which there is one.
	 * @throws Refusal.Conflict if there is one already
	 */
	@Transactional
	public UnitId found(Actor actor, String name) {
		this.mapper.raiseChanges();
		if (actor.kind() != Actor.Kind.SYSTEM || commission().isPresent()) {
			throw new Refusal.Conflict("unit.commission-exists");
		}
		UnitId id = insert(NONE, UnitKind.COMMISSION, checked(name));
		this.audit.record(AuditEntry.done(actor, "unit.founded", "unit", id.value()));
		return id;
	}

	/**
	 * Adds a unit below another.
	 * @throws Refusal.Conflict if the unit above is closed or has one of that name
	 */
	@Transactional
	public UnitId add(Actor actor, UnitId parent, UnitKind kind, String name) {
		this.mapper.raiseChanges();
		check(actor, parent);
		checkPlace(kind, holdOpen(parent));
		UnitId id = insert(parent, kind, checked(name));
		this.audit.record(AuditEntry.done(actor, "unit.added", "unit", id.value())
			.with("parent", parent.value())
			.with("kind", kind));
		return id;
	}

	/** Gives a unit another name. */
	@Transactional
	public void rename(Actor actor, UnitId id, String name) {
		this.mapper.raiseChanges();
		check(actor, id);
		String clean = checked(name);
		try {
			if (this.mapper.rename(id, clean) == 0) {
				throw new Refusal.Conflict("unit.closed", clean);
			}
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("unit.name-taken", clean);
		}
		this.audit.record(AuditEntry.done(actor, "unit.renamed", "unit", id.value()));
	}

	/**
	 * Puts a unit with all below it under another; rights given above follow the tree.
	 */
	@Transactional
	public void move(Actor actor, UnitId id, UnitId parent) {
		this.mapper.raiseChanges();
		check(actor, id);
		check(actor, parent);
		Unit unit = holdOpen(id);
		if (reachOf(Set.of(id)).getOrDefault(id, Set.of()).contains(parent)) {
			throw new Refusal.Invalid("unit.below-itself", unit.name());
		}
		checkPlace(unit.kind(), holdOpen(parent));
		try {
			this.mapper.move(id, parent);
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("unit.name-taken", unit.name());
		}
		this.mapper.cutReach(id);
		this.mapper.joinReach(id, parent);
		this.audit.record(AuditEntry.done(actor, "unit.moved", "unit", id.value()).with("parent", parent.value()));
	}

	/**
	 * Closes a unit; it stays for what happened in it.
	 * @throws Refusal.Conflict if it has open units below it or is still needed
	 */
	@Transactional
	public void close(Actor actor, UnitId id) {
		this.mapper.raiseChanges();
		check(actor, id);
		Unit unit = find(id).orElseThrow(() -> new Refusal.NotFound("unit.no-such-unit"));
		if (unit.kind() == UnitKind.COMMISSION) {
			throw new Refusal.Conflict("unit.commission-stays");
		}
		if (this.mapper.close(id, this.clock.instant()) == 0) {
			throw new Refusal.Conflict("unit.closed", unit.name());
		}
		if (this.mapper.countOpenBelow(id) > 0) {
			throw new Refusal.Conflict("unit.open-below", unit.name());
		}
		this.occupants.orderedStream().forEach((occupant) -> occupant.agreeToClosing(id));
		this.audit.record(AuditEntry.done(actor, "unit.closed", "unit", id.value()));
	}

	private UnitId insert(UnitId parent, UnitKind kind, String name) {
		try {
			UnitId id = this.mapper.insert(new UnitMapper.Row(0, parent.value(), kind, name, null),
					this.clock.instant());
			this.mapper.insertReach(id, parent);
			return id;
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("unit.name-taken", name);
		}
	}

	private void checkPlace(UnitKind kind, Unit above) {
		if (!kind.mayStandBelow(above.kind())) {
			throw new Refusal.Invalid("unit.wrong-place", kind.title(), above.kind().title());
		}
		int depth = 1;
		for (Unit at = above; at.parent() != null; depth++) {
			at = find(Objects.requireNonNull(at.parent())).orElseThrow();
		}
		if (depth >= DEEPEST) {
			throw new Refusal.Invalid("unit.too-deep", DEEPEST);
		}
	}

	private static void check(Actor actor, UnitId id) {
		if (actor.kind() != Actor.Kind.SYSTEM) {
			actor.require(Role.SYSTEM_ADMINISTRATOR);
			actor.require(Role.SYSTEM_ADMINISTRATOR, id);
		}
	}

	private static String checked(String name) {
		// Bringing very long texts into one form costs their length squared.
		if (name.length() > 5 * LONGEST_NAME) {
			throw new Refusal.Invalid("unit.name-too-long", LONGEST_NAME);
		}
		String clean = Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
		if (clean.isEmpty()) {
			throw new Refusal.Invalid("unit.name-missing");
		}
		if (clean.codePointCount(0, clean.length()) > LONGEST_NAME) {
			throw new Refusal.Invalid("unit.name-too-long", LONGEST_NAME);
		}
		if (clean.codePoints()
			.anyMatch((point) -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT)) {
			throw new Refusal.Invalid("unit.name-unreadable");
		}
		return clean;
	}

}
