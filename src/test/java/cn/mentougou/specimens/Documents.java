package cn.mentougou.specimens;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Harmless documents of the Office, which the specimens then spoil. */
final class Documents {

	/** An identity number with a right check digit that belongs to nobody. */
	static final String RESIDENT_ID = "110109201401010015";

	static final String PHONE = "13800138000";

	static final String CARD = "6222020200112233446";

	private Documents() {
	}

	static byte[] workbook(Change<XSSFWorkbook> change) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			XSSFSheet sheet = workbook.createSheet("招生计划");
			for (int i = 0; i < 4; i++) {
				XSSFRow row = sheet.createRow(i);
				row.createCell(0).setCellValue("第" + (i + 1) + "小学");
				row.createCell(1).setCellValue(120 + i);
			}
			change.on(workbook);
			return bytes(workbook);
		}
	}

	static byte[] document(Change<XWPFDocument> change) throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			document.createParagraph().createRun().setText("关于做好秋季开学工作的通知");
			document.createParagraph().createRun().setText("各中小学、幼儿园：请于九月一日前完成校园安全检查。");
			change.on(document);
			return bytes(document);
		}
	}

	static byte[] show(Change<XMLSlideShow> change) throws IOException {
		try (XMLSlideShow show = new XMLSlideShow()) {
			XSLFSlide slide = show.createSlide();
			XSLFTextBox box = slide.createTextBox();
			box.setText("家长会");
			box.setAnchor(new java.awt.Rectangle(50, 50, 300, 100));
			change.on(show);
			return bytes(show);
		}
	}

	private static byte[] bytes(POIXMLDocument document) throws IOException {
		document.getProperties().getCoreProperties().getUnderlyingProperties().setCreatorProperty(Optional.empty());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		document.write(bytes);
		return bytes.toByteArray();
	}

	/** Spoils a document. */
	interface Change<T> {

		void on(T document) throws IOException;

	}

}
