package cn.mentougou.education.office.inspection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import cn.mentougou.education.shared.Refusal;

/** Plain text and comma-separated values in UTF-8 or GB 18030. */
public final class PlainText {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final int LONGEST_LINE = 1 << 20;

	private PlainText() {
	}

	/** Refuses what is no text. */
	static void check(Path file) throws IOException {
		charset(file);
	}

	/** The characters in which the whole file can be read. */
	private static Charset charset(Path file) throws IOException {
		for (Charset charset : new Charset[] { StandardCharsets.UTF_8, GB18030 }) {
			if (isText(file, charset)) {
				return charset;
			}
		}
		throw new Refusal.Invalid("inspection.unknown-kind");
	}

	private static boolean isText(Path file, Charset charset) throws IOException {
		CharsetDecoder decoder = charset.newDecoder();
		ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
		CharBuffer characters = CharBuffer.allocate(16 * 1024);
		try (InputStream stream = Files.newInputStream(file)) {
			boolean ended = false;
			while (!ended) {
				int count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
				ended = count < 0;
				bytes.position(bytes.position() + Math.max(0, count)).flip();
				CoderResult result = decoder.decode(bytes, characters, ended);
				bytes.compact();
				if (result.isError() || hasControls(characters.flip())) {
					return false;
				}
				characters.clear();
			}
		}
		return true;
	}

	private static boolean hasControls(CharBuffer characters) {
		return characters.chars()
			.anyMatch((character) -> character == 0x7F || character < ' ' && "\t\r\n\f\u001a".indexOf(character) < 0);
	}

	/** Looks for sensitive numbers and for what a spreadsheet would run, line by line. */
	public static void inspect(Path file, Findings findings) throws IOException {
		try (InputStream stream = Files.newInputStream(file);
				BufferedReader reader = new BufferedReader(new InputStreamReader(stream, charset(file)))) {
			int number = 1;
			for (Optional<String> line = line(reader); line.isPresent(); line = line(reader)) {
				String place = "第 " + number++ + " 行";
				findings.scan(line.get(), place);
				if (Stream.of(line.get().split("[,\t;]")).anyMatch(PlainText::isFormula)) {
					findings.add(FindingCode.FORMULA, place);
				}
			}
		}
	}

	/** A line, or the piece of one that is endless. */
	private static Optional<String> line(BufferedReader reader) throws IOException {
		StringBuilder line = new StringBuilder();
		int character = reader.read();
		if (character < 0) {
			return Optional.empty();
		}
		while (character >= 0 && character != '\n' && line.length() < LONGEST_LINE) {
			line.append((char) character);
			character = reader.read();
		}
		return Optional.of(line.toString());
	}

	private static boolean isFormula(String cell) {
		String value = cell.strip().replaceFirst("^\"", "");
		return value.matches("(?s)[=@].+") || value.matches("(?s)[+-][^\\d\\s.,+-].*");
	}

}
