package cn.mentougou.education.office.attachment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.education.office.inspection.FileKind;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			招生计划.xlsx               | XLSX | 招生计划.xlsx
			photo.JPEG                  | JPEG | photo.jpeg
			../../../etc/passwd         | TEXT | passwd.txt
			C:\\Users\\zhang\\名单.docx | DOCX | 名单.docx
			a.pdf                       | XLSX | a.xlsx
			invoice.pdf.exe             | PDF  | invoice.pdf.pdf
			数据.csv                    | TEXT | 数据.csv
			.htaccess                   | TEXT | htaccess.txt
			...                         | PNG  | 附件.png
			a<b>:"c".pdf                | PDF  | a_b___c_.pdf
			100%.docx                   | DOCX | 100_.docx
			""")
	void nameIsHarmlessAndEndsAsTheFileIs(String given, FileKind kind, String harmless) {
		assertThat(FileNames.harmless(given, kind)).isEqualTo(harmless);
	}

	@Test
	void whatTurnsTheDirectionOrBreaksTheLineIsLeftOut() {
		assertThat(FileNames.harmless("a\u202Excod.pdf\r\nSet-Cookie: x=1", FileKind.PDF)).doesNotContain("\u202E",
				"\r", "\n");
		assertThat(FileNames.harmless("a\0b.pdf", FileKind.PDF)).isEqualTo("ab.pdf");
		assertThat(FileNames.harmless(null, FileKind.PDF)).isEqualTo("附件.pdf");
	}

	@Test
	void longNameIsCutBetweenCharacters() {
		String name = FileNames.harmless("😀".repeat(300) + ".pdf", FileKind.PDF);
		assertThat(name).isEqualTo("😀".repeat(100) + ".pdf");
	}

}
