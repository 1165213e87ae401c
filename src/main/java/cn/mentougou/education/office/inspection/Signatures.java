package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import cn.mentougou.education.shared.Refusal;

/** The first bytes by which files are known. */
final class Signatures {

	/** More than this after the mark is not searched; the mark is then missing. */
	private static final int END = 64 * 1024;

	private static final int ZIP_END = 22;

	private Signatures() {
	}

	static boolean isZip(byte[] head) {
		return starts(head, 'P', 'K', 3, 4);
	}

	static boolean isArchive(byte[] head) {
		return isZip(head) || starts(head, 'R', 'a', 'r', '!') || starts(head, '7', 'z', 0xBC, 0xAF)
				|| starts(head, 0x1F, 0x8B) || starts(head, 'B', 'Z', 'h') || starts(head, 0xFD, '7', 'z', 'X')
				|| starts(head, 'M', 'S', 'C', 'F') || at(head, 257, 'u', 's', 't', 'a', 'r');
	}

	/** The compound file of Office 97–2003, which also wraps encrypted new files. */
	static boolean isOldOffice(byte[] head) {
		return starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
	}

	static boolean isProgram(byte[] head) {
		return starts(head, 'M', 'Z') || starts(head, 0x7F, 'E', 'L', 'F') || starts(head, 0xCA, 0xFE, 0xBA, 0xBE)
				|| starts(head, '#', '!');
	}

	static boolean isPdf(byte[] head) {
		return starts(head, '%', 'P', 'D', 'F', '-');
	}

	static boolean isJpeg(byte[] head) {
		return starts(head, 0xFF, 0xD8, 0xFF);
	}

	static boolean isPng(byte[] head) {
		return starts(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
	}

	static boolean isGif(byte[] head) {
		return starts(head, 'G', 'I', 'F', '8', '7', 'a') || starts(head, 'G', 'I', 'F', '8', '9', 'a');
	}

	/** Pictures that few programs of the public can show. */
	static boolean isUnusualPicture(byte[] head) {
		return (starts(head, 'R', 'I', 'F', 'F') && at(head, 8, 'W', 'E', 'B', 'P'))
				|| at(head, 4, 'f', 't', 'y', 'p', 'h', 'e') || at(head, 4, 'f', 't', 'y', 'p', 'm', 'i', 'f')
				|| at(head, 4, 'f', 't', 'y', 'p', 'a', 'v', 'i') || starts(head, 'I', 'I', 0x2A, 0)
				|| starts(head, 'M', 'M', 0, 0x2A) || starts(head, 'B', 'M');
	}

	/** Text that a browser would run as a page, whatever it is called. */
	static boolean isMarkup(byte[] head) {
		String start = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1)
			.replaceAll("\\s+", "")
			.toLowerCase(Locale.ROOT);
		return start.matches("(ï»¿)?<(!doctype|!--|html|head|body|svg|\\?xml|\\?php|script|iframe|%).*")
				|| start.contains("<script") || start.contains("<svg") || start.contains("<iframe")
				|| start.startsWith("{\\rtf");
	}

	/** A JPEG with an EXIF segment, or a PNG with an eXIf chunk. */
	static boolean hasCameraDetails(byte[] head) {
		boolean picture = isJpeg(head) || isPng(head);
		return picture && (contains(head, "Exif\0\0") || contains(head, "eXIf"));
	}

	/**
	 * A PDF ends with its mark; what follows may be another file under the same name.
	 */
	static void checkEndOfPdf(Path file) throws IOException {
		String end = end(file);
		int mark = end.lastIndexOf("%%EOF");
		if (mark < 0) {
			throw new Refusal.Invalid("inspection.damaged");
		}
		String tail = end.substring(mark + "%%EOF".length());
		if (tail.replaceAll("[\\s\\x00]", "").length() > 8) {
			throw new Refusal.Invalid("inspection.tail");
		}
	}

	/** A zip file ends with its directory, without a comment of any length. */
	static void checkEndOfZip(Path file) throws IOException {
		String end = end(file);
		int mark = end.lastIndexOf("PK\5\6");
		if (mark < 0) {
			throw new Refusal.Invalid("inspection.damaged");
		}
		if (end.length() - mark > ZIP_END + 64) {
			throw new Refusal.Invalid("inspection.tail");
		}
	}

	/** The last bytes, one character each. */
	private static String end(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(END, channel.size()));
			channel.position(channel.size() - buffer.capacity());
			while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
				continue;
			}
			return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
		}
	}

	/** Encrypted new files lie in an old compound file under this name. */
	static boolean isEncryptedOffice(Path file) throws IOException {
		String name = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
		byte[] buffer = new byte[64 * 1024];
		String carried = "";
		try (InputStream stream = Files.newInputStream(file)) {
			for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
				String piece = carried + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
				if (piece.contains(name)) {
					return true;
				}
				carried = piece.substring(Math.max(0, piece.length() - name.length()));
			}
		}
		return false;
	}

	static boolean contains(byte[] bytes, String ascii) {
		return new String(bytes, StandardCharsets.ISO_8859_1).contains(ascii);
	}

	private static boolean starts(byte[] bytes, int... signature) {
		return at(bytes, 0, signature);
	}

	private static boolean at(byte[] bytes, int offset, int... signature) {
		if (bytes.length < offset + signature.length) {
			return false;
		}
		byte[] there = Arrays.copyOfRange(bytes, offset, offset + signature.length);
		for (int i = 0; i < signature.length; i++) {
			if ((there[i] & 0xFF) != signature[i]) {
				return false;
			}
		}
		return true;
	}

}
