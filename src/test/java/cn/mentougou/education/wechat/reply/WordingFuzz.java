package cn.mentougou.education.wechat.reply;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/** Anything that people type, against a book of rules; and anything as a keyword. */
public class WordingFuzz implements FuzzTarget {

	private static final LocalDateTime TIME = LocalDateTime.of(2026, 9, 1, 8, 0);

	private static final RuleBook BOOK = Rules.book(Rules.rule(Trigger.WHOLE_KEYWORD, "whole", "招生", "wechat", "iv"),
			Rules.rule(Trigger.PREFIX_KEYWORD, "prefix", "查询", "a"),
			Rules.rule(Trigger.CONTAINED_KEYWORD, "contained", "请假", "é", "z"),
			Rules.rule(Trigger.MENU_KEY, "menu", "KEY"), Rules.rule(Trigger.SCENE, "scene", "TEACHER_"));

	@Override
	public String name() {
		return "wording";
	}

	@Override
	public void accept(byte[] input) {
		String typed = new String(input, StandardCharsets.UTF_8);
		String wording = Wording.of(typed);
		assertThat(Wording.of(typed)).isEqualTo(wording);
		assertThat(wording.length()).isLessThanOrEqualTo(18 * typed.length());
		for (String appId : new String[] { Rules.SERVICE, Rules.SUBSCRIPTION }) {
			BOOK.wholeKeyword(appId, typed, TIME);
			BOOK.otherKeyword(appId, typed, TIME);
			BOOK.menuKey(appId, typed, TIME);
			BOOK.scene(appId, typed, TIME);
		}
		asKeyword(typed);
	}

	/** Letters that grow, marks that must be put in order, emoji that are cut away. */
	@Override
	public List<byte[]> madeSeeds() {
		return Stream.of("\uFDFA", "\u0301\u0316", "。", "👨‍👩‍👧", "a")
			.map((again) -> FuzzTarget.longSeed("z", again, "z"))
			.toList();
	}

	/** A keyword that the editor may save answers the person who types it. */
	private static void asKeyword(String phrase) {
		ReplyRule rule;
		try {
			rule = Rules.rule(Trigger.WHOLE_KEYWORD, "found", phrase);
		}
		catch (Refusal.Invalid ex) {
			return;
		}
		Optional<String> answer = Rules.book(rule).wholeKeyword(Rules.SERVICE, phrase, TIME);
		assertThat(answer).contains("found");
		assertThat(Rules.book(rule).wholeKeyword(Rules.SERVICE, " " + phrase + "。", TIME)).contains("found");
	}

}
