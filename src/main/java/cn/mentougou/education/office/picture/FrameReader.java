package cn.mentougou.education.office.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import cn.mentougou.education.office.inspection.FileKind;

/** Walks over the segments of a picture without decoding it. */
final class FrameReader {

	private static final Set<String> PNG_DETAILS = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

	private static final int START_OF_SCAN = 0xDA;

	private static final int END_OF_IMAGE = 0xD9;

	private static final int ORIENTATION = 0x0112;

	private int orientation = 1;

	private boolean hasDetails;

	private int scans;

	private FrameReader() {
	}

	/** Reads what stands around the pixels. */
	static PictureFrame read(Path file, FileKind kind) throws IOException {
		FrameReader reader = new FrameReader();
		boolean complete = false;
		boolean tail = false;
		try (InputStream stream = Files.newInputStream(file);
				DataInputStream data = new DataInputStream(new BufferedInputStream(stream, 64 * 1024))) {
			try {
				switch (kind) {
					case JPEG -> reader.jpeg(data);
					case PNG -> reader.png(data);
					default -> reader.gif(data);
				}
				complete = true;
				tail = data.read() >= 0;
			}
			catch (EOFException ex) {
				// It ends in the middle.
			}
		}
		return new PictureFrame(reader.orientation, reader.hasDetails, complete, tail, reader.scans);
	}

	private void jpeg(DataInputStream data) throws IOException {
		data.readUnsignedShort();
		int marker = marker(data);
		while (marker != END_OF_IMAGE) {
			if (marker >= 0xD0 && marker <= 0xD7 || marker == 1) {
				marker = marker(data);
				continue;
			}
			byte[] segment = new byte[Math.max(0, data.readUnsignedShort() - 2)];
			data.readFully(segment);
			describe(marker, segment);
			if (marker == START_OF_SCAN) {
				this.scans++;
			}
			marker = marker(data);
		}
	}

	/** The next marker; the coded pixels before it are passed over. */
	private static int marker(DataInputStream data) throws IOException {
		while (true) {
			while (data.readUnsignedByte() != 0xFF) {
				continue;
			}
			int value = data.readUnsignedByte();
			while (value == 0xFF) {
				value = data.readUnsignedByte();
			}
			if (value != 0 && (value < 0xD0 || value > 0xD7)) {
				return value;
			}
		}
	}

	private void describe(int marker, byte[] segment) {
		boolean application = marker >= 0xE1 && marker <= 0xEF && marker != 0xEE && marker != 0xE2;
		if (application || marker == 0xFE) {
			this.hasDetails = true;
		}
		if (marker == 0xE1 && segment.length > 14
				&& new String(segment, 0, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0")) {
			this.orientation = orientation(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
		}
	}

	/**
	 * The entry of the first directory of a TIFF structure that tells the orientation.
	 */
	private static int orientation(ByteBuffer tiff) {
		tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		if (directory < 8 || directory > tiff.limit() - 2) {
			return 1;
		}
		int entries = tiff.getShort(directory) & 0xFFFF;
		for (int i = 0; i < entries && directory + 14 + i * 12 <= tiff.limit(); i++) {
			int entry = directory + 2 + i * 12;
			if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
				int value = tiff.getShort(entry + 8) & 0xFFFF;
				return (value >= 1 && value <= 8) ? value : 1;
			}
		}
		return 1;
	}

	private void png(DataInputStream data) throws IOException {
		data.readLong();
		String type = "";
		while (!type.equals("IEND")) {
			long length = data.readInt() & 0xFFFFFFFFL;
			byte[] name = new byte[4];
			data.readFully(name);
			type = new String(name, StandardCharsets.ISO_8859_1);
			this.hasDetails |= PNG_DETAILS.contains(type);
			data.skipNBytes(length + 4);
		}
	}

	private void gif(DataInputStream data) throws IOException {
		data.skipNBytes(10);
		skipColours(data, data.readUnsignedByte(), 2);
		for (int block = data.readUnsignedByte(); block != 0x3B; block = data.readUnsignedByte()) {
			if (block == 0x2C) {
				data.skipNBytes(8);
				skipColours(data, data.readUnsignedByte(), 0);
				data.readUnsignedByte();
			}
			else if (block == 0x21) {
				this.hasDetails |= data.readUnsignedByte() == 0xFE;
			}
			else {
				throw new EOFException();
			}
			for (int length = data.readUnsignedByte(); length > 0; length = data.readUnsignedByte()) {
				data.skipNBytes(length);
			}
		}
	}

	private static void skipColours(DataInputStream data, int flags, int more) throws IOException {
		data.skipNBytes(more + (((flags & 0x80) != 0) ? 3L << ((flags & 7) + 1) : 0));
	}

}
