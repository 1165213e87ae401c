package cn.mentougou.education.office.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.cabinet.Address;
import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.office.inspection.FileKind;
import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
class AttachmentsTests {

	private static final String TABLE = "姓名,电话,证件\n张三,13800138000,110109201401010015\n";

	@Autowired
	private Attachments attachments;

	@Autowired
	private PublicFiles publicFiles;

	@Autowired
	private InspectionReports reports;

	@Autowired
	private AttachmentSweep sweep;

	@Autowired
	private AttachmentSeals seals;

	@Autowired
	private AttachmentMapper mapper;

	@Autowired
	private FindingMapper findings;

	@Autowired
	private ContentMapper contents;

	@Autowired
	private Cabinet cabinet;

	@Autowired
	private Vault vault;

	@Autowired
	private District district;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private UnitId school;

	private UnitId other;

	private Actor submitter;

	private Actor reviewer;

	@BeforeEach
	void people() {
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.other = this.district.unit(UnitKind.SCHOOL, "妙峰山学校");
		this.submitter = this.district.holding(Role.SUBMITTER, this.school);
		this.reviewer = this.district.holding(Role.REVIEWER, this.school);
	}

	@Test
	void fileIsKeptAndComesBack() throws IOException {
		Attachment kept = keep(TABLE);
		assertThat(kept.kind()).isEqualTo(FileKind.TEXT);
		assertThat(kept.name()).isEqualTo("名单.csv");
		assertThat(kept).hasToString("Attachment[" + kept.id().value() + " TEXT]");
		try (InputStream content = this.attachments.open(kept.id())) {
			assertThat(content).hasContent(TABLE);
		}
		assertThat(lastAct()).isEqualTo("attachment.kept DONE kind=TEXT\nopen=2\nunit=" + this.school.value());
	}

	@Test
	void nothingPersonalStandsInTheDatabaseInClear() {
		keep(TABLE);
		String names = this.jdbc.sql("SELECT name FROM attachment")
			.query(byte[].class)
			.list()
			.stream()
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
			.toList()
			.toString();
		String found = this.jdbc.sql("SELECT CONCAT(place, sample) FROM attachment_finding")
			.query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
			.list()
			.toString();
		assertThat(names + found).doesNotContain("名单", "第 2 行", "138");
	}

	@Test
	void sameContentOfTwoPeopleLiesOnceAndStaysWhileOneNeedsIt() {
		Attachment first = keep(TABLE);
		Attachment second = keep(TABLE);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM attachment_content").query(Long.class).single()).isOne();
		this.attachments.delete(this.submitter, first.id());
		this.clock.advance(Duration.ofHours(2));
		this.sweep.run();
		assertThat(this.cabinet.holds(address(second))).isTrue();
		Address address = address(second);
		this.attachments.delete(this.submitter, second.id());
		this.sweep.run();
		assertThat(this.cabinet.holds(address)).isFalse();
		assertThat(this.contents.findNewest()).isEmpty();
	}

