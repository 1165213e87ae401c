package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks through a text document: body, heads, feet, notes. */
final class DocumentInspection {

	private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel",
			"pPrChange", "rPrChange", "tblPrChange", "sectPrChange");

	private static final Map<String, String> PARTS = Map.of("document", "正文", "header", "页眉", "footer", "页脚",
			"footnotes", "脚注", "endnotes", "尾注", "glossary", "词汇表");

	private final OfficePackage file;

	private final Findings findings;

	private final Set<String> read = new HashSet<>();

	DocumentInspection(OfficePackage file, Findings findings) {
		this.file = file;
		this.findings = findings;
	}

	/** Returns the names of the parts that need no further look. */
	Set<String> inspect() throws IOException {
		String document = Relationships.read(this.file, "_rels/.rels")
			.targetOfType("officeDocument")
			.orElse("word/document.xml");
		for (String name : this.file.names()) {
			String bare = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\d*\\.xml$", "");
			if (name.equals(document)
					|| (name.startsWith("word/") && name.endsWith(".xml") && PARTS.containsKey(bare))) {
				this.read.add(name);
				text(name, PARTS.getOrDefault(bare, "正文"));
			}
		}
		if (this.file.has("word/settings.xml")) {
			settings("word/settings.xml");
		}
		return this.read;
	}

	private void text(String name, String title) throws IOException {
		Text text = new Text(title);
		try (InputStream stream = this.file.open(name)) {
			XmlPart.read(stream, text);
		}
		text.tell();
	}

	private void settings(String name) throws IOException {
		this.read.add(name);
		try (InputStream stream = this.file.open(name)) {
			XmlPart.read(stream, (part) -> {
				if (part.name().equals("mailMerge")) {
					this.findings.add(FindingCode.DATA_CONNECTION, "邮件合并的数据源");
				}
			});
		}
	}

	/** One stream of paragraphs as it goes by. */
	private final class Text implements XmlPart.Visitor {

		private final String title;

		private final StringBuilder paragraph = new StringBuilder();

		private final StringBuilder field = new StringBuilder();

		private final Set<String> authors = new TreeSet<>();

		private final Map<Integer, Integer> hiddenCharacters = new TreeMap<>();

		private int number;

		private int changes;

		private boolean isHidden;

		private Text(String title) {
			this.title = title;
		}

		@Override
		public void start(XmlPart part) {
			String name = part.name();
			if (CHANGES.contains(name)) {
				this.changes++;
				this.authors.add(OfficeInspection.maskedName(part.attribute("author")));
			}
			switch (name) {
				case "p" -> this.number++;
				case "r" -> show();
				case "vanish", "specVanish" -> hide(!isFalse(part.attribute("val")), part);
				case "sz" -> hide(part.number("val", 24) <= 3, part);
				case "tab", "br", "cr" -> this.paragraph.append(' ');
				case "fldSimple" -> field(part.attribute("instr"));
				case "altChunk" -> DocumentInspection.this.findings.add(FindingCode.EMBEDDED_FILE, where());
				default -> {
					// Formats and measures.
				}
			}
		}

		private void show() {
			this.isHidden = false;
		}

		/** Properties of the run itself, not those of the mark at the paragraph's end. */
		private void hide(boolean hides, XmlPart part) {
			this.isHidden |= hides && part.isInside("r");
		}

		private static boolean isFalse(String value) {
			return value.equals("0") || value.equals("false") || value.equals("off");
		}

		@Override
		public void text(XmlPart part, String text) {
			if (part.name().equals("t") || part.name().equals("delText")) {
				if (this.paragraph.length() < 1_000_000) {
					this.paragraph.append(text);
				}
				if (this.isHidden) {
					this.hiddenCharacters.merge(this.number, text.length(), Integer::sum);
				}
			}
			else if (part.name().equals("instrText") || part.name().equals("delInstrText")) {
				this.field.append(text);
			}
		}

		@Override
		public void end(XmlPart part, String ended) {
			if (ended.equals("p")) {
				field(this.field.toString());
				this.field.setLength(0);
				DocumentInspection.this.findings.scan(this.paragraph.toString(), where());
				this.paragraph.setLength(0);
			}
		}

		private void field(String instruction) {
			if (instruction.matches("(?is).*\\bDDE(AUTO)?\\b.*")) {
				DocumentInspection.this.findings.add(FindingCode.DDE, where());
			}
			else if (instruction.matches("(?is)\\s*(INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\\b.*")) {
				DocumentInspection.this.findings.add(FindingCode.EXTERNAL_LINK, where());
			}
		}

		private String where() {
			return this.title + "第 " + this.number + " 段";
		}

		private void tell() {
			if (this.changes > 0) {
				DocumentInspection.this.findings.add(FindingCode.TRACKED_CHANGE, this.title,
						"共 " + this.changes + " 处，修订人 " + String.join("、", this.authors));
			}
			this.hiddenCharacters.forEach((paragraph, count) -> DocumentInspection.this.findings
				.add(FindingCode.HIDDEN_TEXT, this.title + "第 " + paragraph + " 段", "约 " + count + " 个字"));
		}

	}

}
