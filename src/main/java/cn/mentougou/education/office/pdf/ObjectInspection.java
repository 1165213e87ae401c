package cn.mentougou.education.office.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.inspection.Findings;

/**
 * Looks at every object of a PDF, wherever it hangs: scripts, actions, files, media,
 * layers that are switched off, photos with the details of their camera.
 */
final class ObjectInspection {

	private static final int DEEPEST = 30;

	private static final Set<String> ACTIONS = Set.of("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE",
			"Rendition");

	private static final Set<String> MEDIA = Set.of("RichMedia", "Movie", "Sound", "3D", "Screen", "FileAttachment");

	private final COSDocument document;

	private final COSDictionary catalog;

	private final Findings findings;

	private final Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);

	ObjectInspection(PDDocument document, Findings findings) {
		this.document = document.getDocument();
		this.catalog = document.getDocumentCatalog().getCOSObject();
		this.findings = findings;
	}

	void inspect() throws IOException {
		for (COSObjectKey key : this.document.getXrefTable().keySet()) {
			COSObject object = this.document.getObjectFromPool(key);
			if (object != null) {
				inspect(object.getObject(), 0);
			}
		}
		if (this.catalog.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary action
				&& !"GoTo".equals(action.getNameAsString(COSName.S))) {
			count(FindingCode.AUTOMATIC_ACTION);
		}
		this.counts.forEach((code, count) -> this.findings.add(code, "PDF 内部", count + " 处"));
		layers();
	}

	/** Layers that are switched off hold what only an editor sees. */
	private void layers() {
		COSDictionary properties = dictionary(this.catalog.getDictionaryObject(COSName.OCPROPERTIES));
		COSDictionary configuration = (properties != null) ? dictionary(properties.getDictionaryObject(COSName.D))
				: null;
		if (configuration != null && configuration.getDictionaryObject(COSName.OFF) instanceof COSArray off
				&& off.size() > 0) {
			this.findings.add(FindingCode.HIDDEN_TEXT, "隐藏的图层", off.size() + " 层");
		}
	}

	private void inspect(@Nullable COSBase object, int depth) throws IOException {
		if (depth > DEEPEST) {
			return;
		}
		if (object instanceof COSArray array) {
			for (int i = 0; i < array.size(); i++) {
				inspect(array.get(i), depth + 1);
			}
		}
		else if (object instanceof COSDictionary dictionary) {
			inspect(dictionary);
			for (COSBase value : dictionary.getValues()) {
				inspect(value, depth + 1);
			}
		}
	}

	private void inspect(COSDictionary dictionary) throws IOException {
		String action = String.valueOf(dictionary.getNameAsString(COSName.S));
		if (action.equals("JavaScript") || dictionary.containsKey(COSName.JS)) {
			count(FindingCode.SCRIPT);
		}
		else if (ACTIONS.contains(action)) {
			count(FindingCode.AUTOMATIC_ACTION);
		}
		if (dictionary.containsKey("EF")
				|| MEDIA.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))) {
			count(FindingCode.EMBEDDED_FILE);
		}
		if (dictionary.containsKey("XFA")) {
			count(FindingCode.ANNOTATION);
		}
		if (dictionary instanceof COSStream stream && isPhotoWithDetails(stream)) {
			count(FindingCode.PICTURE_DETAILS);
		}
	}

	private static boolean isPhotoWithDetails(COSStream stream) throws IOException {
		if (!String.valueOf(stream.getFilters()).contains("DCTDecode")) {
			return false;
		}
		try (InputStream raw = stream.createRawInputStream()) {
			return new String(raw.readNBytes(128 * 1024), StandardCharsets.ISO_8859_1).contains("Exif\0\0");
		}
	}

	private void count(FindingCode code) {
		this.counts.merge(code, 1, Integer::sum);
	}

	private static @Nullable COSDictionary dictionary(@Nullable COSBase base) {
		return (base instanceof COSDictionary dictionary) ? dictionary : null;
	}

}