	@Test
	void fileThatNothingRefersToIsLetGoInTime() {
		Attachment unused = keep("一份没有用的通知");
		Attachment used = keep("一份有用的通知");
		this.attachments.attach(used.id(), "news.item", "7");
		this.clock.advance(Duration.ofDays(31));
		this.sweep.run();
		assertThat(this.attachments.find(unused.id())).isEmpty();
		assertThat(this.attachments.find(used.id())).isPresent();
		assertThat(this.attachments.isAttached(used.id(), "news.item", "7")).isTrue();
		assertThat(this.attachments.isAttached(used.id(), "news.item", "8")).isFalse();
		assertThat(lastAct()).startsWith("attachment.deleted DONE");
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.attachments.delete(this.submitter, used.id()));
		this.attachments.release(used.id(), "news.item", "7");
		assertThat(this.attachments.isAttached(used.id(), "news.item", "7")).isFalse();
		this.attachments.delete(this.submitter, used.id());
		assertThat(this.attachments.find(used.id())).isEmpty();
	}

	@Test
	void refusedFileLeavesNothingButAnEntryInTheAudit() {
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> keep("长".repeat(400_000)))
			.satisfies((refusal) -> assertThat(refusal.arguments()).containsExactly(1L));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> keep("<html><script>x</script>"))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("inspection.markup"));
		assertThat(this.contents.findNewest()).isEmpty();
		assertThat(lastAct()).isEqualTo("attachment.kept REFUSED reason=inspection.markup");
	}

	@Test
	void reviewerAnswersEachSortOfFindingOnce() {
		Attachment kept = keep(TABLE);
		assertThat(this.reports.unanswered(kept.id())).extracting(ReportedFinding::code)
			.containsExactlyInAnyOrder(FindingCode.RESIDENT_ID, FindingCode.MOBILE_PHONE);
		assertThat(this.reports.unanswered(kept.id())).extracting(ReportedFinding::place, ReportedFinding::sample)
			.contains(Assertions.tuple("第 2 行", "138****8000"));
		assertThat(this.attachments.awaitingReview(this.reviewer)).isOne();
		this.reports.answer(this.reviewer, kept, FindingCode.MOBILE_PHONE, " 这是公开的办公电话 ");
		assertThat(this.reports.of(kept.id())).filteredOn((one) -> one.code() == FindingCode.MOBILE_PHONE)
			.singleElement()
			.satisfies((one) -> assertThat(one.reason()).isEqualTo("这是公开的办公电话"));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.reports.answer(this.reviewer, kept, FindingCode.MOBILE_PHONE, "又一次"));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.publicFiles.publish(this.reviewer, kept.id()));
		this.reports.answer(this.reviewer, kept, FindingCode.RESIDENT_ID, "示例号码");
		assertThat(lastAct()).startsWith("attachment.finding-answered DONE RESIDENT_ID=1\nanswer=ACCEPTED");
		assertThat(this.attachments.find(kept.id())).get().extracting(Attachment::openFindings).isEqualTo(0);
		assertThat(this.attachments.awaitingReview(this.reviewer)).isZero();
	}

	@Test
	void nobodyAnswersForTheirOwnFileOrForAnotherUnit() {
		Attachment own = this.attachments.keep(this.reviewer, this.school, "名单.csv", stream(TABLE));
		Actor stranger = this.district.holding(Role.REVIEWER, this.other);
		for (Actor actor : List.of(this.reviewer, stranger, this.submitter)) {
			assertThatExceptionOfType(Refusal.Forbidden.class)
				.isThrownBy(() -> this.reports.answer(actor, own, FindingCode.RESIDENT_ID, "可以"));
		}
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.attachments.visibleTo(stranger, own.id()));
		assertThat(this.attachments.list(stranger, null, false, 10)).isEmpty();
		this.reports.replace(this.reviewer, own);
		assertThat(this.reports.unanswered(own.id())).isEmpty();
		assertThat(lastAct())
			.startsWith("attachment.finding-answered DONE MOBILE_PHONE=1\nRESIDENT_ID=1\nanswer=REPLACED");
	}

	@Test
	void newestFilesComeFirstPageByPage() {
		Attachment first = keep("一");
		Attachment second = keep(TABLE);
		Attachment third = keep("三");
		assertThat(this.attachments.list(this.submitter, null, false, 2)).extracting(Attachment::id)
			.containsExactly(third.id(), second.id());
		assertThat(this.attachments.list(this.submitter, second.id().value(), false, 2)).extracting(Attachment::id)
			.containsExactly(first.id());
		assertThat(this.attachments.list(this.submitter, null, true, 2)).extracting(Attachment::id)
			.containsExactly(second.id());
	}

	@Test
	void publishedFileIsFoundByItsCodeUntilItIsWithdrawn() {
		Attachment kept = keep("公开的通知");
		String code = this.publicFiles.publish(this.submitter, kept.id());
		assertThat(code).matches("[0-9a-f]{32}");
		assertThat(this.publicFiles.publish(this.submitter, kept.id())).isEqualTo(code);
		assertThat(this.publicFiles.findPublic(code)).get().extracting(Attachment::id).isEqualTo(kept.id());
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.attachments.delete(this.submitter, kept.id()));
		this.publicFiles.withdraw(this.submitter, kept.id());
		this.publicFiles.withdraw(this.submitter, kept.id());
		assertThat(this.publicFiles.findPublic(code)).isEmpty();
	}

	@Test
	void everythingSealedIsVisitedOnceWhenKeysRotate() {
		Attachment kept = keep(TABLE);
		this.reports.answer(this.reviewer, kept, FindingCode.MOBILE_PHONE, "办公电话");
		Resealing resealing = new Resealing(this.vault);
		String after = this.seals.reseal("", resealing);
		while (!after.isEmpty()) {
			after = this.seals.reseal(after, resealing);
		}
		// One content, one name, two places, two samples, one reason.
		assertThat(resealing.seen()).isEqualTo(7);
		assertThat(resealing.left()).isEmpty();
		assertThat(this.mapper.reseal(kept.id().value(), new byte[1], new byte[1])).isZero();
		long finding = this.reports.of(kept.id()).get(0).id();
		assertThat(this.findings.resealPlace(finding, new byte[1], new byte[1])
				+ this.findings.resealSample(finding, new byte[1], new byte[1])
				+ this.findings.resealReason(finding, new byte[1], new byte[1]))
			.isZero();
	}

	private Attachment keep(String text) {
		return this.attachments.keep(this.submitter, this.school, "名单.csv", stream(text));
	}

	private Address address(Attachment attachment) {
		return new Address(this.mapper.find(attachment.id().value()).orElseThrow().address());
	}

	private String lastAct() {
		// A refusal is recorded beside the transaction of the test; a lock sees it.
		return this.jdbc.sql("""
				SELECT CONCAT(action, ' ', outcome, ' ', details)
				FROM audit_entry
				ORDER BY id DESC
				LIMIT 1
				LOCK IN SHARE MODE
				""").query(String.class).single();
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
