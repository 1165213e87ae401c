package cn.mentougou.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** The table of the README, with the goals beside what was measured. */
final class Report {

	private final Figures figures;

	private final StringBuilder text = new StringBuilder();

	Report(Figures figures) {
		this.figures = figures;
	}

	/** Prints the table and writes it and every single value below {@code target}. */
	void write() throws IOException {
		line("| figure | ours | S | D | ratio | goal |");
		line("|---|---|---|---|---|---|");
		row("right answers/s, 64 connections, safe mode", "", "closed.rate", "≥ 5 × D, ≥ 1.5 × S");
		row("right answers/s, plain mode", " plain", "closed.rate", "≥ 5 × D");
		row("processor time a message, application, µs", "", "closed.application", "");
		row("processor time a message, engines, µs", "", "closed.engines", "");
		row("processor time a message, both, µs", "", "closed.cpu", "≤ 0.50 × S");
		row("p50 at 200/s, ms", "", "open.p50", "≤ 0.7 × D");
		row("p99 at 200/s, ms", "", "open.p99", "≤ 0.7 × D");
		row("p99 at 64 connections, ms", "", "closed.p99", "≤ 0.25 × D");
		row("peak RSS, MiB", "", "rss", "≤ 1.6 × D");
		row("cold start to the first right answer, s", "", "cold", "≤ 2 × D");
		archive();
		row("verify, open, read, write, seal in process, µs (JMH)", "", "codec", "≤ 1/20 of the SDK's");
		row("the same, bytes allocated", "", "codec.bytes", "");
		growth();
		line("");
		line("%s, %d processors, %s, JDK %s; %d rounds, medians; wrong answers: %d".formatted(
				System.getProperty("os.name"), Runtime.getRuntime().availableProcessors(),
				String.join(" ", Plan.options()), System.getProperty("java.version"), Plan.rounds(),
				this.figures.wrong()));
		Files.createDirectories(Recipe.FOLDER);
		Files.writeString(Recipe.FOLDER.resolve("table.md"), this.text);
		Files.writeString(Recipe.FOLDER.resolve("rounds.md"), this.figures.raw());
		System.out.println(this.text);
	}

	private void row(String label, String mode, String figure, String goal) {
		double ours = this.figures.median("ours" + mode, figure);
		double sdk = this.figures.median("S" + mode, figure);
		double database = this.figures.median("D" + mode, figure);
		if (!Double.isNaN(ours)) {
			line("| %s | %s | %s | %s | %s | %s |".formatted(label, number(ours), number(sdk), number(database),
					ratios(ours, sdk, database), goal));
		}
	}

	private void archive() {
		double ours = this.figures.median("ours", "cold.archive");
		double database = this.figures.median("D", "cold");
		if (!Double.isNaN(ours)) {
			line("| the same with a class-data archive, s | %s | | | %s | ≤ 1 × D |".formatted(number(ours),
					ratio(ours, database, "D")));
		}
	}

	private void growth() {
		if (Double.isNaN(this.figures.median("ours, erasing", "open.p99"))) {
			return;
		}
		line("");
		line("| inbox | right answers/s | processor time a message, µs | p99 at 64 connections, ms |");
		line("|---|---|---|---|");
		for (int rows : Plan.rows()) {
			String name = "ours, %,d rows".formatted(rows);
			line("| %,d rows | %s | %s + %s | %s |".formatted(rows, median(name, "closed.rate"),
					median(name, "closed.application"), median(name, "closed.engines"), median(name, "closed.p99")));
		}
		line("");
		line("At 200/s on the full inbox: p50 %s, p99 %s ms; while %s messages are erased: p50 %s, p99 %s ms."
			.formatted(median("ours, full inbox", "open.p50"), median("ours, full inbox", "open.p99"),
					median("ours, erasing", "erased"), median("ours, erasing", "open.p50"),
					median("ours, erasing", "open.p99")));
	}

	private String median(String contender, String figure) {
		return number(this.figures.median(contender, figure));
	}

	private static String ratios(double ours, double sdk, double database) {
		return (ratio(ours, database, "D") + " " + ratio(ours, sdk, "S")).strip();
	}

	private static String ratio(double ours, double other, String name) {
		return Double.isNaN(other) || other == 0 ? ""
				: "%s × %s".formatted(String.format(Locale.ROOT, "%.2f", ours / other), name);
	}

	static String number(double value) {
		if (Double.isNaN(value)) {
			return "";
		}
		String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
		return String.format(Locale.ROOT, format, value);
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
