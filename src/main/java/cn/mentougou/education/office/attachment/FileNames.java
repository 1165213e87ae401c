package cn.mentougou.education.office.attachment;

import java.text.Normalizer;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.inspection.FileKind;

/** Makes names of files harmless; files on our disk never bear them. */
final class FileNames {

	private static final int LONGEST = 100;

	private FileNames() {
	}

	/**
	 * The name without folders, without what no system allows in a name or what turns its
	 * direction round, and with the ending of what the file is.
	 */
	static String harmless(@Nullable String given, FileKind kind) {
		String name = Normalizer.normalize((given != null) ? given : "", Normalizer.Form.NFC);
		name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
			.replaceAll("[\\\\/:*?\"<>|;%]", "_")
			.replaceAll("\\s+", " ")
			.strip();
		int dot = name.lastIndexOf('.');
		String end = name.substring(dot + 1).toLowerCase(Locale.ROOT);
		String bare = (dot < 0 || end.length() > 5) ? name : name.substring(0, dot);
		String ending = (dot >= 0 && kind.hasExtension(end)) ? end : kind.extension();
		bare = bare.replaceAll("^[.\\s]+|[.\\s]+$", "");
		if (bare.codePointCount(0, bare.length()) > LONGEST) {
			bare = bare.substring(0, bare.offsetByCodePoints(0, LONGEST));
		}
		return (bare.isEmpty() ? "附件" : bare) + "." + ending;
	}

}
