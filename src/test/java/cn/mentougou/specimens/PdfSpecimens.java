package cn.mentougou.specimens;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** PDF files with something in them that does not meet the eye. */
final class PdfSpecimens {

	private PdfSpecimens() {
	}

	static List<Specimen> all() {
		return List.of(pdf("plain PDF", (document, page) -> {
		}), pdf("script",
				(document, page) -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")),
				"SCRIPT", "AUTOMATIC_ACTION"),
				pdf("program that starts",
						(document, page) -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()),
						"AUTOMATIC_ACTION"),
				pdf("embedded file", PdfSpecimens::embed, "EMBEDDED_FILE"),
				pdf("note of a reader", (document, page) -> {
					PDAnnotationText note = new PDAnnotationText();
					note.setContents("call " + Documents.PHONE);
					note.setRectangle(new PDRectangle(10, 10, 20, 20));
					page.getAnnotations().add(note);
				}, "ANNOTATION", "MOBILE_PHONE"),
				pdf("author of a PDF", (document, page) -> document.getDocumentInformation().setAuthor("张三"),
						"METADATA"),
				pdf("identity number",
						(document, page) -> write(document, page, 100, RenderingMode.FILL,
								"ID " + Documents.RESIDENT_ID),
						"RESIDENT_ID"),
				pdf("invisible card number",
						(document, page) -> write(document, page, 100, RenderingMode.NEITHER, Documents.CARD),
						"BANK_CARD", "HIDDEN_TEXT"),
				pdf("text beside the page",
						(document, page) -> write(document, page, 3000, RenderingMode.FILL, "secret"), "OFF_PAGE"),
				Specimen.taken("scanned page", "a.pdf", PdfSpecimens::scan, "UNREADABLE_PAGE", "PICTURE_DETAILS"),
				refused("PDF with a password", "pdf.encrypted", () -> protectedBy("reader")),
				Specimen.taken("PDF that anybody can open and nobody can change", "a.pdf", () -> protectedBy("")),
				refused("PDF cut in the middle", "inspection.damaged", () -> half(plain())),
				refused("archive behind a PDF", "inspection.tail",
						() -> Zips.joined(plain(), Zips.zip(Map.of("a.txt", new byte[100])))),
				refused("PDF without pages", "pdf.damaged",
						() -> ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
								+ "2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
							.getBytes(StandardCharsets.ISO_8859_1)),
				refused("page that inflates to 600 MB", "pdf.too-complex", PdfSpecimens::bomb),
				refused("endless array", "pdf.too-complex", PdfSpecimens::endlessArray),
				refused("page tree that bites its tail", "pdf.damaged", PdfSpecimens::circle),
				Specimen.taken("PDF called docx", "a.docx", PdfSpecimens::plain));
	}

	private static Specimen pdf(String title, Change change, String... findings) {
		return Specimen.taken(title, "a.pdf", () -> document(change), findings);
	}

	private static Specimen refused(String title, String code, Specimen.Maker maker) {
		return Specimen.refused(title, "a.pdf", code, maker);
	}

	static byte[] plain() throws IOException {
		return document((document, page) -> {
		});
	}

	private static byte[] document(Change change) throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			write(document, page, 50, RenderingMode.FILL, "Notice of the education commission");
			change.on(document, page);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static void write(PDDocument document, PDPage page, float left, RenderingMode mode, String text)
			throws IOException {
		try (PDPageContentStream content = new PDPageContentStream(document, page,
				PDPageContentStream.AppendMode.APPEND, true)) {
			content.beginText();
			content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
			content.setRenderingMode(mode);
			content.newLineAtOffset(left, 700 - left / 10);
			content.showText(text);
			content.endText();
		}
	}

	private static void embed(PDDocument document, PDPage page) throws IOException {
		PDComplexFileSpecification file = new PDComplexFileSpecification();
		file.setFile("list.xlsx");
		file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[100])));
		PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
		tree.setNames(Map.of("list", file));
		PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
		names.setEmbeddedFiles(tree);
		document.getDocumentCatalog().setNames(names);
	}

	private static byte[] scan() throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			PDImageXObject image = PDImageXObject.createFromByteArray(document, PictureSpecimens.photoWithPlace(),
					"a.jpg");
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.drawImage(image, 0, 0, 500, 500);
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] protectedBy(String password) throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			write(document, page, 50, RenderingMode.FILL, "Notice");
			document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] bomb() throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			COSStream stream = document.getDocument().createCOSStream();
			try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
				byte[] spaces = new byte[1 << 20];
				Arrays.fill(spaces, (byte) ' ');
				for (int i = 0; i < 600; i++) {
					out.write(spaces);
				}
			}
			page.getCOSObject().setItem(COSName.CONTENTS, stream);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] endlessArray() {
		StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/X[");
		for (int i = 0; i < 2_000_000; i++) {
			pdf.append(i).append(".5 ");
		}
		pdf.append("]>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page>>endobj\n")
			.append("trailer<</Root 1 0 R>>\n%%EOF");
		return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] circle() {
		return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n"
				+ "trailer<</Root 1 0 R>>\n%%EOF")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] half(byte[] bytes) {
		return Arrays.copyOf(bytes, bytes.length / 2);
	}

	/** Puts something into a document of one page. */
	interface Change {

		void on(PDDocument document, PDPage page) throws IOException;

	}

}
