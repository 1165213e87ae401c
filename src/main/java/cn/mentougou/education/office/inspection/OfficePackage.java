package cn.mentougou.education.office.inspection;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import cn.mentougou.education.shared.Refusal;

/**
 * A zip file that was opened with limits: number of entries, size of each and of all,
 * ratio of compression, harmless names. What it inflates is counted while it is read, for
 * what the file says of itself proves nothing.
 */
final class OfficePackage implements AutoCloseable {

	private static final int MOST_ENTRIES = 5000;

	private static final long MOST_BYTES_OF_ONE = 64L << 20;

	private static final long MOST_BYTES = 256L << 20;

	/** A sheet of equal rows reaches sixty; a bomb begins at a thousand. */
	private static final int HIGHEST_RATIO = 150;

	private static final long RATIO_MATTERS_FROM = 2L << 20;

	private final ZipFile zip;

	private final List<String> names = new ArrayList<>();

	private long read;

	private OfficePackage(ZipFile zip) {
		this.zip = zip;
	}

	/**
	 * Opens a package after a look at the names of its entries.
	 * @throws Refusal.Invalid if it is damaged or built to do harm
	 */
	static OfficePackage open(Path file) throws IOException {
		try {
			OfficePackage opened = new OfficePackage(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
			try {
				opened.readNames();
				return opened;
			}
			catch (RuntimeException ex) {
				opened.close();
				throw ex;
			}
		}
		catch (ZipException | IllegalArgumentException ex) {
			throw new Refusal.Invalid("inspection.damaged");
		}
	}

	private void readNames() {
		if (this.zip.size() > MOST_ENTRIES) {
			throw new Refusal.Invalid("inspection.bomb");
		}
		Set<String> seen = new HashSet<>();
		for (Enumeration<? extends ZipEntry> entries = this.zip.entries(); entries.hasMoreElements();) {
			String name = entries.nextElement().getName();
			if (isHarmful(name) || !seen.add(name.toLowerCase(Locale.ROOT))) {
				throw new Refusal.Invalid("inspection.entry-name");
			}
			if (!name.endsWith("/")) {
				this.names.add(name);
			}
		}
	}

	private static boolean isHarmful(String name) {
		return name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.contains(":")
				|| ("/" + name + "/").contains("/../") || ("/" + name + "/").contains("/./")
				|| name.chars().anyMatch(Character::isISOControl);
	}

	/** The names of all entries, as they are written. */
	List<String> names() {
		return this.names;
	}

	boolean has(String name) {
		return this.zip.getEntry(name) != null;
	}

	/** The first bytes of an entry, after all of it was read and counted. */
	byte[] headOfWhole(String name, int length) throws IOException {
		try (InputStream stream = open(name)) {
			byte[] head = stream.readNBytes(length);
			stream.transferTo(OutputStream.nullOutputStream());
			return head;
		}
	}

	/**
	 * The content of an entry, as a stream that breaks off with a refusal beyond the
	 * limits.
	 */
	InputStream open(String name) throws IOException {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw new Refusal.Invalid("inspection.damaged");
		}
		try {
			return new Counted(this.zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
		}
		catch (ZipException ex) {
			// An unknown method of compression, or encryption.
			throw new Refusal.Invalid("inspection.damaged");
		}
	}

	@Override
	public void close() {
		try {
			this.zip.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Counts what is inflated. */
	private final class Counted extends FilterInputStream {

		private final long packed;

		private long unpacked;

		private Counted(InputStream in, long packed) {
			super(in);
			this.packed = packed;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			try {
				int count = super.read(buffer, offset, length);
				count(Math.max(0, count));
				return count;
			}
			catch (ZipException | EOFException ex) {
				throw new Refusal.Invalid("inspection.damaged");
			}
		}

		private void count(int bytes) {
			this.unpacked += bytes;
			OfficePackage.this.read += bytes;
			boolean blown = this.unpacked > RATIO_MATTERS_FROM && this.unpacked / this.packed > HIGHEST_RATIO;
			if (blown || this.unpacked > MOST_BYTES_OF_ONE || OfficePackage.this.read > MOST_BYTES) {
				throw new Refusal.Invalid("inspection.bomb");
			}
		}

		@Override
		public long skip(long count) throws IOException {
			return read(new byte[(int) Math.min(count, 8192)]);
		}

		@Override
		public boolean markSupported() {
			return false;
		}

	}

}
