package cn.mentougou.education.newsroom.newsdesk;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.newsroom.newsdesk.WordDiff.Kind;
import cn.mentougou.education.newsroom.newsdesk.WordDiff.Part;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTests {

	@Test
	void oneChangedCharacterIsFound() {
		assertThat(WordDiff.between("日期是5月3日。", "日期是5月4日。")).containsExactly(new Part(Kind.SAME, "日期是5月"),
				new Part(Kind.GONE, "3"), new Part(Kind.NEW, "4"), new Part(Kind.SAME, "日。"));
	}

	@Test
	void latinWordIsOneWord() {
		assertThat(WordDiff.between("use http", "use https")).containsExactly(new Part(Kind.SAME, "use "),
				new Part(Kind.GONE, "http"), new Part(Kind.NEW, "https"));
	}

	@Test
	void bothTextsComeBackFromTheParts() {
		String before = "一、开幕。\n二、比赛。\n三、颁奖。";
		String after = "一、开幕式。\n三、颁奖。\n四、闭幕。";
		StringBuilder old = new StringBuilder();
		StringBuilder now = new StringBuilder();
		for (Part part : WordDiff.between(before, after)) {
			if (part.kind() != Kind.NEW) {
				old.append(part.text());
			}
			if (part.kind() != Kind.GONE) {
				now.append(part.text());
			}
		}
		assertThat(old).hasToString(before);
		assertThat(now).hasToString(after);
	}

	@Test
	void longestTextTakesThePlaceOfAWordAtOnce() {
		String after = "乙".repeat(400_000);
		assertThat(WordDiff.between("甲", after)).containsExactly(new Part(Kind.GONE, "甲"), new Part(Kind.NEW, after));
	}

	@Test
	void hugeTextIsComparedAsAWhole() {
		String before = "甲".repeat(3000) + "x";
		String after = "乙".repeat(3000) + "x";
		assertThat(WordDiff.between(before, after)).hasSize(3);
	}

}
