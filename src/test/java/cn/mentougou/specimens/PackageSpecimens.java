package cn.mentougou.specimens;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Zip packages that are built to do harm. */
final class PackageSpecimens {

	private static final String BODY = "word/document.xml";

	private static final String TYPES = "[Content_Types].xml";

	private PackageSpecimens() {
	}

	static List<Specimen> all() {
		return List.of(
				refused("zip archive", "资料.zip", "archive",
						() -> Zips.zip(Map.of("a.txt", "a".getBytes(StandardCharsets.UTF_8)))),
				refused("archive called docx", "a.docx", "archive",
						() -> Zips.zip(Map.of("a.txt", "a".getBytes(StandardCharsets.UTF_8)))),
				refused("rar archive", "a.rar", "archive",
						() -> "Rar!\u001a\u0007\u0000 xxxxxxxx".getBytes("ISO-8859-1")),
				refused("7z archive", "a.7z", "archive",
						() -> Zips.joined(new byte[] { '7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C }, new byte[64])),
				refused("gzip archive", "a.gz", "archive", () -> new byte[] { 0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0 }),
				refused("macro in a document", "a.docx", "macros",
						() -> Zips.with(document(), "word/vbaProject.bin", "vba")),
				refused("macro document", "a.docm", "macros",
						() -> Zips.replaced(document(), TYPES,
								"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
								"application/vnd.ms-word.document.macroEnabled.main+xml")),
				refused("macro sheet of Excel 4", "a.xlsx", "macros",
						() -> Zips.with(workbook(), "xl/macrosheets/sheet1.xml", "<x/>")),
				refused("control that runs", "a.docx", "macros",
						() -> Zips.with(document(), "word/activeX/activeX1.xml", "<x/>")),
				refused("one entry of 200 MB", "a.docx", "bomb",
						() -> Zips.withZeros(document(), "word/media/a.bin", 200)),
				refused("body of 100 MB of spaces", "a.docx", "bomb", () -> spaces(document(), BODY, 100)),
				refused("zeros for the list of parts", "a.docx", "damaged",
						() -> Zips.withZeros(document(), TYPES, 100)),
				refused("ten thousand entries", "a.docx", "bomb", PackageSpecimens::manyEntries),
				refused("elements nested without end", "a.docx", "bomb",
						() -> Zips.with(document(), BODY, "<a>".repeat(100_000))),
				refused("attribute without end", "a.docx", "bomb",
						() -> Zips.with(document(), BODY, "<a b='" + noise(3) + "'/>")),
				refused("attribute with a bracket and without end", "a.docx", "bomb",
						() -> Zips.with(document(), BODY, "<a b='>" + noise(3) + "'/>")),
				refused("comment without end", "a.docx", "bomb",
						() -> Zips.with(document(), BODY, "<a><!--> > " + noise(3) + "--></a>")),
				refused("text without end", "a.docx", "bomb",
						() -> Zips.with(document(), BODY, "<a>" + noise(9) + "</a>")),
				refused("nested quotes of entities (billion laughs)", "a.docx", "doctype",
						() -> Zips.with(document(), BODY, laughs())),
				refused("entity that reads a file (XXE)", "a.docx", "doctype",
						() -> Zips.with(document(), BODY,
								"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")),
				refused("outside document type", "a.xlsx", "doctype",
						() -> Zips.with(workbook(), "xl/sharedStrings.xml",
								"<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>")),
				refused("document type in UTF-16", "a.docx", "doctype",
						() -> Zips.with(document(), BODY,
								"<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"
									.getBytes(StandardCharsets.UTF_16))),
				refused("entry that climbs out of its folder", "a.docx", "entry-name",
						() -> Zips.with(document(), "../../../etc/cron.d/x", "x")),
				refused("entry at the root of the disk", "a.docx", "entry-name",
						() -> Zips.with(document(), "/etc/passwd", "x")),
				refused("entry with a drive letter", "a.docx", "entry-name",
						() -> Zips.with(document(), "C:\\Windows\\x.dll", "x")),
				refused("two entries of one name", "a.docx", "entry-name",
						() -> Zips.with(document(), "WORD/Document.XML", "<x/>")),
				refused("no XML in the body", "a.docx", "damaged", () -> Zips.with(document(), BODY, "<w:document>")),
				refused("cut in the middle", "a.docx", "damaged", () -> half(document())),
				refused("package with a page behind it", "a.docx", "tail",
						() -> Zips.joined(document(),
								"<html><script>alert(1)</script></html>".repeat(9).getBytes("UTF-8"))),
				refused("directory points nowhere", "a.docx", "damaged", () -> bent(document())),
				refused("document with a password", "a.docx", "encrypted", PackageSpecimens::encrypted),
				refused("old document", "a.doc", "old-office", PackageSpecimens::old));
	}

	private static Specimen refused(String title, String name, String code, Specimen.Maker maker) {
		return Specimen.refused(title, name, "inspection." + code, maker);
	}

	private static byte[] document() throws Exception {
		return Documents.document((document) -> {
		});
	}

	private static byte[] workbook() throws Exception {
		return Documents.workbook((workbook) -> {
		});
	}

	private static byte[] half(byte[] bytes) {
		return java.util.Arrays.copyOf(bytes, bytes.length / 2);
	}

	/** The offset of the central directory is changed. */
	private static byte[] bent(byte[] zip) {
		zip[zip.length - 6] ^= 0x55;
		zip[zip.length - 5] ^= 0x55;
		return zip;
	}

	private static byte[] spaces(byte[] zip, String name, int megabytes) throws Exception {
		Map<String, byte[]> entries = Zips.entries(zip);
		entries.remove(name);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				out.putNextEntry(new ZipEntry(entry.getKey()));
				out.write(entry.getValue());
			}
			out.putNextEntry(new ZipEntry(name));
			out.write("<a>".getBytes(StandardCharsets.UTF_8));
			byte[] spaces = "<b> </b>".repeat(1 << 17).getBytes(StandardCharsets.UTF_8);
			for (int i = 0; i < megabytes; i++) {
				out.write(spaces);
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] manyEntries() throws Exception {
		Map<String, byte[]> entries = new LinkedHashMap<>(Zips.entries(document()));
		for (int i = 0; i < 10_000; i++) {
			entries.put("word/media/" + i, new byte[0]);
		}
		return Zips.zip(entries);
	}

	/** Text that does not compress well, so that no ratio gives it away. */
	private static String noise(int megabytes) {
		java.util.Random random = new java.util.Random(7);
		StringBuilder text = new StringBuilder(megabytes << 20);
		while (text.length() < megabytes << 20) {
			text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36));
		}
		return text.toString();
	}

	private static String laughs() {
		StringBuilder text = new StringBuilder("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY l0 'ha'>");
		for (int i = 1; i < 20; i++) {
			text.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
		}
		return text.append("]><a>&l19;</a>").toString();
	}

	private static byte[] encrypted() throws Exception {
		try (POIFSFileSystem file = new POIFSFileSystem()) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (var out = encryptor.getDataStream(file)) {
				out.write(document());
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			file.writeFilesystem(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] old() throws Exception {
		try (POIFSFileSystem file = new POIFSFileSystem()) {
			file.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "WordDocument");
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			file.writeFilesystem(bytes);
			return bytes.toByteArray();
		}
	}

}
