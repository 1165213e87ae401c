package cn.mentougou.education.office.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.office.console.SearchSource.Hit;
import cn.mentougou.education.shared.Actor;

/** Asks the desks for what contains some words. */
class Search {

	static final int MOST_CHARACTERS = 50;

	private static final Logger logger = LoggerFactory.getLogger(Search.class);

	private static final int MOST_HITS = 10;

	private final List<SearchSource> sources;

	Search(List<SearchSource> sources) {
		this.sources = sources;
	}

	/** What was typed, as the desks are asked for it. */
	static String plain(String typed) {
		return typed.replaceAll("[\\p{Cntrl}\\p{Z}\\p{Cf}\\p{Cs}]+", " ").strip();
	}

	/**
	 * What this actor may see of it, by kind; a desk that fails is counted, not fatal.
	 */
	View find(Actor actor, String typed) {
		String words = plain(typed);
		boolean isTooLong = words.codePointCount(0, words.length()) > MOST_CHARACTERS;
		if (words.isEmpty() || isTooLong) {
			return new View(words, isTooLong, Map.of(), 0);
		}
		Map<String, List<Hit>> hits = new LinkedHashMap<>();
		int silent = 0;
		for (SearchSource source : this.sources) {
			try {
				source.find(actor, words)
					.stream()
					.limit(MOST_HITS)
					.forEach((hit) -> hits.computeIfAbsent(hit.kind(), (kind) -> new ArrayList<>()).add(hit));
			}
			catch (RuntimeException ex) {
				silent++;
				logger.error("搜索时有一项没有答复：{}", source.getClass().getSimpleName(), ex);
			}
		}
		return new View(words, false, hits, silent);
	}

	/**
	 * The page of results.
	 *
	 * @param words what was asked for
	 * @param isTooLong whether it was longer than a search may be
	 * @param hits what was found, by kind
	 * @param silent how many desks did not answer
	 */
	record View(String words, boolean isTooLong, Map<String, List<Hit>> hits, int silent) {
	}

}
