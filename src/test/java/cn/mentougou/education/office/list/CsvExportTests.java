package cn.mentougou.education.office.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvExportTests {

	private static final CsvExport<Row> EXPORT = CsvExport.<Row>named("单位 2026年")
		.column("名称", Row::name)
		.column("人数", Row::people);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private String export(Row... rows) throws IOException {
		EXPORT.write(this.response, (after) -> new KeyPage<>(List.of(rows), Optional.empty()));
		return this.response.getContentAsString(StandardCharsets.UTF_8);
	}

	@Test
	void spreadsheetReadsItAsItIs() throws IOException {
		assertThat(export(new Row("大峪一小", 40), new Row("说“好”, \"行\"\r\n换行", null)))
			.isEqualTo("\uFEFF名称,人数\r\n大峪一小,40\r\n\"说“好”, \"\"行\"\"\r\n换行\",\r\n");
		assertThat(this.response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(this.response.getHeader("Content-Disposition")).startsWith("attachment;")
			.contains("filename*=UTF-8''%E5%8D%95%E4%BD%8D%202026%E5%B9%B4.csv");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=cmd|' /C calc'!A0" })
	void textIsNeverTakenForAFormula(String text) {
		assertThat(CsvExport.text(text).replaceFirst("^\"", "")).startsWith("'" + text.substring(0, 1));
	}

	@Test
	void numbersAndTimesStayWhatTheyAre() {
		assertThat(CsvExport.text(-5)).isEqualTo("-5");
		assertThat(CsvExport.text(Instant.parse("2026-06-08T16:00:01Z"))).isEqualTo("2026-06-09 00:00:01");
		assertThat(CsvExport.text(LocalDate.of(2026, 6, 9))).isEqualTo("2026-06-09");
		assertThat(CsvExport.text(" 前有空格")).isEqualTo("\" 前有空格\"");
	}

	@Test
	void allPagesAreWritten() throws IOException {
		CsvExport.<Long>named("数")
			.column("数", (number) -> number)
			.write(this.response, (after) -> KeyPageTests.page(2500, after, CsvExport.ROWS));
		assertThat(this.response.getContentAsString().lines()).hasSize(2501).endsWith("2500");
	}

	@Test
	void refusalOfTheFirstPageLeavesTheAnswerOpen() {
		assertThatThrownBy(() -> EXPORT.write(this.response, (after) -> {
			throw new Refusal.Forbidden("console.not-your-role");
		})).isInstanceOf(Refusal.Forbidden.class);
		assertThat(this.response.getContentType()).isNull();
		assertThat(this.response.isCommitted()).isFalse();
	}

	private record Row(String name, Integer people) {
	}

}
