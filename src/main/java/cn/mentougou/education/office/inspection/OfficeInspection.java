package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import cn.mentougou.education.shared.Refusal;

/** Looks for what is hidden in a package of the Office, part by part. */
public final class OfficeInspection {

	private static final Map<String, String> PROPERTIES = Map.of("creator", "作者", "lastModifiedBy", "最后修改人", "Company",
			"单位", "Manager", "主管", "keywords", "关键词", "description", "备注", "category", "类别", "HyperlinkBase", "链接基准");

	private static final String TYPES = "[Content_Types].xml";

	private static final Map<String, FileKind> MAIN_TYPES = Map.of(
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind.DOCX,
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind.XLSX,
			"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileKind.PPTX);

	private static final Set<String> PEOPLE = Set.of("creator", "lastModifiedBy", "Manager");

	private final OfficePackage file;

	private final Findings findings;

	private OfficeInspection(OfficePackage file, Findings findings) {
		this.file = file;
		this.findings = findings;
	}

	/**
	 * Looks through a file that {@link FileKinds} recognised.
	 * @throws Refusal.Invalid if it is damaged or built to do harm
	 */
	public static void inspect(Path path, FileKind kind, Findings findings) throws IOException {
		try (OfficePackage file = OfficePackage.open(path)) {
			OfficeInspection inspection = new OfficeInspection(file, findings);
			Set<String> read = switch (kind) {
				case XLSX -> new WorkbookInspection(file, findings).inspect();
				case DOCX -> new DocumentInspection(file, findings).inspect();
				case PPTX -> new SlidesInspection(file, findings).inspect();
				default -> throw new IllegalArgumentException(kind.name());
			};
			for (String name : file.names()) {
				if (!read.contains(name)) {
					inspection.inspect(name);
				}
			}
		}
	}

	/** What sort of document a zip file is; an archive of files is none. */
	static FileKind kindOf(Path path) throws IOException {
		Signatures.checkEndOfZip(path);
		try (OfficePackage file = OfficePackage.open(path)) {
			if (!file.has(TYPES)) {
				throw new Refusal.Invalid("inspection.archive");
			}
			Set<String> types = new HashSet<>();
			try (InputStream stream = file.open(TYPES)) {
				XmlPart.read(stream, (part) -> types.add(part.attribute("ContentType").toLowerCase(Locale.ROOT)));
			}
			checkMacros(file, types);
			return MAIN_TYPES.entrySet()
				.stream()
				.filter((main) -> types.contains(main.getKey()))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElseThrow(() -> new Refusal.Invalid("inspection.unknown-kind"));
		}
	}

	private static void checkMacros(OfficePackage file, Set<String> types) {
		boolean typed = types.stream()
			.anyMatch(
					(type) -> type.contains("macroenabled") || type.contains("vbaproject") || type.contains("activex"));
		boolean named = file.names()
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.anyMatch((name) -> name.contains("vbaproject") || name.contains("/activex/")
					|| name.contains("/macrosheets/"));
		if (typed || named) {
			throw new Refusal.Invalid("inspection.macros");
		}
	}

	private void inspect(String name) throws IOException {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.endsWith(".rels")) {
			relationships(name);
		}
		else if (lower.startsWith("docprops/")) {
			if (lower.endsWith(".xml")) {
				properties(name);
			}
		}
		else if (lower.contains("/embeddings/") || lower.matches(".*/afchunk[^/]*|.*\\.(mht|htm|html|rtf)")) {
			this.findings.add(FindingCode.EMBEDDED_FILE, fileName(name));
		}
		else if (lower.contains("/comments") || lower.contains("/threadedcomments/")) {
			comments(name);
		}
		else if (lower.endsWith(".xml") || lower.endsWith(".vml")) {
			anyText(name);
		}
		else if (!lower.endsWith("/printersettings1.bin")) {
			content(name);
		}
	}

	private void relationships(String name) throws IOException {
		for (Relationships.Relationship relationship : Relationships.read(this.file, name).all()) {
			if (relationship.isSuspicious()) {
				this.findings.add(FindingCode.EXTERNAL_LINK, what(relationship.type()), host(relationship.target()));
			}
		}
	}

	private static String what(String type) {
		return switch (type) {
			case "attachedTemplate" -> "文档模板";
			case "image" -> "图片";
			case "hyperlink" -> "超链接";
			case "externalLinkPath", "xlPathMissing" -> "引用的工作簿";
			case "oleObject" -> "链接的对象";
			default -> "外部引用";
		};
	}

