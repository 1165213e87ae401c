package cn.mentougou.education.office.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import cn.mentougou.education.shared.Refusal;

/**
 * Watches XML on its way to the parser and refuses what the parser would have to hold in
 * memory as one piece: an endless tag, comment, section or instruction. A declaration of
 * a document type, the root of entity attacks, is refused outright.
 */
final class MarkupGuard extends FilterInputStream {

	private static final int LONGEST = 256 * 1024;

	private static final int LONGEST_TEXT = 4 << 20;

	private final StringBuilder opening = new StringBuilder();

	private String end = "";

	private int matched;

	private int length;

	private char quote;

	MarkupGuard(InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		if (value > 0) {
			see((char) value);
		}
		return value;
	}

	@Override
	public int read(byte[] buffer, int offset, int count) throws IOException {
		int got = super.read(buffer, offset, count);
		for (int i = 0; i < got; i++) {
			// In UTF-16 each character of markup has a zero beside it.
			if (buffer[offset + i] != 0) {
				see((char) (buffer[offset + i] & 0xFF));
			}
		}
		return got;
	}

	private void see(char character) {
		if (++this.length > (this.end.isEmpty() ? LONGEST_TEXT : LONGEST)) {
			throw new Refusal.Invalid("inspection.bomb");
		}
		if (this.end.isEmpty()) {
			if (character == '<') {
				this.opening.setLength(0);
				this.quote = 0;
				expect(">");
			}
		}
		else if (this.opening.length() >= 8 || !opens(character)) {
			close(character);
		}
	}

	/**
	 * Whether these first characters say what is open, so that none of them closes it.
	 */
	private boolean opens(char character) {
		this.opening.append(character);
		String closing = this.end;
		recognise();
		return !closing.equals(this.end);
	}

	private void close(char character) {
		if (this.end.equals(">") && isQuoted(character)) {
			return;
		}
		if (character == this.end.charAt(this.matched)) {
			if (++this.matched == this.end.length()) {
				expect("");
			}
		}
		else if (this.matched < 2 || character != this.end.charAt(0)) {
			this.matched = (character == this.end.charAt(0)) ? 1 : 0;
		}
	}

	/** Inside the quotes of an attribute a tag does not end. */
	private boolean isQuoted(char character) {
		if (this.quote != 0) {
			this.quote = (character == this.quote) ? 0 : this.quote;
			return true;
		}
		this.quote = (character == '"' || character == '\'') ? character : 0;
		return this.quote != 0;
	}

	private void recognise() {
		String start = this.opening.toString();
		switch (start) {
			case "?" -> expect("?>");
			case "!--" -> expect("-->");
			case "![CDATA[" -> expect("]]>");
			default -> {
				if (start.equalsIgnoreCase("!DOCTYPE")) {
					throw new Refusal.Invalid("inspection.doctype");
				}
			}
		}
	}

	private void expect(String closing) {
		this.end = closing;
		this.matched = 0;
		this.length = 0;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

}
