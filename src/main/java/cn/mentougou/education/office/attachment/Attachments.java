package cn.mentougou.education.office.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.cabinet.Address;
import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.office.inspection.FileKind;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the files. Who may do what is decided by whom a file belongs to: a register
 * asks its own questions before it calls; the pages of the files ask with
 * {@link #visibleTo}.
 */
@Component
public class Attachments {

	/** Who works with files at the console. */
	public static final Set<Role> ROLES = Set.of(Role.SUBMITTER, Role.EDITOR, Role.DISCLOSURE_CLERK, Role.REVIEWER);

	private final AttachmentMapper mapper;

	private final ContentMapper contents;

	private final InspectionReports reports;

	private final Cabinet cabinet;

	private final Vault vault;

	private final Audit audit;

	private final AttachmentSettings settings;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Attachments(AttachmentMapper mapper, ContentMapper contents, InspectionReports reports, Cabinet cabinet,
			Vault vault, Audit audit, AttachmentSettings settings, Clock clock,
			PlatformTransactionManager transactions) {
		this.mapper = mapper;
		this.contents = contents;
		this.reports = reports;
		this.cabinet = cabinet;
		this.vault = vault;
		this.audit = audit;
		this.settings = settings;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Examines a file and keeps it. It must not be called in a transaction: it takes as
	 * long as the file needs.
	 * @param unit the unit it is handed in for
	 * @param name what the browser says that it is called
	 * @throws Refusal if it is not taken; the sentence under the code says why and what
	 * to do
	 */
	public Attachment keep(Actor actor, UnitId unit, @Nullable String name, InputStream content) {
		Path scratch = this.cabinet.scratch();
		try {
			this.cabinet.take(content, scratch, this.settings.most(), "attachment.too-large");
			Examination examined = examined(scratch, Files.size(scratch));
			Address address = this.cabinet.addressOf(examined.content());
			if (this.contents.findNewest().isPresent()) {
				this.cabinet.expectMark();
			}
			// The row comes before the file: whoever sweeps does not take it away.
			this.contents.touch(address.hex(), examined.size(), this.clock.instant());
			this.cabinet.keep(address, examined.content());
			return insert(actor, unit, FileNames.harmless(name, examined.kind()), new Kept(examined, address));
		}
		catch (IOException ex) {
			throw new Refusal.Conflict("attachment.no-space");
		}
		catch (Refusal ex) {
			this.audit.recordAlone(
					AuditEntry.refused(actor, "attachment.kept", "unit", unit.value()).with("reason", ex.code()));
			throw ex;
		}
		finally {
			delete(scratch);
			delete(scratch.resolveSibling(scratch.getFileName() + ".drawn"));
		}
	}

	private Examination examined(Path scratch, long size) {
		try {
			Examination examined = Examination.of(scratch);
			long most = this.settings.mostOf(examined.kind());
			if (size > most) {
				throw new Refusal.Invalid("attachment.too-large", most >> 20);
			}
			return examined;
		}
		catch (IOException ex) {
			throw new Refusal.Invalid("inspection.damaged");
		}
	}

	private Attachment insert(Actor actor, UnitId unit, String name, Kept kept) {
		return this.transaction.execute((status) -> {
			Examination examined = kept.examined();
			GeneratedKey key = new GeneratedKey();
			int open = (int) examined.findings().stream().filter(InspectionReports::needsAnswer).count();
			this.mapper.insert(new AttachmentMapper.Row(0, kept.address().hex(), examined.kind().name(),
					examined.size(), this.vault.seal(name, namePlace(kept.address().hex())), unit.value(), actor.id(),
					this.clock.instant(), open, null), key);
			AttachmentId id = new AttachmentId(key.getValue());
			this.reports.write(id, examined.findings());
			this.audit.record(AuditEntry.done(actor, "attachment.kept", "attachment", id.value())
				.with("kind", examined.kind())
				.with("unit", unit.value())
				.with("open", open));
			return find(id).orElseThrow();
		});
	}

	/** A file, whoever may see it. */
	public Optional<Attachment> find(AttachmentId id) {
		return this.mapper.find(id.value()).map(this::opened);
	}

	/**
	 * A file of a unit in which the actor works with files.
	 * @throws Refusal.NotFound if there is none or it lies outside
	 */
	public Attachment visibleTo(Actor actor, AttachmentId id) {
		return find(id).filter((attachment) -> reach(actor).contains(attachment.unit()))
			.orElseThrow(() -> new Refusal.NotFound("attachment.no-such-file"));
	}

	/** The units for which the actor works with files. */
	public static Set<UnitId> reach(Actor actor) {
		return ROLES.stream().flatMap((role) -> actor.reach(role).stream()).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The newest files of the actor's units.
	 * @param before only those before this number, or null
	 * @param open only those with findings that wait for an answer
	 */
	public List<Attachment> list(Actor actor, @Nullable Long before, boolean open, int limit) {
		Collection<Long> units = reach(actor).stream().map(UnitId::value).toList();
		return units.isEmpty() ? List.of()
				: this.mapper.list(units, before, open, limit).stream().map(this::opened).toList();
	}

	/** How many files wait for an answer of this reviewer. */
	public int awaitingReview(Actor actor) {
		Collection<Long> units = actor.reach(Role.REVIEWER).stream().map(UnitId::value).toList();
		return units.isEmpty() ? 0 : this.mapper.countOpen(units, actor.id());
	}

	/** The content in clear; the caller has asked whether it may be seen. */
	public InputStream open(AttachmentId id) {
		return this.mapper.find(id.value())
			.map((row) -> this.cabinet.open(new Address(row.address())))
			.orElseThrow(() -> new Refusal.NotFound("attachment.no-such-file"));
	}

	/**
	 * Notes that something refers to a file, which then is not let go. Call it in the
	 * transaction that makes the reference.
	 * @param ownerKind the register, such as {@code news.item}
	 * @param ownerId the number in it
	 */
	public void attach(AttachmentId id, String ownerKind, String ownerId) {
		if (this.mapper.find(id.value()).isEmpty()) {
			throw new Refusal.NotFound("attachment.no-such-file");
		}
		this.mapper.insertOwner(id.value(), ownerKind, ownerId, this.clock.instant());
	}

	/** Whether it refers to the file. */
	public boolean isAttached(AttachmentId id, String ownerKind, String ownerId) {
		return this.mapper.isOwner(id.value(), ownerKind, ownerId);
	}

	/** Notes that it refers to the file no longer. Call it in the same transaction. */
	public void release(AttachmentId id, String ownerKind, String ownerId) {
		this.mapper.deleteOwner(id.value(), ownerKind, ownerId);
	}

	/** How long the largest file may be, in megabytes. */
	public long mostMegabytes() {
		return this.settings.most() >> 20;
	}

	/**
	 * Deletes a file that nothing refers to.
	 * @throws Refusal.Conflict if something does
	 */
	public void delete(Actor actor, AttachmentId id) {
		this.transaction.executeWithoutResult((status) -> {
			row(id);
			if (this.mapper.delete(id.value()) != 1) {
				throw new Refusal.Conflict("attachment.in-use");
			}
			this.reports.delete(id);
			this.audit.record(AuditEntry.done(actor, "attachment.deleted", "attachment", id.value()));
		});
	}

	AttachmentMapper.Row row(AttachmentId id) {
		return this.mapper.find(id.value()).orElseThrow(() -> new Refusal.NotFound("attachment.no-such-file"));
	}

	/** What a sealed name is bound to. */
	static String namePlace(String address) {
		return "attachment.name:" + address;
	}

	/** The row in clear. */
	Attachment opened(AttachmentMapper.Row row) {
		return new Attachment(new AttachmentId(row.id()), FileKind.valueOf(row.kind()),
				this.vault.open(row.name(), namePlace(row.address())), row.byteSize(), new UnitId(row.unitId()),
				new PersonId(row.uploadedBy()), row.uploadedAt(), row.openFindings(),
				Optional.ofNullable(row.publicCode()));
	}

	private static void delete(Path scratch) {
		try {
			Files.deleteIfExists(scratch);
		}
		catch (IOException ex) {
			// The sweep takes it.
		}
	}

	/** An examined file at its place. */
	private record Kept(Examination examined, Address address) {
	}

}
