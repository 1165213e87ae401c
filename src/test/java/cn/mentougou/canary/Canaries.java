package cn.mentougou.canary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that are entered as personal data during a run and must not be found afterwards,
 * in whatever writing a database, a log or a file would keep them: UTF-8, UTF-16, GBK,
 * hexadecimal, Base64, percent signs, JSON escapes. A word needs at least six bytes, or
 * chance would find it.
 */
public final class Canaries {

	private static final int SHORTEST = 6;

	private static final Charset GBK = Charset.forName("GBK");

	/** By the first two bytes. */
	private final Map<Integer, List<Pattern>> patterns = new HashMap<>();

	/** These words. */
	public Canaries(List<String> words) {
		words.forEach((word) -> writings(word).forEach((writing, bytes) -> add(new Pattern(word, writing, bytes))));
	}

	private void add(Pattern pattern) {
		if (pattern.bytes().length < SHORTEST) {
			throw new IllegalArgumentException(pattern.word() + " is too short for a canary");
		}
		this.patterns.computeIfAbsent(head(pattern.bytes(), 0), (head) -> new ArrayList<>()).add(pattern);
	}

	/** Every way in which a word may stand somewhere. */
	static Map<String, byte[]> writings(String word) {
		byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
		Map<String, byte[]> writings = new LinkedHashMap<>();
		writings.put("UTF-8", utf8);
		writings.put("UTF-16LE", word.getBytes(StandardCharsets.UTF_16LE));
		writings.put("UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE));
		if (!Arrays.equals(utf8, word.getBytes(GBK))) {
			writings.put("GBK", word.getBytes(GBK));
		}
		writings.put("hex", ascii(HexFormat.of().formatHex(utf8)));
		writings.put("HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
		writings.put("percent", ascii(HexFormat.ofDelimiter("%").withPrefix("").withUpperCase().formatHex(utf8)));
		writings.put("escaped", ascii(escaped(word)));
		for (int shift = 0; shift < 3; shift++) {
			writings.put("Base64+" + shift, base64(utf8, shift));
		}
		return writings;
	}

	/** The characters of Base64 that depend on the word alone, wherever it begins. */
	private static byte[] base64(byte[] word, int shift) {
		byte[] shifted = new byte[shift + word.length];
		System.arraycopy(word, 0, shifted, shift, word.length);
		byte[] encoded = Base64.getEncoder().withoutPadding().encode(shifted);
		int from = (shift == 0) ? 0 : shift + 1;
		int to = encoded.length - ((shifted.length % 3 == 0) ? 0 : 1);
		return Arrays.copyOfRange(encoded, from, to);
	}

	private static String escaped(String word) {
		StringBuilder escaped = new StringBuilder();
		word.chars().forEach((unit) -> escaped.append(String.format(Locale.ROOT, "\\u%04x", unit)));
		return escaped.toString();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Looks at every byte of every file under these folders. */
	public Findings in(Path... folders) {
		List<Finding> findings = new ArrayList<>();
		long[] seen = new long[2];
		for (Path folder : folders) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					byte[] bytes = read(file);
					seen[0]++;
					seen[1] += bytes.length;
					findings.addAll(in(file, bytes));
				}
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		}
		return new Findings(seen[0], seen[1], findings);
	}

	List<Finding> in(Path file, byte[] bytes) {
		List<Finding> findings = new ArrayList<>();
		boolean[] heads = new boolean[1 << Short.SIZE];
		this.patterns.keySet().forEach((head) -> heads[head] = true);
		for (int at = 0; at < bytes.length - SHORTEST + 1; at++) {
			int head = head(bytes, at);
			if (heads[head]) {
				for (Pattern pattern : this.patterns.get(head)) {
					int end = at + pattern.bytes().length;
					if (end <= bytes.length
							&& Arrays.equals(bytes, at, end, pattern.bytes(), 0, pattern.bytes().length)) {
						findings.add(new Finding(file, at, pattern.word(), pattern.writing()));
					}
				}
			}
		}
		return findings;
	}

	private static byte[] read(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
			while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
				continue;
			}
			return bytes.array();
		}
	}

	private static int head(byte[] bytes, int at) {
		return (bytes[at] & 0xFF) << Byte.SIZE | bytes[at + 1] & 0xFF;
	}

	private record Pattern(String word, String writing, byte[] bytes) {
	}

	/**
	 * What was found.
	 *
	 * @param files how many files were looked at
	 * @param bytes how many bytes
	 * @param hits where a word stands
	 */
	public record Findings(long files, long bytes, List<Finding> hits) {
	}

	/** A word that stands somewhere in clear. */
	public record Finding(Path file, long at, String word, String writing) {
	}

}
