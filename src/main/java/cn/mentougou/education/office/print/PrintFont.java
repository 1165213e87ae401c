package cn.mentougou.education.office.print;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The Chinese font of this application. Its letters are drawn as shapes, so no font of
 * the machine is needed.
 */
public final class PrintFont implements AutoCloseable {

	/** What style sheets call it. */
	public static final String FAMILY = "Noto Sans SC";

	private static final String FILE = "/vendor/noto-sans-sc-2.004/NotoSansSC-Medium.ttf";

	private static volatile @Nullable BitSet known;

	private final TrueTypeFont font;

	private final CmapLookup letters;

	private PrintFont(TrueTypeFont font) throws IOException {
		this.font = font;
		this.letters = font.getUnicodeCmapLookup();
	}

	/** Opens it for drawing; it takes ten megabytes until it is closed. */
	public static PrintFont open() {
		try {
			return new PrintFont(new TTFParser(true).parse(new RandomAccessReadBuffer(bytes())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file. */
	static InputStream bytes() {
		InputStream bytes = PrintFont.class.getResourceAsStream(FILE);
		if (bytes == null) {
			throw new IllegalStateException(FILE + " is not there");
		}
		return bytes;
	}

	/** The characters of a text that the font lacks, each once; empty if it has all. */
	public static String missing(String text) {
		BitSet known = known();
		StringBuilder missing = new StringBuilder();
		text.codePoints()
			.filter((point) -> !known.get(point) && !Character.isWhitespace(point))
			.distinct()
			.forEach(missing::appendCodePoint);
		return missing.toString();
	}

	private static BitSet known() {
		BitSet known = PrintFont.known;
		if (known == null) {
			known = new BitSet();
			try (PrintFont font = open()) {
				for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
					if (font.letters.getGlyphId(point) > 0) {
						known.set(point);
					}
				}
			}
			PrintFont.known = known;
		}
		return known;
	}

	/** How wide a line is at this size. */
	public double width(String line, double size) {
		return line.codePoints().mapToDouble((point) -> advance(point) * size).sum();
	}

	/** Draws a line; the point is the left end of its base line. */
	public void draw(Graphics2D graphics, String line, double size, double x, double y) {
		double at = x;
		try {
			double scale = size / this.font.getUnitsPerEm();
			for (int point : line.codePoints().toArray()) {
				GlyphData glyph = this.font.getGlyph().getGlyph(this.letters.getGlyphId(point));
				if (glyph != null) {
					AffineTransform place = AffineTransform.getTranslateInstance(at, y);
					place.scale(scale, -scale);
					graphics.fill(place.createTransformedShape(glyph.getPath()));
				}
				at += advance(point) * size;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private double advance(int point) {
		try {
			return (double) this.font.getAdvanceWidth(this.letters.getGlyphId(point)) / this.font.getUnitsPerEm();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.font.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
