package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dump, wipe, restore, compare. The database's own checksums are the witness.
 */
class BackupTests extends BackupFixture {

	@Test
	void whatWasWipedIsRestoredRowByRowWithFilesAndAuditChain() throws Exception {
		Map<String, String> before = backUp();
		assertThat(this.said).contains("✔ 已备份", "2 个附件", "编号为 test 的加密密钥");
		wipe();
		assertThat(rows("dead_letter")).isZero();
		assertThat(run("restore", "--dry-run", this.backup.toString())).as(this.said).isZero();
		assertThat(this.said).contains("✔ 可以恢复", "没有改动任何东西");
		assertThat(rows("dead_letter")).isZero();
		assertThat(run("restore", this.backup.toString())).as(this.said).isZero();
		assertThat(this.said).contains("逐表比对一致", "✔ 审计链与备份时一致，到第 30 条。");
		Map<String, String> after = checksums();
		// The restore itself is recorded.
		assertThat(rows("audit_entry")).isEqualTo(31);
		this.jdbc.sql("DELETE FROM audit_entry WHERE action = 'backup.restored'").update();
		after.put("audit_entry", checksums().get("audit_entry"));
		assertThat(after).isEqualTo(before);
		assertThat(attachments.resolve("ab/abcd")).hasContent("密文");
		assertThat(attachments.resolve("ab/ef01")).hasContent("另一个");
	}

	@Test
	void numbersOfDeletedRowsAreNotGivenAgain() throws Exception {
		backUp();
		wipe();
		run("restore", this.backup.toString());
		this.jdbc.sql("""
				INSERT INTO dead_letter (message_key, app_id, kind, reason, content, state, attempts, received_at,
					correlation_id)
				VALUES (REPEAT('k', 32), 'wx1', 'text', 'r', 'c', 'OPEN', 1, '2026-11-25 10:00:00', 'c')
				""").update();
		assertThat(this.jdbc.sql("SELECT MAX(id) FROM dead_letter").query(Long.class).single()).isEqualTo(1201);
	}

	@Test
	void keyOfFilesIsNamedAndWhatIsStillWrittenIsLeftOut() throws Exception {
		this.jdbc.sql("DELETE FROM dead_letter").update();
		byte[] sealed = this.vault.seal(new byte[3000], new byte[0]);
		Files.write(attachments.resolve("ab/0123"),
				ByteBuffer.allocate(8 + sealed.length).putInt(0x45414631).putInt(-sealed.length).put(sealed).array());
		Files.createDirectories(attachments.resolve("incoming"));
		Files.writeString(attachments.resolve("incoming/half"), "half");
		backUp();
		assertThat(this.said).contains("3 个附件", "编号为 test 的加密密钥");
		assertThat(this.backup.resolve("files/ab/0123")).hasSameBinaryContentAs(attachments.resolve("ab/0123"));
		assertThat(this.backup.resolve("files/incoming")).doesNotExist();
	}

	@Test
	void sealedContentStaysSealedInTheBackup() throws Exception {
		backUp();
		String lines = new String(
				new GZIPInputStream(Files.newInputStream(this.backup.resolve("tables/dead_letter.jsonl.gz")))
					.readAllBytes(),
				StandardCharsets.UTF_8);
		assertThat(lines).contains("坏\\n了").doesNotContain("保密");
		assertThat(lines.lines()).hasSize(1190);
		String manifest = Files.readString(this.backup.resolve("manifest.json"));
		assertThat(manifest).doesNotContain(this.environment.getRequiredProperty("education.privacy.index-key"),
				this.environment.getRequiredProperty("education.privacy.keys[0].key"));
	}

	@Test
	void usedDatabaseIsReplacedOnlyWhenTold() {
		Map<String, String> before = backUp();
		this.jdbc.sql("DELETE FROM dead_letter WHERE id > 10").update();
		assertThat(run("restore", this.backup.toString())).isEqualTo(1);
		assertThat(this.said).contains("数据库不是空的", "--replace");
		assertThat(rows("dead_letter")).isEqualTo(10);
		assertThat(run("restore", "--replace", this.backup.toString())).as(this.said).isZero();
		assertThat(checksums()).containsEntry("dead_letter", before.get("dead_letter"));
	}

