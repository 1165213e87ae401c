package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import cn.mentougou.education.shared.Refusal;

/** The kinds of files that are taken. Everything else is refused. */
public enum FileKind {

	/** A photo. */
	JPEG("JPG 图片", "image/jpeg", "jpg", "jpeg"),

	/** A picture. */
	PNG("PNG 图片", "image/png", "png"),

	/** A picture of which the first frame is kept, as PNG. */
	GIF("GIF 图片", "image/gif", "gif"),

	/** A document for printing. */
	PDF("PDF 文档", "application/pdf", "pdf"),

	/** A text document. */
	DOCX("Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),

	/** A workbook. */
	XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),

	/** A slide show. */
	PPTX("演示文稿", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),

	/** Plain text or comma-separated values, which no browser may take for a page. */
	TEXT("文本", "application/octet-stream", "txt", "csv");

	private static final int HEAD = 4096;

	private static final Set<FileKind> PICTURES = Set.of(JPEG, PNG, GIF);

	private static final Set<FileKind> OFFICE = Set.of(DOCX, XLSX, PPTX);

	private final String title;

	private final String mediaType;

	private final String extension;

	private final Set<String> extensions;

	FileKind(String title, String mediaType, String extension, String... others) {
		this.title = title;
		this.mediaType = mediaType;
		this.extension = extension;
		this.extensions = (others.length == 0) ? Set.of(extension) : Set.of(extension, others[0]);
	}

	/**
	 * What a file is, by its bytes.
	 * @throws Refusal.Invalid if it is nothing that is taken; the code says what to do
	 */
	public static FileKind of(Path file) throws IOException {
		byte[] head;
		try (InputStream stream = Files.newInputStream(file)) {
			head = stream.readNBytes(HEAD);
		}
		if (head.length == 0) {
			throw new Refusal.Invalid("inspection.empty");
		}
		if (Signatures.isJpeg(head)) {
			return JPEG;
		}
		if (Signatures.isPng(head)) {
			return PNG;
		}
		if (Signatures.isGif(head)) {
			return GIF;
		}
		if (Signatures.isPdf(head)) {
			Signatures.checkEndOfPdf(file);
			return PDF;
		}
		return Signatures.isZip(head) ? OfficeInspection.kindOf(file) : textOf(file, head);
	}

	private static FileKind textOf(Path file, byte[] head) throws IOException {
		if (Signatures.isUnusualPicture(head)) {
			throw new Refusal.Invalid("inspection.unusual-picture");
		}
		if (Signatures.isOldOffice(head)) {
			throw new Refusal.Invalid(
					Signatures.isEncryptedOffice(file) ? "inspection.encrypted" : "inspection.old-office");
		}
		if (Signatures.isArchive(head)) {
			throw new Refusal.Invalid("inspection.archive");
		}
		if (Signatures.isProgram(head)) {
			throw new Refusal.Invalid("inspection.unknown-kind");
		}
		if (Signatures.isMarkup(head)) {
			throw new Refusal.Invalid("inspection.markup");
		}
		PlainText.check(file);
		return TEXT;
	}

	/** What people call it, in Chinese. */
	public String title() {
		return this.title;
	}

	/** The media type under which it is served. */
	public String mediaType() {
		return this.mediaType;
	}

	/** The usual end of its name. */
	public String extension() {
		return this.extension;
	}

	/** Whether a name may end like this, in lower case. */
	public boolean hasExtension(String end) {
		return this.extensions.contains(end);
	}

	/** Whether it is a picture, which is drawn anew before it is kept. */
	public boolean isPicture() {
		return PICTURES.contains(this);
	}

	/** Whether it is a package of the Office (OOXML, GB/T 36094). */
	public boolean isOffice() {
		return OFFICE.contains(this);
	}

}
