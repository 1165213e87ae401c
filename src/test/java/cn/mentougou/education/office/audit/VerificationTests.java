package cn.mentougou.education.office.audit;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.office.audit.Verdict.Fault;
import cn.mentougou.education.office.audit.Verdict.Fault.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationTests extends AuditFixture {

	@BeforeEach
	void aChainOfTen() {
		acts(10);
		this.sealer.sealNew();
	}

	private void tamper(String sql) {
		assertThat(this.jdbc.sql(sql).update()).isPositive();
	}

	private void finds(Kind kind, long position, long entryId) {
		Verdict verdict = this.verification.verifyAll();
		assertThat(verdict.fault()).isEqualTo(new Fault(kind, position, entryId));
		assertThat(verdict.sentence()).contains((position > 0) ? "第 " + position + " 处" : "记录 " + entryId);
	}

	@Test
	void untouchedChainIsWhole() {
		Verdict verdict = this.verification.verifyAll();
		assertThat(verdict.ok()).isTrue();
		assertThat(verdict.sentence()).isEqualTo("审计链完整，已核对到第 10 条。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "happened_at = happened_at + INTERVAL 1 SECOND", "actor_kind = 'SYSTEM'", "actor_id = 13",
			"came_from = '203.0.113.8'", "action = 'staff.role-taken'", "object_kind = 'unit'", "object_id = '1'",
			"outcome = 'REFUSED'", "details = 'role=LEADER'", "details = 'role=EDITOR '" })
	void changedEntryIsFoundWhateverColumnItIs(String change) {
		tamper("UPDATE audit_entry SET " + change + " WHERE id = 4");
		finds(Kind.CHANGED, 4, 4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hash = REPEAT('x', 32)", "sealed_at = sealed_at + INTERVAL 1 SECOND", "entry_id = 400" })
	void changedSealIsFound(String change) {
		tamper("UPDATE audit_seal SET " + change + " WHERE position = 4");
		assertThat(this.verification.verifyAll().fault())
			.satisfies((fault) -> assertThat(fault.position()).isEqualTo(4));
	}

	@Test
	void removedEntryIsFound() {
		tamper("DELETE FROM audit_entry WHERE id = 6");
		finds(Kind.ENTRY_MISSING, 6, 6);
	}

	@Test
	void entryRemovedWithItsSealIsFound() {
		tamper("DELETE FROM audit_entry WHERE id = 6");
		tamper("DELETE FROM audit_seal WHERE position = 6");
		finds(Kind.SEAL_MISSING, 6, 0);
	}

	@Test
	void removedBeginningIsFound() {
		tamper("DELETE FROM audit_entry WHERE id <= 2");
		tamper("DELETE FROM audit_seal WHERE position <= 2");
		finds(Kind.SEAL_MISSING, 1, 0);
	}

	@Test
	void swappedEntriesAreFound() {
		tamper("UPDATE audit_entry SET id = 1000 WHERE id = 3");
		tamper("UPDATE audit_entry SET id = 3 WHERE id = 7");
		tamper("UPDATE audit_entry SET id = 7 WHERE id = 1000");
		finds(Kind.CHANGED, 3, 3);
	}

	@Test
	void swappedSealsAreFound() {
		tamper("UPDATE audit_seal SET entry_id = 1000 WHERE position = 3");
		tamper("UPDATE audit_seal SET entry_id = 3 WHERE position = 7");
		tamper("UPDATE audit_seal SET entry_id = 7 WHERE position = 3");
		finds(Kind.CHANGED, 3, 7);
	}

	@Test
	void removedTailIsFoundByTheAnchor() {
		this.watch.look();
		tamper("DELETE FROM audit_seal WHERE position > 7");
		tamper("DELETE FROM audit_entry WHERE id > 7");
		finds(Kind.TAIL_MISSING, 10, 0);
		this.watch.look();
		assertThat(this.verification.last()).hasValueSatisfying(
				(verdict) -> assertThat(verdict.fault()).isEqualTo(new Fault(Kind.TAIL_MISSING, 10, 0)));
		assertThat(this.watch.ok()).isZero();
	}

	@Test
	void chainThatWasWrittenAnewIsFoundByTheAnchor() {
		this.watch.look();
		tamper("UPDATE audit_entry SET object_id = '1' WHERE id = 4");
		tamper("DELETE FROM audit_seal");
		this.sealer.sealAll();
		finds(Kind.NOT_AS_ANCHORED, 10, 10);
		assertThat(this.verification.verifyRecent().fault()).isEqualTo(new Fault(Kind.NOT_AS_ANCHORED, 10, 10));
	}

	@Test
	void anchorKeptElsewhereFindsEvenWhatTheAnchorsHereDoNot() {
		this.watch.look();
		Anchor kept = this.verification.anchors().get(0);
		tamper("DELETE FROM audit_anchor");
		tamper("DELETE FROM audit_seal WHERE position > 7");
		tamper("DELETE FROM audit_entry WHERE id > 7");
		assertThat(this.verification.verifyAll().ok()).isTrue();
		Anchor typed = Anchor.kept(kept.position(), kept.hashText());
		assertThat(this.verification.verifyAll(typed).fault()).isEqualTo(new Fault(Kind.TAIL_MISSING, 10, 0));
	}

	@Test
	void entryWrittenBehindAnAnchorIsFound() {
		this.clock.advance(Duration.ofHours(30));
		this.watch.look();
		tamper("""
				INSERT INTO audit_entry (id, happened_at, actor_kind, actor_id, came_from, action, object_kind,
					object_id, outcome, details)
				SELECT 0 + 900, happened_at, actor_kind, actor_id, came_from, action, object_kind, '7', outcome, details
				FROM audit_entry WHERE id = 5
				""");
		finds(Kind.UNSEALED, 0, 900);
		this.sealer.sealNew();
		finds(Kind.BEHIND, 11, 900);
	}

	@Test
	void entryWithoutSealIsFoundAfterOneMinute() {
		acts(1);
		assertThat(this.verification.verifyAll().ok()).isTrue();
		this.clock.advance(Duration.ofSeconds(61));
		finds(Kind.UNSEALED, 0, 11);
		this.sealer.sealNew();
		assertThat(this.verification.verifyAll().ok()).isTrue();
	}

	@Test
	void eachDayHasItsAnchorAndOneAlone() {
		this.watch.look();
		this.watch.look();
		this.clock.advance(Duration.ofDays(1));
		acts(5);
		this.watch.look();
		assertThat(this.verification.anchors()).extracting(Anchor::position).containsExactly(10L, 15L);
		assertThat(this.verification.last())
			.hasValueSatisfying((verdict) -> assertThat(verdict.position()).isEqualTo(15));
		assertThat(this.watch.ok()).isOne();
	}

}
