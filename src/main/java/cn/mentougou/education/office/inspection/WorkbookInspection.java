package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks through a workbook: its sheets, their rows and columns, and what feeds them. */
final class WorkbookInspection {

	private static final int MOST_KNOWN_STRINGS = 5000;

	private final OfficePackage file;

	private final Findings findings;

	private final Set<String> read = new HashSet<>();

	private final Map<Integer, List<SensitiveNumbers.Hit>> strings = new HashMap<>();

	WorkbookInspection(OfficePackage file, Findings findings) {
		this.file = file;
		this.findings = findings;
	}

	/** Returns the names of the parts that need no further look. */
	Set<String> inspect() throws IOException {
		String workbook = Relationships.read(this.file, "_rels/.rels")
			.targetOfType("officeDocument")
			.orElse("xl/workbook.xml");
		Relationships related = Relationships.of(this.file, workbook);
		String shared = related.targetOfType("sharedStrings").orElse("");
		if (this.file.has(shared)) {
			sharedStrings(shared);
		}
		for (Map.Entry<String, String> sheet : sheets(workbook).entrySet()) {
			String part = related.target(sheet.getKey()).orElse("");
			if (this.file.has(part)) {
				sheet(part, sheet.getValue());
			}
		}
		for (String name : this.file.names()) {
			feed(name);
		}
		return this.read;
	}

	/** Relationship ids and names of the sheets; hidden ones are findings. */
	private Map<String, String> sheets(String workbook) throws IOException {
		Map<String, String> sheets = new LinkedHashMap<>();
		this.read.add(workbook);
		read(workbook, (part) -> {
			if (part.name().equals("sheet")) {
				String name = part.attribute("name");
				sheets.put(part.relationship(), name);
				if (part.attribute("state").equals("hidden")) {
					this.findings.add(FindingCode.HIDDEN_SHEET, place(name));
				}
				else if (part.attribute("state").equals("veryHidden")) {
					this.findings.add(FindingCode.VERY_HIDDEN_SHEET, place(name));
				}
			}
		});
		return sheets;
	}

	/** Of the strings only the telling ones are remembered, by their number. */
	private void sharedStrings(String name) throws IOException {
		this.read.add(name);
		int[] number = new int[1];
		StringBuilder text = new StringBuilder();
		try (InputStream stream = this.file.open(name)) {
			XmlPart.read(stream, new XmlPart.Visitor() {
				@Override
				public void start(XmlPart part) {
				}

				@Override
				public void text(XmlPart part, String piece) {
					if (part.name().equals("t") && !part.isInside("rPh")) {
						text.append(piece);
					}
				}

				@Override
				public void end(XmlPart part, String ended) {
					if (ended.equals("si")) {
						remember(number[0]++, SensitiveNumbers.in(text.toString()));
						text.setLength(0);
					}
				}
			});
		}
	}

	private void remember(int number, List<SensitiveNumbers.Hit> hits) {
		if (hits.isEmpty()) {
			return;
		}
		if (this.strings.size() < MOST_KNOWN_STRINGS) {
			this.strings.put(number, hits);
		}
		else {
			hits.forEach((hit) -> this.findings.add(hit.code(), "工作簿的文字", hit.masked()));
		}
	}

	private void sheet(String part, String name) throws IOException {
		this.read.add(part);
		Sheet sheet = new Sheet(name);
		read(part, sheet);
		sheet.tell();
	}

	/** Where the figures come from: caches, other files, databases. */
	private void feed(String name) throws IOException {
		if (name.startsWith("xl/pivotCache/pivotCacheRecords")) {
			this.findings.add(FindingCode.PIVOT_CACHE, name.substring(name.lastIndexOf('/') + 1));
		}
		else if (name.startsWith("xl/pivotCache/pivotCacheDefinition") && name.endsWith(".xml")) {
			read(name, (part) -> this.findings.scan(part.attribute("v"), "数据透视表缓存"));
		}
		else if (name.startsWith("xl/externalLinks/externalLink") && name.endsWith(".xml")) {
			externalLink(name);
		}
		else if (name.equals("xl/connections.xml") || name.startsWith("xl/queryTables/")) {
			this.findings.add(FindingCode.DATA_CONNECTION, "工作簿");
		}
		else if (name.startsWith("xl/revisions/")) {
			this.findings.add(FindingCode.TRACKED_CHANGE, "共享工作簿的修订记录");
		}
	}

	private void externalLink(String name) throws IOException {
		this.findings.add(FindingCode.EXTERNAL_LINK, "引用的工作簿", "可能带着它的数据");
		read(name, (part) -> {
			if (part.name().equals("ddeLink")) {
				this.findings.add(FindingCode.DDE, "工作簿");
			}
		});
	}

