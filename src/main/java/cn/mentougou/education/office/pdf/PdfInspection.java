package cn.mentougou.education.office.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.inspection.Findings;
import cn.mentougou.education.shared.Refusal;

/** Looks through one PDF; only {@link PdfProgram} calls it, in a process of its own. */
final class PdfInspection {

	private static final int MOST_PAGES = 2000;

	private static final long MOST_BYTES_OF_PAGE = 64L << 20;

	private static final Set<String> PLAIN_ANNOTATIONS = Set.of("Link", "Popup");

	private final PDDocument document;

	private final Findings findings;

	private PdfInspection(PDDocument document, Findings findings) {
		this.document = document;
		this.findings = findings;
	}

	static void inspect(Path file, Findings findings) throws IOException {
		try (PDDocument document = Loader.loadPDF(file.toFile(), "", null, null,
				IOUtils.createMemoryOnlyStreamCache())) {
			new PdfInspection(document, findings).inspect();
		}
		catch (InvalidPasswordException ex) {
			throw new Refusal.Invalid("pdf.encrypted");
		}
	}

	private void inspect() throws IOException {
		if (this.document.getNumberOfPages() > MOST_PAGES) {
			throw new Refusal.Invalid("pdf.too-many-pages", MOST_PAGES);
		}
		if (this.document.getNumberOfPages() == 0) {
			throw new Refusal.Invalid("pdf.damaged");
		}
		properties();
		new ObjectInspection(this.document, this.findings).inspect();
		List<Integer> pictures = new ArrayList<>();
		int number = 1;
		for (PDPage page : this.document.getPages()) {
			String place = "第 " + number + " 页";
			measure(page);
			annotations(page, place);
			PageText text = new PageText(this.document, number);
			this.findings.scan(text.read(), place);
			text.tell(this.findings, place);
			if (text.isEmpty() && hasPictures(page)) {
				pictures.add(number);
			}
			number++;
		}
		if (!pictures.isEmpty()) {
			this.findings.add(FindingCode.UNREADABLE_PAGE, "第 " + listed(pictures) + " 页",
					"共 " + pictures.size() + " 页");
		}
	}

	/** What draws a page is a few hundred kilobytes; a map may have some megabytes. */
	private static void measure(PDPage page) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		long length = 0;
		try (InputStream stream = page.getContents()) {
			for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
				length += count;
				if (length > MOST_BYTES_OF_PAGE) {
					throw new Refusal.Invalid("pdf.too-complex");
				}
			}
		}
	}

	private static String listed(List<Integer> pages) {
		List<String> some = pages.stream().limit(10).map(String::valueOf).toList();
		return String.join("、", some) + ((pages.size() > some.size()) ? " 等" : "");
	}

	private static boolean hasPictures(PDPage page) {
		return page.getResources() != null && page.getResources().getXObjectNames().iterator().hasNext();
	}

	private void properties() throws IOException {
		PDDocumentInformation information = this.document.getDocumentInformation();
		property("作者", information.getAuthor());
		property("主题", information.getSubject());
		property("关键词", information.getKeywords());
		COSStream metadata = this.document.getDocumentCatalog().getCOSObject().getCOSStream(COSName.METADATA);
		if (metadata != null) {
			try (InputStream stream = metadata.createInputStream()) {
				String text = new String(stream.readNBytes(1 << 20), StandardCharsets.UTF_8);
				this.findings.scan(text.replaceAll("<[^>]*>", " "), "文件属性（XMP）");
				if (text.matches("(?s).*<dc:creator>.*<rdf:li>\\s*[^<\\s].*")) {
					this.findings.add(FindingCode.METADATA, "文件属性（XMP）“作者”");
				}
			}
		}
	}

	private void property(String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			this.findings.add(FindingCode.METADATA, "文件属性“" + name + "”",
					value.strip().substring(0, value.strip().offsetByCodePoints(0, 1)) + "***");
			this.findings.scan(value, "文件属性“" + name + "”");
		}
	}

	private void annotations(PDPage page, String place) throws IOException {
		int count = 0;
		for (PDAnnotation annotation : page.getAnnotations()) {
			String contents = annotation.getContents();
			if (contents != null) {
				this.findings.scan(contents, place + "的注释");
			}
			String value = annotation.getCOSObject().getString(COSName.V);
			if (value != null) {
				this.findings.scan(value, place + "的表单");
			}
			boolean empty = "Widget".equals(annotation.getSubtype()) && value == null;
			count += (PLAIN_ANNOTATIONS.contains(String.valueOf(annotation.getSubtype())) || empty) ? 0 : 1;
		}
		if (count > 0) {
			this.findings.add(FindingCode.ANNOTATION, place, count + " 处");
		}
	}

}
