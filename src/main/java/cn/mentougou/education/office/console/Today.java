package cn.mentougou.education.office.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.office.console.TodayEntry.Kind;
import cn.mentougou.education.shared.Actor;

/** Gathers from the desks what waits for somebody. */
class Today {

	private static final Logger logger = LoggerFactory.getLogger(Today.class);

	private static final Comparator<TodayEntry> MOST_URGENT_FIRST = Comparator
		.comparing(TodayEntry::workingDaysLeft, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing(TodayEntry::title);

	/** The number beside 今日 stands on every page; the desks are not asked each time. */
	private static final Duration COUNT_HOLDS = Duration.ofSeconds(30);

	private static final int MOST_COUNTS = 2000;

	private final List<TodaySource> sources;

	private final Clock clock;

	private final Map<Long, Count> counts = new ConcurrentHashMap<>();

	Today(List<TodaySource> sources, Clock clock) {
		this.sources = sources;
		this.clock = clock;
	}

	/** All that waits for this actor; a desk that fails is counted, not fatal. */
	View viewFor(Actor actor) {
		LocalDate today = LocalDate.now(this.clock);
		List<TodayEntry> entries = new ArrayList<>();
		int silent = 0;
		for (TodaySource source : this.sources) {
			try {
				entries.addAll(source.entriesFor(actor, today));
			}
			catch (RuntimeException ex) {
				silent++;
				logger.error("今日清单中有一项读不出来：{}", source.getClass().getSimpleName(), ex);
			}
		}
		remember(actor, entries.size());
		List<Group> groups = Arrays.stream(Kind.values())
			.map((kind) -> group(kind, entries))
			.filter((group) -> !group.entries().isEmpty())
			.toList();
		return new View(today, groups, silent);
	}

	private static Group group(Kind kind, List<TodayEntry> entries) {
		return new Group(kind,
				entries.stream().filter((entry) -> entry.kind() == kind).sorted(MOST_URGENT_FIRST).toList());
	}

	/** How many entries wait for this actor, at most half a minute old. */
	int countFor(Actor actor) {
		Count known = this.counts.get(actor.id());
		if (known != null && known.until().isAfter(this.clock.instant())) {
			return known.value();
		}
		return viewFor(actor).groups().stream().mapToInt((group) -> group.entries().size()).sum();
	}

	/** The last count, or 0 where nobody counted; asks nobody. */
	int knownCountFor(Actor actor) {
		Count known = this.counts.get(actor.id());
		return (known != null) ? known.value() : 0;
	}

	/** The actor did something: count anew. */
	void forget(Actor actor) {
		this.counts.remove(actor.id());
	}

	private void remember(Actor actor, int count) {
		if (this.counts.size() >= MOST_COUNTS) {
			this.counts.clear();
		}
		this.counts.put(actor.id(), new Count(count, this.clock.instant().plus(COUNT_HOLDS)));
	}

	private record Count(int value, Instant until) {
	}

	/**
	 * The page 今日.
	 *
	 * @param day which day it is
	 * @param groups the entries by kind, most urgent first
	 * @param silent how many desks could not say what waits
	 */
	record View(LocalDate day, List<Group> groups, int silent) {
	}

	/**
	 * The entries of one kind.
	 *
	 * @param kind why they stand there
	 * @param entries most urgent first
	 */
	record Group(Kind kind, List<TodayEntry> entries) {
	}

}
