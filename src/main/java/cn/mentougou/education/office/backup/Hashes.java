package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 as people and {@code sha256sum} write it. */
final class Hashes {

	private Hashes() {
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String text(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The hash of a file. */
	static String of(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return copy(in, OutputStream.nullOutputStream());
		}
	}

	/** Copies and returns the hash of what was copied. */
	static String copy(InputStream from, OutputStream to) throws IOException {
		MessageDigest digest = sha256();
		new DigestInputStream(from, digest).transferTo(to);
		return text(digest);
	}

}
