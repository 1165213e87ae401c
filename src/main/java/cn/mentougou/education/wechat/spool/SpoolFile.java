package cn.mentougou.education.wechat.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One append-only file of records: length, CRC-32C, content. Opening it cuts off what
 * does not form a whole record at its end.
 */
final class SpoolFile implements AutoCloseable {

	private static final int HEAD = 8;

	private static final int LONGEST = 256 * 1024;

	private final FileChannel channel;

	private long size;

	private volatile long forced;

	SpoolFile(Path path) throws IOException {
		long whole = Files.exists(path) ? read(path, new ArrayList<>()) : 0;
		this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		this.channel.truncate(whole);
		this.channel.position(whole);
		this.size = whole;
		this.forced = whole;
	}

	/** How many bytes a record of this content takes. */
	static long lengthOf(byte[] content) {
		return HEAD + content.length;
	}

	/** The contents of all whole records. */
	static List<byte[]> read(Path path) throws IOException {
		List<byte[]> contents = new ArrayList<>();
		read(path, contents);
		return contents;
	}

	private static long read(Path path, List<byte[]> contents) throws IOException {
		ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path));
		int whole = 0;
		while (all.remaining() >= HEAD) {
			int length = all.getInt();
			int checksum = all.getInt();
			if (length < 0 || length > LONGEST || length > all.remaining()) {
				break;
			}
			byte[] content = new byte[length];
			all.get(content);
			if (checksum(content) != checksum) {
				break;
			}
			contents.add(content);
			whole = all.position();
		}
		return whole;
	}

	/**
	 * Appends a record and returns after it is on the disk. Records that are written
	 * while another is being forced share the next force.
	 */
	void append(byte[] content) throws IOException {
		ByteBuffer record = ByteBuffer.allocate(HEAD + content.length)
			.putInt(content.length)
			.putInt(checksum(content))
			.put(content)
			.flip();
		force(write(record));
	}

	private synchronized long write(ByteBuffer record) throws IOException {
		long before = this.size;
		try {
			while (record.hasRemaining()) {
				this.channel.write(record);
			}
		}
		catch (IOException ex) {
			// A full disk: half a record must not stand before the next one.
			this.channel.truncate(before);
			this.channel.position(before);
			throw ex;
		}
		this.size = before + record.limit();
		return this.size;
	}

	private void force(long upTo) throws IOException {
		if (this.forced >= upTo) {
			return;
		}
		synchronized (this.channel) {
			if (this.forced < upTo) {
				long written = size();
				this.channel.force(false);
				this.forced = written;
			}
		}
	}

	synchronized long size() {
		return this.size;
	}

	private static int checksum(byte[] content) {
		CRC32C crc = new CRC32C();
		crc.update(content);
		return (int) crc.getValue();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