	/** Enough to know it again; paths hold the names of people and machines. */
	private static String host(String target) {
		String shown = target.replaceFirst("^(?i)(file:)?[/\\\\]{2,}", "\\\\\\\\");
		return (shown.length() <= 12) ? shown : shown.substring(0, 12) + "…";
	}

	private void properties(String name) throws IOException {
		Map<String, StringBuilder> values = new TreeMap<>();
		StringBuilder custom = new StringBuilder();
		try (InputStream stream = this.file.open(name)) {
			XmlPart.read(stream, new XmlPart.Visitor() {
				@Override
				public void start(XmlPart part) {
					if (part.name().equals("property")) {
						custom.append(part.attribute("name")).append(' ');
					}
				}

				@Override
				public void text(XmlPart part, String text) {
					if (PROPERTIES.containsKey(part.name()) && !text.isBlank()) {
						values.computeIfAbsent(part.name(), (key) -> new StringBuilder()).append(text);
					}
					else if (part.isInside("property")) {
						OfficeInspection.this.findings.scan(text, "文件属性");
					}
				}
			});
		}
		values.forEach((key, value) -> {
			String text = value.toString().strip();
			this.findings.scan(text, "文件属性“" + PROPERTIES.get(key) + "”");
			this.findings.add(FindingCode.METADATA, "文件属性“" + PROPERTIES.get(key) + "”",
					PEOPLE.contains(key) ? maskedName(text) : "约 " + text.length() + " 个字");
		});
		if (!custom.isEmpty()) {
			this.findings.add(FindingCode.METADATA, "自定义属性");
		}
	}

	/** 张三 becomes 张*, Zhang San becomes Z***. */
	static String maskedName(String name) {
		if (name.isEmpty()) {
			return "";
		}
		int first = name.offsetByCodePoints(0, 1);
		return name.substring(0, first) + "*".repeat(Math.min(3, name.codePointCount(first, name.length())));
	}

	private void comments(String name) throws IOException {
		int[] count = new int[1];
		StringBuilder text = new StringBuilder();
		try (InputStream stream = this.file.open(name)) {
			XmlPart.read(stream, new XmlPart.Visitor() {
				@Override
				public void start(XmlPart part) {
					if (Set.of("comment", "threadedComment", "cm").contains(part.name())) {
						count[0]++;
					}
				}

				@Override
				public void text(XmlPart part, String piece) {
					if (text.length() < 1_000_000) {
						text.append(piece);
					}
				}

				@Override
				public void end(XmlPart part, String ended) {
					if (Set.of("comment", "threadedComment", "cm", "p").contains(ended)) {
						text.append('\n');
					}
				}
			});
		}
		if (count[0] > 0) {
			this.findings.add(FindingCode.COMMENT, "批注", count[0] + " 条");
			this.findings.scan(text.toString(), "批注");
		}
	}

	/** Charts, diagrams, headers, custom parts: whatever text there is. */
	private void anyText(String name) throws IOException {
		String place = place(name);
		StringBuilder text = new StringBuilder();
		try (InputStream stream = this.file.open(name)) {
			XmlPart.read(stream, new XmlPart.Visitor() {
				@Override
				public void start(XmlPart part) {
				}

				@Override
				public void text(XmlPart part, String piece) {
					text.append(piece);
				}

				@Override
				public void end(XmlPart part, String ended) {
					if (!ended.equals("t") && !ended.equals("r")) {
						OfficeInspection.this.findings.scan(text.toString(), place);
						text.setLength(0);
					}
				}
			});
		}
	}

	private static String place(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.contains("/charts/")) {
			return "图表";
		}
		return lower.contains("/drawings/") || lower.contains("/diagrams/") ? "图形" : "附带的数据（" + fileName(name) + "）";
	}

	private void content(String name) throws IOException {
		byte[] head = this.file.headOfWhole(name, 128 * 1024);
		if (Signatures.isArchive(head)) {
			this.findings.add(FindingCode.NESTED_ARCHIVE, fileName(name));
		}
		else if (Signatures.isProgram(head) || Signatures.isOldOffice(head)) {
			this.findings.add(FindingCode.EMBEDDED_FILE, fileName(name));
		}
		else if (Signatures.hasCameraDetails(head)) {
			this.findings.add(FindingCode.PICTURE_DETAILS, fileName(name));
		}
	}

	private static String fileName(String name) {
		return name.substring(name.lastIndexOf('/') + 1);
	}

}
