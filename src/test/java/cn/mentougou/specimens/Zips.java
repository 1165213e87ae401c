package cn.mentougou.specimens;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes zip files apart and puts them together. */
final class Zips {

	private Zips() {
	}

	static Map<String, byte[]> entries(byte[] zip) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				entries.put(entry.getName(), in.readAllBytes());
			}
		}
		return entries;
	}

	static byte[] zip(Map<String, byte[]> entries) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				out.putNextEntry(new ZipEntry(entry.getKey()));
				out.write(entry.getValue());
			}
		}
		return bytes.toByteArray();
	}

	/** The same package with one more entry, or another content of one. */
	static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
		Map<String, byte[]> entries = entries(zip);
		entries.put(name, content);
		return zip(entries);
	}

	static byte[] with(byte[] zip, String name, String content) throws IOException {
		return with(zip, name, content.getBytes(StandardCharsets.UTF_8));
	}

	/** The same package with something replaced in one entry. */
	static byte[] replaced(byte[] zip, String name, String what, String by) throws IOException {
		String text = new String(entries(zip).get(name), StandardCharsets.UTF_8);
		if (!text.contains(what)) {
			throw new IllegalStateException(name + " does not contain " + what + ": " + text);
		}
		return with(zip, name, text.replace(what, by));
	}

	/** An entry of zeros, written without ever holding them. */
	static byte[] withZeros(byte[] zip, String name, int megabytes) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries(zip).entrySet()) {
				if (!entry.getKey().equals(name)) {
					out.putNextEntry(new ZipEntry(entry.getKey()));
					out.write(entry.getValue());
				}
			}
			out.putNextEntry(new ZipEntry(name));
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < megabytes; i++) {
				out.write(zeros);
			}
		}
		return bytes.toByteArray();
	}

	static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}

}
