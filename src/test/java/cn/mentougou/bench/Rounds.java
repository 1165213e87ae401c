package cn.mentougou.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.mentougou.bench.load.Account;
import cn.mentougou.bench.load.Contender;
import cn.mentougou.bench.load.Load;
import cn.mentougou.bench.load.Sample;

/**
 * All contenders at once, each warmed, then one window each in turn, round after round:
 * what the machine does meanwhile meets all of them.
 */
final class Rounds implements AutoCloseable {

	private static final int FIRST_GUESS = 6000;

	private final Load load = new Load(Plan.connections());

	private final List<Recipe> recipes;

	private final Figures figures;

	private final Map<Recipe, Contender> running = new LinkedHashMap<>();

	private final Map<String, Double> rates = new LinkedHashMap<>();

	Rounds(List<Recipe> recipes, Figures figures) {
		this.figures = figures;
		this.recipes = recipes;
	}

	/** Starts and warms one after another. */
	void warm() throws IOException {
		for (Recipe recipe : this.recipes) {
			Contender contender = recipe.start();
			this.running.put(recipe, contender);
			contender.awaitRightAnswer(recipe.account());
			warm(recipe, contender, recipe.account(), Plan.warm());
			warm(recipe, contender, recipe.plain(), Plan.warm().dividedBy(5));
		}
	}

	private void warm(Recipe recipe, Contender contender, Account account, Duration time) throws IOException {
		long left = time.toNanos();
		while (left > 0) {
			Sample sample = closed(recipe, contender, account, Duration.ofNanos(Math.min(left, 10_000_000_000L)));
			left -= sample.usage().nanos();
		}
	}

	/** Measures, each contender in each mode, in turn. */
	void measure() throws IOException {
		for (int round = 0; round < Plan.rounds(); round++) {
			List<Recipe> order = new ArrayList<>(this.running.keySet());
			Collections.rotate(order, round);
			for (Recipe recipe : order) {
				Contender contender = this.running.get(recipe);
				this.figures.addClosed(recipe.name(), closed(recipe, contender, recipe.account(), Plan.closed()));
				this.figures.addClosed(recipe.name() + " plain",
						closed(recipe, contender, recipe.plain(), Plan.closed()));
				this.figures.addOpen(recipe.name(),
						this.load.open(contender, recipe.account(), Plan.open(), Plan.rate()));
			}
		}
		for (Map.Entry<Recipe, Contender> entry : this.running.entrySet()) {
			this.figures.add(entry.getKey().name(), "rss", entry.getValue().peakMegabytes());
		}
	}

	/** One window in a closed loop, with as many messages prepared as it may take. */
	Sample closed(Recipe recipe, Contender contender, Account account, Duration time) throws IOException {
		String key = recipe.name() + (account.aesKey() == null);
		double rate = this.rates.getOrDefault(key, (double) FIRST_GUESS);
		Sample sample = this.load.closed(contender, account, time, (int) (rate * 1.3 * time.toMillis() / 1000) + 100);
		this.rates.put(key, sample.perSecond());
		System.out.printf("%-5s %-5s %8.0f/s  %6.1f + %.1f µs (load %.1f)  p99 %.1f ms  wrong %d%n", recipe.name(),
				account.aesKey() == null ? "plain" : "safe", sample.perSecond(), sample.applicationMicros(),
				sample.engineMicros(), sample.generatorMicros(), sample.millisAt(0.99), sample.wrong());
		return sample;
	}

	Load load() {
		return this.load;
	}

	Contender contender(Recipe recipe) {
		return this.running.get(recipe);
	}

	@Override
	public void close() {
		this.running.values().forEach(Contender::close);
	}

}