	private void read(String name, XmlPart.Visitor visitor) throws IOException {
		try (InputStream stream = this.file.open(name)) {
			XmlPart.read(stream, visitor);
		}
	}

	private static String place(String sheet) {
		return "工作表“" + sheet + "”";
	}

	/** 1 becomes A, 28 becomes AB. */
	static String letters(int column) {
		StringBuilder letters = new StringBuilder();
		for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
			letters.insert(0, (char) ('A' + (rest - 1) % 26));
		}
		return letters.toString();
	}

	/** One sheet as it goes by. */
	private final class Sheet implements XmlPart.Visitor {

		private final String name;

		private final TreeSet<Integer> hiddenRows = new TreeSet<>();

		private final StringBuilder value = new StringBuilder();

		private String cell = "";

		private String type = "";

		private int row;

		private int hidden;

		private Sheet(String name) {
			this.name = name;
		}

		@Override
		public void start(XmlPart part) {
			switch (part.name()) {
				case "col" -> column(part);
				case "row" -> row(part);
				case "c" -> {
					this.cell = part.attribute("r");
					this.type = part.attribute("t");
					this.value.setLength(0);
				}
				case "f", "oddHeader", "oddFooter", "evenHeader", "evenFooter" -> this.value.setLength(0);
				default -> {
					// Formats and measures.
				}
			}
		}

		private void column(XmlPart part) {
			if (part.isTrue("hidden") || part.number("width", 1) == 0) {
				String from = letters((int) part.number("min", 1));
				String to = letters((int) part.number("max", 1));
				WorkbookInspection.this.findings.add(FindingCode.HIDDEN_COLUMN,
						place(this.name) + (from.equals(to) ? from : from + " 至 " + to) + " 列");
			}
		}

		private void row(XmlPart part) {
			this.row = (int) part.number("r", this.row + 1.0);
			if (part.isTrue("hidden") || part.number("ht", 1) == 0) {
				this.hidden++;
				if (this.hiddenRows.size() < 5) {
					this.hiddenRows.add(this.row);
				}
			}
		}

		@Override
		public void text(XmlPart part, String text) {
			if (this.value.length() < 100_000) {
				this.value.append(text);
			}
		}

		@Override
		public void end(XmlPart part, String ended) {
			switch (ended) {
				case "v" -> value(this.value.toString().strip());
				case "is", "oddHeader", "oddFooter", "evenHeader", "evenFooter" ->
					WorkbookInspection.this.findings.scan(this.value.toString(), where());
				case "f" -> formula(this.value.toString());
				default -> {
					return;
				}
			}
			this.value.setLength(0);
		}

		private void value(String text) {
			if (this.type.equals("s")) {
				try {
					WorkbookInspection.this.strings.getOrDefault(Integer.parseInt(text), List.of())
						.forEach((hit) -> WorkbookInspection.this.findings.add(hit.code(), where(), hit.masked()));
				}
				catch (NumberFormatException ex) {
					// Excel would repair the file; there is nothing to see.
				}
			}
			else {
				WorkbookInspection.this.findings.scan(this.type.equals("str") ? text : written(text), where());
			}
		}

		/** 1.3800138E10 is a phone number too. */
		private static String written(String number) {
			if (number.length() > 30 || number.indexOf('E') < 0) {
				return number;
			}
			try {
				BigDecimal decimal = new BigDecimal(number);
				return (Math.abs(decimal.scale()) < 40) ? decimal.toPlainString() : number;
			}
			catch (NumberFormatException ex) {
				return number;
			}
		}

		private void formula(String text) {
			if (text.matches("(?s).*\\|\\s*'.*!.*") || text.matches("(?is).*\\b(cmd|powershell|mshta)\\b.*\\|.*")) {
				WorkbookInspection.this.findings.add(FindingCode.DDE, where());
			}
			else if (text.matches("(?is).*\\b(WEBSERVICE|FILTERXML|RTD)\\s*\\(.*")) {
				WorkbookInspection.this.findings.add(FindingCode.EXTERNAL_LINK, where());
			}
		}

		private String where() {
			return place(this.name) + this.cell;
		}

		private void tell() {
			if (this.hidden > 0) {
				String rows = String.join("、", this.hiddenRows.stream().map(String::valueOf).toList());
				WorkbookInspection.this.findings.add(FindingCode.HIDDEN_ROW,
						place(this.name) + "第 " + rows + " 行" + ((this.hidden > this.hiddenRows.size()) ? "等" : ""),
						"共 " + this.hidden + " 行");
			}
		}

	}

}
