package cn.mentougou.education.newsroom.outlet;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.outlet.OutletMapper.ContactRow;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The desk of the outlets. Editors keep them and whom to call there. */
@Component
public class Outlets implements SealedRegister {

	private final OutletMapper mapper;

	private final Vault vault;

	private final Audit audit;

	private final Clock clock;

	Outlets(OutletMapper mapper, Vault vault, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.vault = vault;
		this.audit = audit;
		this.clock = clock;
	}

	/** All outlets; those that are not used any more come last. */
	public List<Outlet> all() {
		return this.mapper.all();
	}

	/** An outlet. */
	public Optional<Outlet> find(OutletId id) {
		return this.mapper.find(id.value());
	}

	/** Takes an outlet into the register. */
	@Transactional
	public OutletId add(Actor actor, OutletDetails details) {
		actor.require(Role.EDITOR);
		GeneratedKey key = new GeneratedKey();
		Instant now = this.clock.instant();
		boolean listed = details.listedOn() != null;
		try {
			this.mapper.insert(details, listed ? actor.id() : null, listed ? now : null, actor.id(), now, key);
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("outlet.name-taken");
		}
		this.audit.record(AuditEntry.done(actor, "outlet.added", "outlet", key.getValue()));
		return new OutletId(key.getValue());
	}

	/**
	 * Changes an outlet. Who found it on the list of sources, and when, is noted as often
	 * as its place there changes.
	 * @throws Refusal.Conflict if somebody changed it meanwhile
	 */
	@Transactional
	public void change(Actor actor, OutletId id, int revision, OutletDetails details) {
		actor.require(Role.EDITOR);
		Outlet before = find(id).orElseThrow(() -> new Refusal.NotFound("outlet.no-such-outlet"));
		Instant now = this.clock.instant();
		boolean looked = !Objects.equals(before.listedOn(), details.listedOn())
				|| !before.listedPlace().equals(details.listedPlace());
		boolean listed = details.listedOn() != null;
		Long by = looked ? (listed ? Long.valueOf(actor.id()) : null) : before.listedBy();
		Instant at = looked ? (listed ? now : null) : before.listedAt();
		try {
			if (this.mapper.change(id.value(), revision, details, by, at, actor.id(), now) != 1) {
				throw new Refusal.Conflict("outlet.changed-meanwhile");
			}
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("outlet.name-taken");
		}
		this.audit.record(AuditEntry.done(actor, "outlet.changed", "outlet", id.value())
			.with("listed", (details.listedOn() != null) ? details.listedOn() : "nothing"));
	}

	/** Whom to call there. */
	public List<Contact> contacts(Actor actor, OutletId id) {
		actor.require(Role.EDITOR);
		return this.mapper.contactsOf(id.value())
			.stream()
			.map((row) -> Contact.of(row.id(), this.vault.open(row.details(), row.place())))
			.toList();
	}

	/** Notes somebody to call. */
	@Transactional
	public void addContact(Actor actor, OutletId id, Contact contact) {
		actor.require(Role.EDITOR);
		if (find(id).isEmpty()) {
			throw new Refusal.NotFound("outlet.no-such-outlet");
		}
		String salt = HexFormat.of().formatHex(RandomBytes.take(8));
		byte[] sealed = this.vault.seal(contact.text(), new ContactRow(0, new byte[0], salt).place());
		this.mapper.insertContact(id.value(), sealed, salt, actor.id(), this.clock.instant());
		this.audit.record(AuditEntry.done(actor, "outlet.contact-added", "outlet", id.value()));
	}

	/** Forgets somebody to call. */
	@Transactional
	public void removeContact(Actor actor, OutletId id, long contact) {
		actor.require(Role.EDITOR);
		if (this.mapper.deleteContact(contact, id.value()) != 1) {
			throw new Refusal.NotFound("outlet.no-such-contact");
		}
		this.audit.record(AuditEntry.done(actor, "outlet.contact-removed", "outlet", id.value()));
	}

	@Override
	public String register() {
		return "newsroom.outlet";
	}

	@Override
	public String title() {
		return "媒体联系人";
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		List<ContactRow> some = this.mapper.contactsAfter(after.isEmpty() ? 0 : Long.parseLong(after));
		for (ContactRow row : some) {
			resealing.value(row.details(), row.place(), (before, now) -> this.mapper.reseal(row.id(), before, now));
		}
		return some.isEmpty() ? "" : Long.toString(some.get(some.size() - 1).id());
	}

}
