package cn.mentougou.education.office.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class SealerTests extends AuditFixture {

	@Autowired
	private DataSource dataSource;

	private void insertInto(Connection connection) throws SQLException {
		connection.createStatement().execute("""
				INSERT INTO audit_entry (happened_at, actor_kind, actor_id, came_from, action, object_kind, object_id,
					outcome, details)
				VALUES ('2026-11-25 10:00:00', 'STAFF', 1, 'x', 'a.late', 'thing', '1', 'DONE', '')
				""");
	}

	private List<String> unsealed() {
		return this.jdbc.sql("""
				SELECT entry.action
				FROM audit_entry entry
				LEFT JOIN audit_seal seal ON seal.entry_id = entry.id
				WHERE seal.position IS NULL
				""").query(String.class).list();
	}

	@Test
	void everyEntryIsSealedOnceInManySteps() {
		acts(1203);
		this.sealer.sealNew();
		this.sealer.sealNew();
		assertThat(seals()).isEqualTo(1203);
		assertThat(this.jdbc.sql("SELECT MAX(position) FROM audit_seal").query(Long.class).single()).isEqualTo(1203);
		assertThat(this.verification.verifyAll().ok()).isTrue();
	}

	@Test
	void entryThatCommitsLateWithSmallerNumberIsSealedToo() throws SQLException {
		try (Connection late = this.dataSource.getConnection()) {
			late.setAutoCommit(false);
			insertInto(late);
			acts(3);
			this.sealer.sealNew();
			assertThat(seals()).isEqualTo(3);
			this.clock.advance(Duration.ofMinutes(14));
			acts(1);
			this.sealer.sealNew();
			late.commit();
			late.setAutoCommit(true);
		}
		assertThat(unsealed()).containsExactly("a.late");
		this.sealer.sealNew();
		assertThat(unsealed()).isEmpty();
		assertThat(this.verification.verifyAll().ok()).isTrue();
	}

	@Test
	void entryOfTransactionThatWasOpenForHoursIsSealedByTheSweep() throws SQLException {
		try (Connection late = this.dataSource.getConnection()) {
			late.setAutoCommit(false);
			insertInto(late);
			acts(3);
			this.sealer.sealNew();
			this.clock.advance(Duration.ofHours(3));
			acts(1);
			this.sealer.sealNew();
			late.commit();
			late.setAutoCommit(true);
		}
		this.sealer.sealNew();
		assertThat(unsealed()).containsExactly("a.late");
		this.watch.look();
		assertThat(unsealed()).isEmpty();
	}

	@Test
	void twoInstancesMakeOneChainWithoutGap() throws InterruptedException {
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(4);
		List<Thread> sealing = Stream.generate(() -> new Thread(() -> {
			await(go);
			while (done.getCount() > 0 || !unsealed().isEmpty()) {
				new Sealer(this.seals, this.entries, this.clock).sealNew();
			}
		})).limit(2).toList();
		List<Thread> acting = Stream.generate(() -> new Thread(() -> {
			await(go);
			acts(200);
			done.countDown();
		})).limit(4).toList();
		Stream.concat(sealing.stream(), acting.stream()).forEach(Thread::start);
		go.countDown();
		for (Thread thread : Stream.concat(acting.stream(), sealing.stream()).toList()) {
			thread.join();
		}
		assertThat(seals()).isEqualTo(800);
		assertThat(this.verification.verifyAll()).satisfies((verdict) -> {
			assertThat(verdict.fault()).isNull();
			assertThat(verdict.position()).isEqualTo(800);
		});
	}

	@Test
	void actDoesNotWaitForTheSealerNorForAnotherAct() throws SQLException {
		acts(1);
		try (Connection sealing = this.dataSource.getConnection();
				Connection acting = this.dataSource.getConnection()) {
			sealing.setAutoCommit(false);
			sealing.createStatement()
				.execute("INSERT INTO audit_seal (position, entry_id, sealed_at, hash) "
						+ "VALUES (1, 1, '2026-11-25 10:00:00', REPEAT('x', 32))");
			acting.setAutoCommit(false);
			insertInto(acting);
			acts(1);
			sealing.rollback();
			acting.rollback();
		}
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry").query(Long.class).single()).isEqualTo(2);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
