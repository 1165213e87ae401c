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
		Parts parts = new Parts();
		old.subList(0, head).forEach((word) -> parts.add(Kind.SAME, word));
		middle(parts, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
		old.subList(old.size() - tail, old.size()).forEach((word) -> parts.add(Kind.SAME, word));
		return parts.all();
	}

	private static void middle(Parts parts, List<String> old, List<String> now) {
		if ((long) old.size() * now.size() > MOST_CELLS) {
			old.forEach((word) -> parts.add(Kind.GONE, word));
			now.forEach((word) -> parts.add(Kind.NEW, word));
			return;
		}
		int[][] common = common(old, now);
		int i = 0;
		int j = 0;
		while (i < old.size() || j < now.size()) {
			if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
				parts.add(Kind.SAME, old.get(i++));
				j++;
			}
			else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
				parts.add(Kind.GONE, old.get(i++));
			}
			else {
				parts.add(Kind.NEW, now.get(j++));
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

	/** Parts as they grow word by word. */
	private static final class Parts {

		private final List<Part> done = new ArrayList<>();

		private final StringBuilder text = new StringBuilder();

		private Kind kind = Kind.SAME;

		void add(Kind next, String word) {
			if (next != this.kind) {
				close();
				this.kind = next;
			}
			this.text.append(word);
		}

		List<Part> all() {
			close();
			return this.done;
		}

		private void close() {
			if (!this.text.isEmpty()) {
				this.done.add(new Part(this.kind, this.text.toString()));
				this.text.setLength(0);
			}
		}

	}

}
