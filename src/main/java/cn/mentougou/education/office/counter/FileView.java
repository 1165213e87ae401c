package cn.mentougou.education.office.counter;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.shared.UnitId;

/**
 * A file as the pages show it.
 *
 * @param id its number
 * @param name what it is called
 * @param kind what it is, in Chinese
 * @param size how long it is, in Chinese
 * @param unit the unit it was handed in for
 * @param uploadedAt when
 * @param open how many findings wait for an answer
 * @param picture whether the browser shows it
 * @param published whether it is public
 */
record FileView(long id, String name, String kind, String size, String unit, String uploadedAt, int open,
		boolean picture, boolean published) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private static final long KILOBYTE = 1024;

	static FileView of(Attachment file, Map<UnitId, String> units) {
		return new FileView(file.id().value(), file.name(), file.kind().title(), size(file.size()),
				units.getOrDefault(file.unit(), "已撤销的单位"), TIME.format(file.uploadedAt()), file.openFindings(),
				file.kind().isPicture(), file.publicCode().isPresent());
	}

	private static String size(long bytes) {
		if (bytes < KILOBYTE * KILOBYTE) {
			return Math.max(1, bytes / KILOBYTE) + " KB";
		}
		return Math.round(bytes * 10.0 / KILOBYTE / KILOBYTE) / 10.0 + " MB";
	}

}
