package cn.mentougou.education.wechat.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The files of one instance among several that share a directory. An instance takes the
 * first number whose lock is free, so after a restart it finds its own files, and takes
 * over the files of instances that are gone.
 */
final class SpoolSlot implements AutoCloseable {

	private static final int MOST = 64;

	private final Path directory;

	private final int number;

	private final FileChannel lock;

	private SpoolSlot(Path directory, int number, FileChannel lock) {
		this.directory = directory;
		this.number = number;
		this.lock = lock;
	}

	static SpoolSlot in(Path directory) throws IOException {
		Files.createDirectories(directory);
		for (int number = 1; number <= MOST; number++) {
			FileChannel lock = tryLock(directory, number);
			if (lock != null) {
				return new SpoolSlot(directory, number, lock);
			}
		}
		throw new IOException("no free place in " + directory);
	}

	private static @Nullable FileChannel tryLock(Path directory, int number) throws IOException {
		FileChannel channel = FileChannel.open(directory.resolve("spool-" + number + ".lock"),
				StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return channel;
			}
		}
		catch (OverlappingFileLockException ex) {
			// Another instance in this very JVM, as in tests.
		}
		channel.close();
		return null;
	}

	/** Appends what instances left that are gone to this instance's file. */
	void adoptOrphans() throws IOException {
		for (int other = 1; other <= MOST; other++) {
			if (other == this.number || !Files.exists(this.directory.resolve("spool-" + other + ".lock"))) {
				continue;
			}
			FileChannel otherLock = tryLock(this.directory, other);
			if (otherLock != null) {
				try (otherLock) {
					adopt(new SpoolSlot(this.directory, other, otherLock));
				}
			}
		}
	}

	private void adopt(SpoolSlot orphan) throws IOException {
		List<byte[]> records = new ArrayList<>();
		for (Path path : List.of(orphan.replaying(), orphan.current())) {
			if (Files.exists(path)) {
				records.addAll(SpoolFile.read(path));
			}
		}
		try (SpoolFile mine = new SpoolFile(current())) {
			for (byte[] record : records) {
				mine.append(record);
			}
		}
		Files.deleteIfExists(orphan.replaying());
		Files.deleteIfExists(orphan.current());
	}

	Path current() {
		return this.directory.resolve("spool-" + this.number + ".current");
	}

	Path replaying() {
		return this.directory.resolve("spool-" + this.number + ".replaying");
	}

	@Override
	public void close() throws IOException {
		this.lock.close();
	}

}
