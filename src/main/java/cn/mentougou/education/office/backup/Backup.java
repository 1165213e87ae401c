package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import cn.mentougou.education.office.audit.Verification;

/** Makes a backup while the application runs. */
class Backup {

	private final OwnerDatabase database;

	private final FileStore files;

	private final KeyRing keys;

	private final Verification verification;

	private final Clock clock;

	Backup(OwnerDatabase database, FileStore files, KeyRing keys, Parts parts) {
		this.database = database;
		this.files = files;
		this.keys = keys;
		this.verification = parts.verification();
		this.clock = parts.clock();
	}

	/**
	 * Writes a backup into this directory.
	 * @throws IOException if it is not empty, or cannot be written
	 */
	Manifest make(Path directory, PrintStream out) throws SQLException, IOException {
		prepare(directory);
		// Before the snapshot, which so holds at least this much of the chain.
		Manifest.Head head = this.verification.head()
			.map((anchor) -> new Manifest.Head(anchor.position(), anchor.hashText()))
			.orElse(new Manifest.Head(0, ""));
		List<Manifest.Migration> migrations = this.database.applied();
		KeyRing.Seen seen = this.keys.seen();
		List<Manifest.Entry> tables = new ArrayList<>();
		String madeAt;
		try (Connection snapshot = this.database.snapshot()) {
			madeAt = this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
			for (Table table : Schema.tables(snapshot)) {
				tables.add(write(snapshot, table, directory, seen));
			}
		}
		Manifest.FileSum sum = this.files.backUp(directory, seen::look);
		this.keys.unknown(seen).forEach((id) -> out.println("  注意：有内容用编号为 " + id + " 的密钥加密，但现在没有配置它，备份恢复后也解不开。"));
		Manifest manifest = new Manifest(Manifest.FORMAT, madeAt, migrations, this.keys.describe(seen), tables, sum,
				head);
		manifest.write(directory);
		return manifest;
	}

	private static void prepare(Path directory) throws IOException {
		Files.createDirectories(directory.resolve("tables"));
		try (Stream<Path> content = Files.list(directory)) {
			if (content.count() > 1) {
				throw new NotEmpty();
			}
		}
		try (Stream<Path> content = Files.list(directory.resolve("tables"))) {
			if (content.findAny().isPresent()) {
				throw new NotEmpty();
			}
		}
		if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
		}
	}

	private static Manifest.Entry write(Connection snapshot, Table table, Path directory, KeyRing.Seen seen)
			throws SQLException, IOException {
		List<String> columns = table.columns().stream().map(Table.Column::name).toList();
		Path file = directory.resolve("tables").resolve(table.name() + ".jsonl.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
			Rows.Count count = Rows.write(snapshot, table, out, seen::look);
			return new Manifest.Entry(table.name(), columns, table.nextNumber(), count.rows(), count.sha256());
		}
	}

	/** What else a backup is made with. */
	record Parts(Verification verification, Clock clock) {
	}

	/** The directory holds something already. */
	static final class NotEmpty extends IOException {

	}

}
