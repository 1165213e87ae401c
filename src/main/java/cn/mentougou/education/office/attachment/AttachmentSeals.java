package cn.mentougou.education.office.attachment;

import java.io.IOException;
import java.util.List;

import cn.mentougou.education.office.cabinet.Address;
import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;

/** What of the files is sealed: contents, names, findings and answers, in this order. */
class AttachmentSeals implements SealedRegister {

	private static final int STEP = 50;

	/** A content takes as long as its file is large. */
	private static final int CONTENTS = 5;

	private final AttachmentMapper attachments;

	private final ContentMapper contents;

	private final FindingMapper findings;

	private final Cabinet cabinet;

	AttachmentSeals(AttachmentMapper attachments, ContentMapper contents, FindingMapper findings, Cabinet cabinet) {
		this.attachments = attachments;
		this.contents = contents;
		this.findings = findings;
		this.cabinet = cabinet;
	}

	@Override
	public String register() {
		return "office.attachment";
	}

	@Override
	public String title() {
		return "附件";
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		String[] place = (after.isEmpty() ? "content:" : after).split(":", 2);
		return switch (place[0]) {
			case "content" -> contents(place[1], resealing);
			case "name" -> names(Long.parseLong(place[1]), resealing);
			default -> findings(Long.parseLong(place[1]), resealing);
		};
	}

	private String contents(String after, Resealing resealing) {
		List<String> some = this.contents.listAfter(after, CONTENTS);
		for (String address : some) {
			if (this.cabinet.holds(new Address(address))) {
				content(new Address(address), resealing);
			}
		}
		return some.isEmpty() ? "name:0" : "content:" + some.get(some.size() - 1);
	}

	private void content(Address address, Resealing resealing) {
		try {
			Cabinet.Seal first = this.cabinet.sealOf(address);
			resealing.value(first.sealed(), first.place(), (before, after) -> resealed(address));
		}
		catch (IOException ex) {
			throw new IllegalStateException("a content cannot be read", ex);
		}
	}

	/** The whole file is written anew; half of one never stands there. */
	private int resealed(Address address) {
		try {
			this.cabinet.reseal(address);
			return 1;
		}
		catch (IOException | RuntimeException ex) {
			return 0;
		}
	}

	private String names(long after, Resealing resealing) {
		List<AttachmentMapper.Row> some = this.attachments.listAfter(after, STEP);
		for (AttachmentMapper.Row row : some) {
			resealing.value(row.name(), Attachments.namePlace(row.address()),
					(before, now) -> this.attachments.reseal(row.id(), before, now));
		}
		return some.isEmpty() ? "finding:0" : "name:" + some.get(some.size() - 1).id();
	}

	private String findings(long after, Resealing resealing) {
		List<FindingMapper.Row> some = this.findings.listAfter(after, STEP);
		for (FindingMapper.Row row : some) {
			resealing.value(row.place(), InspectionReports.placePlace(row.attachmentId()),
					(before, now) -> this.findings.resealPlace(row.id(), before, now));
			resealing.value(row.sample(), InspectionReports.samplePlace(row.attachmentId()),
					(before, now) -> this.findings.resealSample(row.id(), before, now));
			resealing.value(row.reason(), InspectionReports.reasonPlace(row.id()),
					(before, now) -> this.findings.resealReason(row.id(), before, now));
		}
		return some.isEmpty() ? "" : "finding:" + some.get(some.size() - 1).id();
	}

}
