package cn.mentougou.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.springframework.util.FileSystemUtils;

import cn.mentougou.engines.MariaDb;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("bench")
class BenchmarkTests {

	private final Figures figures = new Figures();

	@Test
	void everyAnswerThatIsCountedIsTheRightOne() throws Exception {
		FileSystemUtils.deleteRecursively(Recipe.FOLDER);
		if (Plan.includes("codec")) {
			measureCodec();
		}
		try (OurJar ours = new OurJar(); MariaDb mariaDb = MariaDb.temporary()) {
			List<Recipe> others = new ArrayList<>(List.of(Baselines.sdkAlone(), Baselines.withDatabase(mariaDb)));
			others.removeIf((recipe) -> !Plan.contenders().contains(recipe.name()));
			measure(ours.prepared(), others);
		}
		finally {
			new Report(this.figures).write();
		}
		assertThat(this.figures.wrong()).isZero();
	}

	private void measure(OurJar ours, List<Recipe> others) throws IOException, SQLException {
		Recipe recipe = ours.recipe();
		if (Plan.includes("cold")) {
			new ColdStarts(recipe, others, this.figures).measure();
		}
		List<Recipe> all = new ArrayList<>(others);
		all.add(recipe);
		try (Rounds rounds = new Rounds(all, this.figures)) {
			if (Plan.includes("load") || Plan.includes("growth")) {
				rounds.warm();
			}
			if (Plan.includes("load")) {
				rounds.measure();
			}
			if (Plan.includes("growth")) {
				new InboxGrowth(ours, recipe, rounds, this.figures).measure();
			}
		}
	}

	private void measureCodec() throws RunnerException {
		OptionsBuilder options = new OptionsBuilder();
		options.include(EnvelopeBenchmark.class.getName())
			.forks(Plan.rounds())
			.warmupIterations(5)
			.measurementIterations(5)
			.warmupTime(TimeValue.seconds(2))
			.measurementTime(TimeValue.seconds(1))
			.addProfiler(GCProfiler.class);
		for (RunResult result : new Runner(options.build()).run()) {
			String contender = result.getPrimaryResult().getLabel().equals("ours") ? "ours" : "S";
			this.figures.add(contender, "codec", result.getPrimaryResult().getStatistics().getPercentile(50));
			result.getSecondaryResults().forEach((name, secondary) -> {
				if (name.contains("alloc.rate.norm")) {
					this.figures.add(contender, "codec.bytes", secondary.getScore());
				}
			});
		}
	}

}
