package cn.mentougou.education.newsroom.newsdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed between two texts, word by word: a Chinese character is a word, and so is
 * a run of letters or digits.
 */
final class WordDiff {

	/** What is longer is compared line by line alone. */
	private static final int MOST_CELLS = 4_000_000;

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+|\\R|.", Pattern.DOTALL);

	private WordDiff() {
	}

	/** The parts in the order of reading. */
	static List<Part> between(String before, String after) {
		List<String> old = words(before);
		List<String> now = words(after);
		int head = 0;
		while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < Math.min(old.size(), now.size()) - head
				&& old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
			tail++;
		}
		List<Part> parts = new ArrayList<>();
		add(parts, Kind.SAME, String.join("", old.subList(0, head)));
		middle(parts, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
		add(parts, Kind.SAME, String.join("", old.subList(old.size() - tail, old.size())));
		return parts;
	}

	private static void middle(List<Part> parts, List<String> old, List<String> now) {
		if ((long) old.size() * now.size() > MOST_CELLS) {
			add(parts, Kind.GONE, String.join("", old));
			add(parts, Kind.NEW, String.join("", now));
			return;
		}
		int[][] common = common(old, now);
		int i = 0;
		int j = 0;
		while (i < old.size() || j < now.size()) {
			if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
				add(parts, Kind.SAME, old.get(i++));
				j++;
			}
			else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
				add(parts, Kind.GONE, old.get(i++));
			}
			else {
				add(parts, Kind.NEW, now.get(j++));
			}
		}
	}

	/** How long the longest common sequence of what follows is. */
	private static int[][] common(List<String> old, List<String> now) {
		int[][] common = new int[old.size() + 1][now.size() + 1];
		for (int i = old.size() - 1; i >= 0; i--) {
			for (int j = now.size() - 1; j >= 0; j--) {
				common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1
						: Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		return common;
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		Matcher word = WORD.matcher(text);
		while (word.find()) {
			words.add(word.group());
		}
		return words;
	}

	private static void add(List<Part> parts, Kind kind, String text) {
		if (text.isEmpty()) {
			return;
		}
		int last = parts.size() - 1;
		if (last >= 0 && parts.get(last).kind() == kind) {
			parts.set(last, new Part(kind, parts.get(last).text() + text));
		}
		else {
			parts.add(new Part(kind, text));
		}
	}

	/** What became of a part. */
	enum Kind {

		/** It stands in both. */
		SAME,

		/** It stood in the first. */
		GONE,

		/** It stands in the second. */
		NEW

	}

	/**
	 * Some words that share what became of them.
	 *
	 * @param kind what became of them
	 * @param text the words
	 */
	record Part(Kind kind, String text) {
	}

}
