package cn.mentougou.education.office.personnel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import cn.mentougou.education.shared.Refusal;

/** Reads the lines of a spreadsheet's CSV (RFC 4180), in UTF-8 or in the older GBK. */
final class RollFile {

	/** More people than any school has; more would be a mistake. */
	static final int MOST_LINES = 1000;

	private static final Charset GBK = Charset.forName("GBK");

	private final List<List<String>> lines = new ArrayList<>();

	private List<String> cells = new ArrayList<>();

	private final StringBuilder cell = new StringBuilder();

	private RollFile() {
	}

	/** What the bytes of a file say. */
	static String text(byte[] bytes) {
		for (Charset charset : List.of(StandardCharsets.UTF_8, GBK)) {
			try {
				return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			}
			catch (CharacterCodingException ex) {
				// The next one may fit.
			}
		}
		throw new Refusal.Invalid("personnel.file-unreadable");
	}

	/** The lines without empty ones, each with its cells. */
	static List<List<String>> lines(String text) {
		RollFile file = new RollFile();
		file.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
		return file.lines;
	}

	private void read(String text) {
		boolean quoted = false;
		for (int at = 0; at < text.length(); at++) {
			char next = text.charAt(at);
			boolean doubled = quoted && next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
			if (doubled) {
				this.cell.append('"');
				at++;
			}
			else if (next == '"') {
				quoted = !quoted;
			}
			else if (quoted || next != ',' && next != '\n' && next != '\t') {
				this.cell.append(next);
			}
			else {
				endCell();
				if (next == '\n') {
					endLine();
				}
			}
		}
		endCell();
		endLine();
	}

	private void endCell() {
		this.cells.add(this.cell.toString().strip());
		this.cell.setLength(0);
	}

	private void endLine() {
		if (this.cells.stream().anyMatch((text) -> !text.isEmpty())) {
			this.lines.add(this.cells);
		}
		this.cells = new ArrayList<>();
		if (this.lines.size() > MOST_LINES + 1) {
			throw new Refusal.Invalid("personnel.too-many-lines", MOST_LINES);
		}
	}

}
