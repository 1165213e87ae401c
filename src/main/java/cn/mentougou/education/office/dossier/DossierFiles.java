package cn.mentougou.education.office.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonalDataHolder.Item;

/**
 * Writes a dossier as two files for the person: JSON to take elsewhere (个人信息保护法 Art. 45)
 * and a text to read. Only the operator's own user may read them.
 */
class DossierFiles {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(BEIJING);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(BEIJING);

	private static final OpenOption[] NEW = { StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE };

	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Writes both files into the folder; their names say nothing about the person. */
	List<Path> write(Dossiers.Dossier dossier, Path folder) throws IOException {
		Files.createDirectories(folder);
		String name = "personal-data-" + STAMP.format(dossier.at());
		return List.of(file(folder.resolve(name + ".json"), this.json.writeValueAsString(tree(dossier))),
				file(folder.resolve(name + ".txt"), text(dossier)));
	}

	private static Path file(Path path, String content) throws IOException {
		if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			return Files.writeString(path, content, StandardCharsets.UTF_8);
		}
		return Files.writeString(path, content, StandardCharsets.UTF_8, NEW);
	}

	private static Map<String, Object> tree(Dossiers.Dossier dossier) {
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("exportedAt", dossier.at().toString());
		tree.put("foundBy", keys(dossier));
		tree.put("registers", dossier.chapters().stream().map(DossierFiles::tree).toList());
		return tree;
	}

	private static Map<String, Object> tree(Dossiers.Chapter chapter) {
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("register", chapter.register());
		tree.put("title", chapter.title());
		tree.put("items",
				chapter.items()
					.stream()
					.map((item) -> Map.of("title", item.title(), "fields", item.fields()))
					.toList());
		return tree;
	}

	private static String text(Dossiers.Dossier dossier) {
		StringBuilder text = new StringBuilder("门头沟区教育委员会持有的您的个人信息\n\n").append("导出时间：")
			.append(time(dossier.at()))
			.append("\n查找依据：")
			.append(String.join("、", keys(dossier)))
			.append("\n共 ")
			.append(dossier.size())
			.append(" 项。如有不准确的内容，您可以要求更正；不再需要时，您可以要求删除。\n");
		for (Dossiers.Chapter chapter : dossier.chapters()) {
			text.append("\n━━ ").append(chapter.title()).append("：").append(chapter.items().size()).append(" 项\n");
			chapter.items().forEach((item) -> append(text, item));
		}
		return text.toString();
	}

	private static void append(StringBuilder text, Item item) {
		text.append("\n● ").append(item.title()).append('\n');
		item.fields().forEach((name, value) -> text.append("  ").append(name).append("：").append(value).append('\n'));
	}

	private static List<String> keys(Dossiers.Dossier dossier) {
		return dossier.keys().all().stream().map(DossierFiles::key).sorted().toList();
	}

	private static String key(PersonKey key) {
		return key.kind() + ":" + key.value();
	}

	private static String time(Instant at) {
		return TIME.format(at);
	}

}
