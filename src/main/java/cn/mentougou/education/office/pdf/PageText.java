package cn.mentougou.education.office.pdf;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.inspection.Findings;

/** The text of one page, with what of it nobody sees. */
final class PageText extends PDFTextStripper {

	private static final int LONGEST = 500_000;

	private final PDDocument document;

	private int characters;

	private int invisible;

	private int outside;

	PageText(PDDocument document, int page) {
		this.document = document;
		setStartPage(page);
		setEndPage(page);
		setSortByPosition(false);
		setSuppressDuplicateOverlappingText(false);
	}

	String read() throws IOException {
		return getText(this.document);
	}

	boolean isEmpty() {
		return this.characters == 0;
	}

	void tell(Findings findings, String place) {
		if (this.invisible > 0) {
			findings.add(FindingCode.HIDDEN_TEXT, place, "看不见的文字约 " + this.invisible + " 个（扫描件的识别文字也算）");
		}
		if (this.outside > 0) {
			findings.add(FindingCode.OFF_PAGE, place, "约 " + this.outside + " 个字");
		}
	}

	@Override
	protected void processTextPosition(TextPosition text) {
		String characters = text.getUnicode();
		if (characters != null && !characters.isBlank()) {
			this.characters += characters.length();
			if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER
					|| text.getFontSizeInPt() < 1) {
				this.invisible += characters.length();
			}
			// Coordinates are those of the crop box, from its upper left corner.
			if (text.getX() + text.getWidth() < 0 || text.getX() > text.getPageWidth() || text.getY() < 0
					|| text.getY() - text.getHeight() > text.getPageHeight()) {
				this.outside += characters.length();
			}
		}
		if (this.characters < LONGEST) {
			super.processTextPosition(text);
		}
	}

}
