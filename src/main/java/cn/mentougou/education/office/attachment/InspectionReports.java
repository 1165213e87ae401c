package cn.mentougou.education.office.attachment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.inspection.Finding;
import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.inspection.FindingCode.Severity;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/**
 * The reports on what was found in files, and the answers of the reviewers: each finding
 * may stay for a reason, or another file takes the place of this one. Nobody answers for
 * a file that they handed in themselves.
 */
@Component
public class InspectionReports {

	private static final int LONGEST_REASON = 200;

	private final FindingMapper mapper;

	private final AttachmentMapper attachments;

	private final Vault vault;

	private final Audit audit;

	private final Clock clock;

	InspectionReports(FindingMapper mapper, AttachmentMapper attachments, Vault vault, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.attachments = attachments;
		this.vault = vault;
		this.audit = audit;
		this.clock = clock;
	}

	static boolean needsAnswer(Finding finding) {
		return finding.code().severity() != Severity.CLEANED;
	}

	/** Writes down what was found. */
	void write(AttachmentId id, List<Finding> findings) {
		for (Finding finding : findings) {
			this.mapper.insert(new FindingMapper.Row(0, id.value(), finding.code().name(),
					sealed(finding.place(), placePlace(id.value())), sealed(finding.sample(), samplePlace(id.value())),
					needsAnswer(finding) ? "OPEN" : "CLEANED", null, null, null));
		}
	}

	void delete(AttachmentId id) {
		this.mapper.deleteOf(id.value());
	}

	/** Everything that was found in a file, by its sort. */
	public List<ReportedFinding> of(AttachmentId id) {
		return this.mapper.listOf(id.value()).stream().map(this::opened).toList();
	}

	/** What waits for an answer. */
	public List<ReportedFinding> unanswered(AttachmentId id) {
		return of(id).stream().filter((finding) -> finding.state() == ReportedFinding.State.OPEN).toList();
	}

	/**
	 * Says that findings of one sort may stay.
	 * @param reason why, in the reviewer's words
	 * @throws Refusal.Conflict if none of them waits any more
	 */
	@Transactional
	public void answer(Actor actor, Attachment attachment, FindingCode code, String reason) {
		requireReviewer(actor, attachment);
		String text = reason.strip();
		if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_REASON) {
			throw new Refusal.Invalid("attachment.reason", LONGEST_REASON);
		}
		settle(actor, attachment.id(), Set.of(code), text);
	}

	/**
	 * Says that another file takes the place of this one, which so has nothing open any
	 * more and will not be used. Whoever handed it in may say so too.
	 */
	@Transactional
	public void replace(Actor actor, Attachment attachment) {
		boolean own = actor.kind() == Actor.Kind.STAFF && actor.person().equals(attachment.uploadedBy());
		if (!own) {
			requireReviewer(actor, attachment);
		}
		settle(actor, attachment.id(), Set.of(FindingCode.values()), null);
	}

	private void requireReviewer(Actor actor, Attachment attachment) {
		if (!actor.mayApprove(Role.REVIEWER, attachment.unit(), attachment.uploadedBy())) {
			throw new Refusal.Forbidden("attachment.not-your-answer");
		}
	}

	private void settle(Actor actor, AttachmentId id, Set<FindingCode> codes, @Nullable String reason) {
		Map<FindingCode, Integer> settled = new EnumMap<>(FindingCode.class);
		String state = ((reason != null) ? ReportedFinding.State.ACCEPTED : ReportedFinding.State.REPLACED).name();
		for (ReportedFinding finding : unanswered(id)) {
			if (codes.contains(finding.code())) {
				byte[] sealed = (reason != null) ? this.vault.seal(reason, reasonPlace(finding.id())) : null;
				int done = this.mapper.answer(finding.id(), state, actor.id(), this.clock.instant(), sealed);
				settled.merge(finding.code(), done, Integer::sum);
			}
		}
		int count = settled.values().stream().mapToInt(Integer::intValue).sum();
		if (count == 0 || this.attachments.answered(id.value(), count) != 1) {
			throw new Refusal.Conflict("attachment.answered-already");
		}
		AuditEntry entry = AuditEntry.done(actor, "attachment.finding-answered", "attachment", id.value())
			.with("answer", state);
		for (Map.Entry<FindingCode, Integer> one : new TreeMap<>(settled).entrySet()) {
			entry = entry.with(one.getKey().name(), one.getValue());
		}
		this.audit.record(entry);
	}

	static byte[] placePlace(long attachment) {
		return ("attachment_finding.place:" + attachment).getBytes(StandardCharsets.US_ASCII);
	}

	static byte[] samplePlace(long attachment) {
		return ("attachment_finding.sample:" + attachment).getBytes(StandardCharsets.US_ASCII);
	}

	static String reasonPlace(long finding) {
		return "attachment_finding.reason:" + finding;
	}

	private ReportedFinding opened(FindingMapper.Row row) {
		byte[] reason = row.reason();
		return new ReportedFinding(row.id(), FindingCode.valueOf(row.code()),
				text(this.vault.open(row.place(), placePlace(row.attachmentId()))),
				text(this.vault.open(row.sample(), samplePlace(row.attachmentId()))),
				ReportedFinding.State.valueOf(row.state()),
				(reason != null) ? this.vault.open(reason, reasonPlace(row.id())) : "");
	}

	private byte[] sealed(String text, byte[] place) {
		return this.vault.seal(text.getBytes(StandardCharsets.UTF_8), place);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
