package cn.mentougou.education.office.cabinet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import cn.mentougou.education.shared.Refusal;

/**
 * The folders of the cabinet. A mark tells the shared directory from an empty one, such
 * as that of a disk which was not mounted: the first instance makes it, and from then on
 * nothing is written where it is missing.
 */
final class CabinetRooms {

	static final String MARK = "education-attachments";

	/** Longer than any upload takes. */
	private static final Duration OLD = Duration.ofHours(1);

	private final Path directory;

	private final Path scratch;

	private final long keepFree;

	private final Clock clock;

	private boolean marked;

	private boolean closed;

	CabinetRooms(CabinetSettings settings, Clock clock) {
		this.directory = settings.directory().toAbsolutePath();
		this.scratch = settings.scratchDirectory().toAbsolutePath();
		this.keepFree = settings.keepFree().toBytes();
		this.clock = clock;
	}

	Path directory() {
		return this.directory;
	}

	long keepFree() {
		return this.keepFree;
	}

	/** Somebody else may have made it first, in a folder where all may: that fails. */
	synchronized Path scratch() throws IOException {
		Files.createDirectories(this.scratch);
		if (!this.closed) {
			permit(this.scratch, "rwx------");
			this.closed = true;
		}
		return this.scratch;
	}

	Path incoming() throws IOException {
		return room(this.directory.resolve("incoming"), "rwx------");
	}

	Path shelfOf(Address address) {
		return this.directory.resolve("sealed").resolve(address.hex().substring(0, 2));
	}

	Path placeOf(Address address) {
		return shelfOf(address).resolve(address.hex());
	}

	Path publicPlaceOf(String name) throws IOException {
		if (!name.matches("[0-9A-Za-z-]{16,64}")) {
			throw new IllegalArgumentException("not a public name");
		}
		return publicRoom().resolve(name);
	}

	Path publicRoom() throws IOException {
		return room(this.directory.resolve("public"), "rwxr-xr-x");
	}

	/** Refuses if the disk would become too full. */
	void checkSpace(long wanted) {
		try {
			Path nearest = incoming();
			if (Files.getFileStore(nearest).getUsableSpace() < this.keepFree + wanted
					|| Files.getFileStore(scratch()).getUsableSpace() < wanted) {
				throw new Refusal.Conflict("attachment.no-space");
			}
		}
		catch (IOException ex) {
			throw new Refusal.Conflict("attachment.no-space");
		}
	}

	synchronized void expectMark() {
		this.marked = true;
	}

	/** Makes the mark in a new cabinet, and refuses where it has vanished. */
	synchronized void checkMark() throws IOException {
		Path mark = this.directory.resolve(MARK);
		if (!Files.exists(mark)) {
			if (this.marked || Files.exists(this.directory.resolve("sealed"))) {
				throw new Refusal.Conflict("attachment.no-space");
			}
			Files.createDirectories(this.directory);
			try {
				Files.writeString(mark, "附件目录的标记，不要删除。\n", StandardOpenOption.CREATE_NEW);
			}
			catch (FileAlreadyExistsException ex) {
				// Another instance was quicker.
			}
			room(this.directory.resolve("sealed"), "rwx------");
		}
		this.marked = true;
	}

	int sweep() {
		Instant before = this.clock.instant().minus(OLD);
		int removed = 0;
		try {
			for (Path room : List.of(incoming(), scratch())) {
				removed += sweep(room, before);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("the cabinet cannot be swept", ex);
		}
		return removed;
	}

	private static int sweep(Path room, Instant before) throws IOException {
		int removed = 0;
		try (Stream<Path> files = Files.list(room)) {
			for (Path file : files.toList()) {
				boolean ours = file.getFileName().toString().matches("(incoming|public|pdf|doctor)?[0-9a-f]+.*");
				if (ours && Files.getLastModifiedTime(file).toInstant().isBefore(before)
						&& Files.deleteIfExists(file)) {
					removed++;
				}
			}
		}
		return removed;
	}

	static void letAllRead(Path file) throws IOException {
		permit(file, "rw-r--r--");
	}

	/** Makes a rename outlive a power cut. */
	static void force(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// Not every system lets one open a folder; there it is not needed.
		}
	}

	private static Path room(Path folder, String permissions) throws IOException {
		if (!Files.isDirectory(folder)) {
			Files.createDirectories(folder);
			permit(folder, permissions);
		}
		return folder;
	}

	private static void permit(Path path, String permissions) throws IOException {
		if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
		}
	}

}
