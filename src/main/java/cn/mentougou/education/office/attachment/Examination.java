package cn.mentougou.education.office.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import cn.mentougou.education.office.inspection.FileKind;
import cn.mentougou.education.office.inspection.Finding;
import cn.mentougou.education.office.inspection.Findings;
import cn.mentougou.education.office.inspection.OfficeInspection;
import cn.mentougou.education.office.inspection.PlainText;
import cn.mentougou.education.office.pdf.PdfFiles;
import cn.mentougou.education.office.picture.Pictures;

/**
 * What became of a file that was examined.
 *
 * @param kind what it is
 * @param content where what is to be kept lies: the file itself or the picture drawn anew
 * @param size how long that is
 * @param findings what was found or cleaned away
 */
record Examination(FileKind kind, Path content, long size, List<Finding> findings) {

	/**
	 * Examines a file.
	 * @param incoming the file as it came; the picture drawn anew is put beside it
	 * @throws cn.mentougou.education.shared.Refusal if it cannot be taken
	 */
	static Examination of(Path incoming) throws IOException {
		FileKind kind = FileKind.of(incoming);
		Findings findings = new Findings();
		if (kind.isPicture()) {
			Path drawn = incoming.resolveSibling(incoming.getFileName() + ".drawn");
			FileKind kept = Pictures.redraw(incoming, kind, drawn, findings);
			return new Examination(kept, drawn, Files.size(drawn), findings.all());
		}
		if (kind.isOffice()) {
			OfficeInspection.inspect(incoming, kind, findings);
		}
		else if (kind == FileKind.PDF) {
			PdfFiles.inspect(incoming, findings);
		}
		else {
			PlainText.inspect(incoming, findings);
		}
		return new Examination(kind, incoming, Files.size(incoming), findings.all());
	}

}
