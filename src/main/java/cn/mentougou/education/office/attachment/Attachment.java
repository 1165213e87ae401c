package cn.mentougou.education.office.attachment;

import java.time.Instant;
import java.util.Optional;

import cn.mentougou.education.office.inspection.FileKind;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/**
 * What is known of a file.
 *
 * @param id its number
 * @param kind what it is
 * @param name what it is called, with the ending of its kind; may hold personal data
 * @param size how long it is, in bytes
 * @param unit the unit it was handed in for
 * @param uploadedBy who handed it in
 * @param uploadedAt when
 * @param openFindings how many findings wait for an answer
 * @param publicCode the end of its public address; empty if it is not published
 */
public record Attachment(AttachmentId id, FileKind kind, String name, long size, UnitId unit, PersonId uploadedBy,
		Instant uploadedAt, int openFindings, Optional<String> publicCode) {

	/** Keeps the name out of every log. */
	@Override
	public String toString() {
		return "Attachment[" + this.id.value() + " " + this.kind + "]";
	}

}
