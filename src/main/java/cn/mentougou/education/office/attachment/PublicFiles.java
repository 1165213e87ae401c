package cn.mentougou.education.office.attachment;

import java.util.HexFormat;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.cabinet.Address;
import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;

/**
 * Files that everybody may see. Whether one is public stands in the database alone; the
 * copy in clear for nginx only follows.
 */
@Component
public class PublicFiles {

	private final Attachments attachments;

	private final AttachmentMapper mapper;

	private final Cabinet cabinet;

	private final Audit audit;

	private final AttachmentSettings settings;

	private final TransactionTemplate transaction;

	PublicFiles(Attachments attachments, AttachmentMapper mapper, Cabinet cabinet, Audit audit,
			AttachmentSettings settings, PlatformTransactionManager transactions) {
		this.attachments = attachments;
		this.mapper = mapper;
		this.cabinet = cabinet;
		this.audit = audit;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Makes a file public.
	 * @return its code: it ends the public address
	 * @throws Refusal.Conflict if findings wait for an answer
	 */
	public String publish(Actor actor, AttachmentId id) {
		AttachmentMapper.Row row = this.attachments.row(id);
		if (row.publicCode() != null) {
			return row.publicCode();
		}
		String code = HexFormat.of().formatHex(RandomBytes.take(16));
		this.transaction.executeWithoutResult((status) -> {
			if (this.mapper.publish(id.value(), code) != 1) {
				throw new Refusal.Conflict("attachment.not-answered");
			}
			this.audit.record(AuditEntry.done(actor, "attachment.published", "attachment", id.value()));
		});
		return code;
	}

	/** Makes a file private again, at once. */
	public void withdraw(Actor actor, AttachmentId id) {
		String code = this.attachments.row(id).publicCode();
		if (code == null) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			if (this.mapper.withdraw(id.value(), code) == 1) {
				this.audit.record(AuditEntry.done(actor, "attachment.withdrawn", "attachment", id.value()));
			}
		});
		this.cabinet.withdraw(code);
	}

	/**
	 * Whether nginx sends published files, from a copy in clear under this code; one that
	 * is missing, as after a restore, is made again.
	 */
	public boolean isSentByProxy(String code) {
		if (!this.settings.accel()) {
			return false;
		}
		if (!this.cabinet.isPublished(code)) {
			this.mapper.findPublic(code).ifPresent((row) -> this.cabinet.publish(new Address(row.address()), code));
		}
		return true;
	}

	/** A published file. */
	public Optional<Attachment> findPublic(String code) {
		return this.mapper.findPublic(code).map(this.attachments::opened);
	}

}
