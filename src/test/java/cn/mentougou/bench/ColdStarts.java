package cn.mentougou.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.mentougou.bench.load.Contender;
import cn.mentougou.delivery.ChildProcess;
import cn.mentougou.delivery.PackagedApplication;

/** From starting the process to the first right answer, on a database that is there. */
final class ColdStarts {

	private final Figures figures;

	private final List<Recipe> others;

	private final Recipe extracted;

	private final Recipe archived;

	ColdStarts(Recipe ours, List<Recipe> others, Figures figures) throws IOException {
		this.figures = figures;
		this.others = others;
		Path jar = extract();
		Path archive = Recipe.FOLDER.resolve("ours.jsa").toAbsolutePath();
		Files.deleteIfExists(archive);
		this.extracted = ours.from(program(List.of(), jar));
		this.archived = ours.from(program(List.of("-XX:SharedArchiveFile=" + archive), jar));
		try (Contender training = ours.from(program(List.of("-XX:ArchiveClassesAtExit=" + archive), jar)).started()) {
			training.stop();
		}
	}

	void measure() {
		for (int round = 0; round < Plan.rounds(); round++) {
			measure("ours", "cold", this.extracted);
			measure("ours", "cold.archive", this.archived);
			this.others.forEach((other) -> measure(other.name(), "cold", other));
		}
	}

	private void measure(String name, String figure, Recipe recipe) {
		try (Contender contender = recipe.start()) {
			double seconds = contender.awaitRightAnswer(recipe.account()).toMillis() / 1000.0;
			double cpu = contender.usage().application().toMillis() / 1000.0;
			this.figures.add(name, figure, seconds);
			this.figures.add(name, figure + ".cpu", cpu);
			System.out.printf("%-5s %-12s %.2f s, %.2f s of processor time%n", name, figure, seconds, cpu);
		}
	}

	private static List<String> program(List<String> options, Path jar) {
		List<String> program = new ArrayList<>(Plan.ourOptions());
		program.addAll(options);
		program.addAll(List.of("-jar", jar.toString()));
		return program;
	}

	/** Unpacks the jar as the README advises for production. */
	private static Path extract() throws IOException {
		Path target = Files.createDirectories(Recipe.FOLDER).resolve("extracted").toAbsolutePath();
		List<String> command = List.of(ChildProcess.java(System.getProperty("java.home")), "-Djarmode=tools", "-jar",
				PackagedApplication.jar().toString(), "extract", "--force", "--destination", target.toString());
		try (ChildProcess process = ChildProcess.start(command, Map.of(), Recipe.FOLDER.resolve("extract.log"))) {
			if (process.awaitEnd(Duration.ofMinutes(1)) != 0) {
				throw new IOException(process.output());
			}
		}
		return target.resolve(PackagedApplication.jar().getFileName());
	}

}
