package cn.mentougou.education.office.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The stored files: they are named by their content and never change, so they may be
 * copied while the application runs.
 */
final class FileStore {

	private static final String FOLDER = "files";

	private static final String SUMS = "files.sha256";

	private static final int HASH = 64;

	private final @Nullable Path directory;

	/** The files of this directory; null if none is configured. */
	FileStore(@Nullable Path directory) {
		this.directory = directory;
	}

	/** Copies every file into the backup. */
	Manifest.FileSum backUp(Path backup) throws IOException {
		long count = 0;
		Path sums = backup.resolve(SUMS);
		try (Writer lines = Files.newBufferedWriter(sums); Stream<Path> files = files()) {
			for (Iterator<Path> each = files.iterator(); each.hasNext();) {
				Path file = each.next();
				String name = String.valueOf(this.directory != null ? this.directory.relativize(file) : file)
					.replace('\\', '/');
				Path copy = backup.resolve(FOLDER).resolve(name);
				Files.createDirectories(copy.getParent());
				try (InputStream in = Files.newInputStream(file); OutputStream out = Files.newOutputStream(copy)) {
					lines.write(Hashes.copy(in, out) + "  " + FOLDER + "/" + name + "\n");
					count++;
				}
				catch (NoSuchFileException ex) {
					// Erased a moment ago; no row of a later backup speaks of it.
				}
			}
		}
		return new Manifest.FileSum(count, Hashes.of(sums));
	}

	private Stream<Path> files() throws IOException {
		return (this.directory == null || !Files.isDirectory(this.directory)) ? Stream.of()
				: Files.walk(this.directory).filter(Files::isRegularFile).sorted();
	}

	/** Adds what is wrong with the files of a backup. */
	void check(Path backup, Manifest.FileSum sum, List<String> problems) throws IOException {
		if (sum.count() > 0 && this.directory == null) {
			problems.add("备份里有 " + sum.count() + " 个附件，但没有配置 education.attachment.directory。");
		}
		if (!Files.isRegularFile(backup.resolve(SUMS)) || !Hashes.of(backup.resolve(SUMS)).equals(sum.sha256())) {
			problems.add("附件清单 " + SUMS + " 缺失或损坏。");
			return;
		}
		each(backup, (hash, name) -> {
			Path file = inside(backup.resolve(FOLDER), name);
			if (!Files.isRegularFile(file)) {
				problems.add("附件 " + name + " 不见了。");
			}
			else if (!Hashes.of(file).equals(hash)) {
				problems.add("附件 " + name + " 已损坏。");
			}
		});
	}

	/** Puts the files of a backup back; those that are there already stay. */
	void restore(Path backup) throws IOException {
		Path to = this.directory;
		if (to == null) {
			return;
		}
		each(backup, (hash, name) -> {
			Path file = inside(to, name);
			if (Files.isRegularFile(file) && Hashes.of(file).equals(hash)) {
				return;
			}
			Files.createDirectories(file.getParent());
			Path part = file.resolveSibling(file.getFileName() + ".restoring");
			Files.copy(inside(backup.resolve(FOLDER), name), part, StandardCopyOption.REPLACE_EXISTING);
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		});
	}

	private static void each(Path backup, Visit visit) throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(backup.resolve(SUMS))) {
			String line;
			while ((line = lines.readLine()) != null) {
				visit.file(line.substring(0, HASH), line.substring(HASH + 2 + FOLDER.length() + 1));
			}
		}
	}

	private static Path inside(Path folder, String name) throws IOException {
		Path file = folder.resolve(name).normalize();
		if (!file.startsWith(folder.normalize())) {
			throw new IOException("a name that leads outside");
		}
		return file;
	}

	/** Does something with a file of the backup. */
	private interface Visit {

		void file(String hash, String name) throws IOException;

	}

}
