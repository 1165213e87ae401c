package cn.mentougou.education.office.backup;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The stored files: they are named by their content and never change, so they may be
 * copied while the application runs.
 */
final class FileStore {

	private static final String FOLDER = "files";

	private static final String SUMS = "files.sha256";

	private static final int HASH = 64;

	/** Files that are still being written. */
	private static final String INCOMING = "incoming";

	/**
	 * What stands in a sealed file before its first sealed piece: a mark and a length.
	 */
	private static final int HEAD = 8;

	/** Enough of a sealed piece to know its key. */
	private static final int ENOUGH = 128;

	private final Path directory;

	/** The files of this directory, which need not be there. */
	FileStore(Path directory) {
		this.directory = directory;
	}

	/**
	 * Copies every file into the backup.
	 * @param sealed is shown what may be the beginning of something sealed
	 */
	Manifest.FileSum backUp(Path backup, Consumer<byte[]> sealed) throws IOException {
		long count = 0;
		Path sums = backup.resolve(SUMS);
		try (Writer lines = Files.newBufferedWriter(sums); Stream<Path> files = files()) {
			for (Iterator<Path> each = files.iterator(); each.hasNext();) {
				Path file = each.next();
				String name = this.directory.relativize(file).toString().replace('\\', '/');
				Path copy = backup.resolve(FOLDER).resolve(name);
				Files.createDirectories(copy.getParent());
				try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
						OutputStream out = Files.newOutputStream(copy)) {
					in.mark(HEAD + ENOUGH);
					byte[] head = in.readNBytes(HEAD + ENOUGH);
					in.reset();
					sealed.accept(Arrays.copyOfRange(head, Math.min(HEAD, head.length), head.length));
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
		return !Files.isDirectory(this.directory) ? Stream.of() : Files.walk(this.directory)
			.filter((file) -> Files.isRegularFile(file) && !this.directory.relativize(file).startsWith(INCOMING))
			.sorted();
	}

	/** Adds what is wrong with the files of a backup. */
	void check(Path backup, Manifest.FileSum sum, List<String> problems) throws IOException {
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
		each(backup, (hash, name) -> {
			Path file = inside(this.directory, name);
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
