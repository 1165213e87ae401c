package cn.mentougou.education.office.list;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A whole list as a file that spreadsheets open as it is (RFC 4180, with the mark that
 * makes Excel read UTF-8). A text that a spreadsheet would take for a formula is put
 * after an apostrophe (ASVS 1.2.10). It is written page by page, so that it takes no
 * memory however long the list is.
 *
 * @param <T> what a row of the list is
 */
public final class CsvExport<T> {

	/** How many rows are read at once. */
	public static final int ROWS = 1000;

	private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final String name;

	private final List<Map.Entry<String, Function<T, @Nullable Object>>> columns;

	private CsvExport(String name, List<Map.Entry<String, Function<T, @Nullable Object>>> columns) {
		this.name = name;
		this.columns = List.copyOf(columns);
	}

	/**
	 * A file without columns.
	 * @param name its name without ending, such as 单位
	 */
	public static <T> CsvExport<T> named(String name) {
		return new CsvExport<>(name, List.of());
	}

	/**
	 * The file with one more column.
	 * @param title what stands at its top
	 * @param value what stands in it; a time is written in Beijing time, nothing as
	 * nothing
	 */
	public CsvExport<T> column(String title, Function<T, @Nullable Object> value) {
		List<Map.Entry<String, Function<T, @Nullable Object>>> more = new ArrayList<>(this.columns);
		more.add(Map.entry(title, value));
		return new CsvExport<>(this.name, more);
	}

	/**
	 * Answers with the file. The first page is read before anything is sent, so a refusal
	 * still becomes a page.
	 * @param pages reads the page after a key; null for the first one
	 */
	public void write(HttpServletResponse response, Function<@Nullable String, KeyPage<T>> pages) throws IOException {
		KeyPage<T> page = pages.apply(null);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename(this.name + ".csv", StandardCharsets.UTF_8)
					.build()
					.toString());
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
			out.write('\uFEFF');
			write(out, this.columns.stream().map((column) -> text(column.getKey())).toList());
			while (true) {
				for (T row : page.rows()) {
					write(out, this.columns.stream().map((column) -> text(column.getValue().apply(row))).toList());
				}
				if (page.next().isEmpty()) {
					return;
				}
				page = pages.apply(page.next().get());
			}
		}
	}

	private static void write(Writer out, List<String> cells) throws IOException {
		out.write(String.join(",", cells));
		out.write("\r\n");
	}

	static String text(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof Instant time) {
			return TIME.format(time);
		}
		String text = value.toString();
		return quoted((value instanceof Number) ? text : harmless(text));
	}

	private static String harmless(String text) {
		boolean isFormula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
		return isFormula ? "'" + text : text;
	}

	private static String quoted(String text) {
		boolean isPlain = text.chars().noneMatch((character) -> ",\"\r\n".indexOf(character) >= 0)
				&& text.equals(text.strip());
		return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

}