	@Test
	void everythingThatIsWrongWithBackupIsNamed() throws Exception {
		backUp();
		wipe();
		Path letters = this.backup.resolve("tables/dead_letter.jsonl.gz");
		byte[] bytes = Files.readAllBytes(letters);
		bytes[bytes.length / 2] ^= 1;
		Files.write(letters, bytes);
		Files.delete(this.backup.resolve("tables/audit_seal.jsonl.gz"));
		Files.writeString(this.backup.resolve("files/ab/abcd"), "changed");
		Files.delete(this.backup.resolve("files/ab/ef01"));
		Path manifest = this.backup.resolve("manifest.json");
		Files.writeString(manifest,
				Files.readString(manifest)
					.replaceFirst("\"used\" : \\[ \"test\" \\]", "\"used\" : [ \"lost\", \"test\" ]")
					.replaceFirst("\"indexCheck\" : \"..", "\"indexCheck\" : \"zz")
					.replaceFirst("\"checksum\" : -?\\d+", "\"checksum\" : 1"));
		for (String option : List.of("--dry-run", "--replace")) {
			assertThat(run("restore", option, this.backup.toString())).isEqualTo(1);
			assertThat(this.said).contains("tables/dead_letter.jsonl.gz 已损坏", "缺少表 audit_seal 的文件", "附件 ab/abcd 已损坏",
					"附件 ab/ef01 不见了", "缺少编号为 lost 的加密密钥", "index-key 与备份时的不同", "备份的库版本是", "有 7 个问题要先解决");
		}
		assertThat(rows("dead_letter")).isZero();
	}

	@Test
	void directoryWithoutManifestIsNoBackup() throws IOException {
		Files.createDirectories(this.backup.resolve("tables"));
		assertThat(run("restore", this.backup.toString())).isEqualTo(1);
		assertThat(this.said).contains("没有完整的备份");
		Files.writeString(this.backup.resolve("manifest.json"), "{\"format\": 1, \"tab");
		assertThat(run("restore", this.backup.toString())).isEqualTo(1);
	}

	@Test
	void backupGoesIntoAnEmptyDirectoryAlone() throws IOException {
		Files.createDirectories(this.backup);
		Files.writeString(this.backup.resolve("other"), "x");
		assertThat(run("backup", this.backup.toString())).isEqualTo(1);
		assertThat(this.said).contains("不是空的");
		assertThat(run("backup")).isEqualTo(2);
	}

	@Test
	void restoreThatIsKilledMidwayLeavesNothingAndIsRepeated() throws Exception {
		this.jdbc.sql("""
				INSERT INTO scheduled_task (task_name, task_instance, execution_time, picked, version)
				VALUES ('last', 'x', '2026-11-25 10:00:00', 0, 1)
				""").update();
		Map<String, String> before = backUp();
		wipe();
		try (Connection blocker = this.dataSource.getConnection()) {
			blocker.setAutoCommit(false);
			blocker.createStatement().execute("""
					INSERT INTO scheduled_task (task_name, task_instance, execution_time, picked, version)
					VALUES ('last', 'x', '2026-11-25 10:00:00', 0, 1)
					""");
			CompletableFuture<Integer> restoring = CompletableFuture
				.supplyAsync(() -> run("restore", this.backup.toString()));
			long victim = Awaitility.await().until(() -> this.jdbc.sql("""
					SELECT id
					FROM information_schema.processlist
					WHERE info LIKE 'INSERT INTO `scheduled_task`%' OR info LIKE 'DELETE FROM `scheduled_task`%'
					""").query(Long.class).list(), (ids) -> !ids.isEmpty()).get(0);
			this.jdbc.sql("KILL " + victim).update();
			assertThat(restoring.get()).isEqualTo(1);
			assertThat(this.said).contains("数据库没有改动；处理后可以重做");
			blocker.rollback();
			blocker.setAutoCommit(true);
		}
		Awaitility.await().untilAsserted(() -> assertThat(rows("dead_letter") + rows("audit_entry")).isZero());
		assertThat(run("restore", this.backup.toString())).as(this.said).isZero();
		assertThat(checksums()).containsEntry("dead_letter", before.get("dead_letter"))
			.containsEntry("scheduled_task", before.get("scheduled_task"));
		assertThat(this.verification.verifyAll().position()).isEqualTo(30);
	}

	@Test
	void snapshotIsOfOneMomentWhateverIsWrittenMeanwhile() throws Exception {
		try (Connection snapshot = this.database.snapshot()) {
			long letters = rows("dead_letter");
			this.jdbc.sql("DELETE FROM dead_letter").update();
			Table table = Schema.tables(snapshot)
				.stream()
				.filter((one) -> one.name().equals("dead_letter"))
				.findFirst()
				.orElseThrow();
			assertThat(Rows.write(snapshot, table, OutputStream.nullOutputStream(), (value) -> {
			}).rows()).isEqualTo(letters);
		}
	}

}
