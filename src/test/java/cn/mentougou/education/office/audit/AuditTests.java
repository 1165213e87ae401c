package cn.mentougou.education.office.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;

import cn.mentougou.education.shared.Acted;
import cn.mentougou.education.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditTests extends AuditFixture {

	private static final AuditEntry GRANTED = AuditEntry.done(SECURITY, "staff.role-granted", "person", 99)
		.with("unit", 3)
		.with("role", "EDITOR");

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private AuditTrail trail;

	private List<String> columns() {
		return this.jdbc.sql("""
				SELECT CONCAT_WS(' ', actor_kind, actor_id, came_from, action, object_kind, object_id, outcome, details)
				FROM audit_entry
				ORDER BY id
				""").query(String.class).list();
	}

	@Test
	void entrySaysWhoDidWhatOnWhatFromWhereWithWhichResult() {
		this.transaction.executeWithoutResult((status) -> this.audit.record(GRANTED));
		assertThat(columns())
			.containsExactly("STAFF 12 203.0.113.7 staff.role-granted person 99 DONE role=EDITOR\nunit=3");
		assertThat(this.jdbc.sql("SELECT happened_at FROM audit_entry").query(String.class).single())
			.startsWith(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
				.withZone(ZoneId.of("Asia/Shanghai"))
				.format(this.clock.instant()));
	}

	@Test
	void entryGoesWithTheTransactionThatFailed() {
		this.transaction.executeWithoutResult((status) -> {
			this.audit.record(GRANTED);
			status.setRollbackOnly();
		});
		assertThat(columns()).isEmpty();
	}

	@Test
	void refusalIsKeptWhateverBecomesOfTheTransaction() {
		this.transaction.executeWithoutResult((status) -> {
			this.audit.recordAlone(AuditEntry.refused(SECURITY, "staff.role-granted", "person", 99));
			status.setRollbackOnly();
		});
		assertThat(columns()).singleElement().asString().contains("REFUSED");
	}

	@Test
	void actWithoutTransactionIsNotRecorded() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.audit.record(GRANTED));
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.events.publishEvent(Acted.of(SECURITY, "job.run-asked", "job", "inbox-erasure")));
		assertThat(columns()).isEmpty();
	}

	@Test
	void actOfModuleBelowIsRecordedInItsTransaction() {
		Acted asked = Acted.of(SECURITY, "job.run-asked", "job", "inbox-erasure").with("every", "PT1H");
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(asked);
			status.setRollbackOnly();
		});
		assertThat(columns()).isEmpty();
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(asked));
		assertThat(columns()).containsExactly("STAFF 12 203.0.113.7 job.run-asked job inbox-erasure DONE every=PT1H");
	}

	@Test
	void actThatCannotBeRecordedDoesNotHappen() {
		this.jdbc.sql("CREATE TABLE act_under_test (id INT NOT NULL PRIMARY KEY)").update();
		this.jdbc.sql("""
				CREATE TRIGGER disk_full BEFORE INSERT ON audit_entry FOR EACH ROW
				SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1021, MESSAGE_TEXT = 'Disk full'
				""").update();
		try {
			assertThatExceptionOfType(Audit.Unavailable.class)
				.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
					this.jdbc.sql("INSERT INTO act_under_test VALUES (1)").update();
					this.audit.record(GRANTED);
				}));
			assertThatExceptionOfType(Audit.Unavailable.class)
				.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
					this.jdbc.sql("INSERT INTO act_under_test VALUES (2)").update();
					this.events.publishEvent(Acted.of(SECURITY, "job.run-asked", "job", "inbox-erasure"));
				}));
			assertThat(this.jdbc.sql("SELECT COUNT(*) FROM act_under_test").query(Long.class).single()).isZero();
			assertThat(columns()).isEmpty();
		}
		finally {
			this.jdbc.sql("DROP TRIGGER disk_full").update();
			this.jdbc.sql("DROP TABLE act_under_test").update();
		}
	}

	@Test
	void listIsPagedFromTheNewestOnAndFiltered() {
		acts(5);
		this.audit.recordAlone(AuditEntry.refused(Actor.visitor("198.51.100.1"), "signin.refused", "account", 5));
		AuditTrail.Search all = new AuditTrail.Search(null, null, null, null, null, null, null, null, null);
		List<AuditTrail.SealedAct> first = this.trail.list(all, null, 4);
		assertThat(first).extracting((act) -> act.act().objectId()).containsExactly("5", "104", "103", "102");
		RecordedAct last = first.get(3).act();
		assertThat(this.trail.list(all, new AuditTrail.Place(last.happenedAt(), last.id()), 4))
			.extracting((act) -> act.act().objectId())
			.containsExactly("101", "100");
		AuditTrail.Search strict = new AuditTrail.Search(this.clock.instant().minusSeconds(60),
				this.clock.instant().plusSeconds(60), "STAFF", 12L, "staff.role-granted", "person", "102", "DONE",
				"203.0.113.7");
		assertThat(this.trail.list(strict, null, 4)).singleElement()
			.satisfies((act) -> assertThat(act.proof()).isNull());
	}

	@Test
	void sealedActCarriesWhatItsHashIsMadeOf() {
		acts(2);
		this.sealer.sealNew();
		List<AuditTrail.SealedAct> list = this.trail
			.list(new AuditTrail.Search(null, null, null, null, null, null, null, null, null), null, 10);
		AuditTrail.Proof newer = list.get(0).proof();
		AuditTrail.Proof older = list.get(1).proof();
		assertThat(older).isNotNull();
		assertThat(newer).isNotNull();
		assertThat(older.previous()).isEqualTo("0".repeat(64));
		assertThat(newer.previous()).isEqualTo(older.hash());
		assertThat(newer.position()).isEqualTo(2);
	}

}
