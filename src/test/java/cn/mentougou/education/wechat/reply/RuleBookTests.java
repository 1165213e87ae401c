package cn.mentougou.education.wechat.reply;

import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuleBookTests {

	private static final LocalDateTime NOW = LocalDateTime.parse("2026-04-20T10:00:00");

	private final RuleBook book = Rules.book(Rules.rule(Trigger.WHOLE_KEYWORD, "招生", "招生", "入学"),
			Rules.rule(Trigger.WHOLE_KEYWORD, "ok", "OK"), Rules.rule(Trigger.PREFIX_KEYWORD, "公开", "公开"),
			Rules.rule(Trigger.PREFIX_KEYWORD, "公开指南", "公开指南"), Rules.rule(Trigger.CONTAINED_KEYWORD, "收费", "收费", "学费"),
			Rules.rule(Trigger.CONTAINED_KEYWORD, "幼儿园收费", "幼儿园收费"),
			Rules.prior(5, Rules.rule(Trigger.CONTAINED_KEYWORD, "投诉", "投诉")),
			Rules.of(Rules.SERVICE, Rules.rule(Trigger.WHOLE_KEYWORD, "服务号的招生", "招生")));

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# account, text, whole, other
			d1, 招生, 招生, -
			d1, 入学！, 招生, -
			f1, 招生, 服务号的招生, -
			f1, 入学, 招生, -
			d1, ｏｋ, ok, -
			d1, 招生简章, -, -
			d1, 公开 校车, -, 公开
			d1, 公开指南在哪里, -, 公开指南
			d1, 我想看公开, -, -
			d1, 学校学费多少, -, 收费
			d1, 幼儿园收费多少, -, 幼儿园收费
			d1, 幼儿园收费 投诉, -, 投诉
			d1, 公开收费投诉, -, 公开
			d1, 你好, -, -
			d1, ？, -, -
			""")
	void textFindsItsRule(String account, String text, String whole, String other) {
		String appId = "wx00000000000000" + account;
		assertThat(this.book.wholeKeyword(appId, text, NOW).orElse(null)).isEqualTo(whole);
		assertThat(this.book.otherKeyword(appId, text, NOW).orElse(null)).isEqualTo(other);
	}

	@Test
	void higherPriorityWinsOverLongerPhraseAndOwnAccount() {
		RuleBook rules = Rules.book(Rules.of(Rules.SERVICE, Rules.rule(Trigger.DEFAULT, "平时")),
				Rules.prior(1, Rules.rule(Trigger.DEFAULT, "假期")));
		assertThat(rules.otherwise(Rules.SERVICE, NOW)).contains("假期");
	}

	@Test
	void olderRuleWinsBetweenEquals() {
		RuleBook rules = Rules.book(Rules.rule(Trigger.WELCOME, "先"), Rules.rule(Trigger.WELCOME, "后"));
		assertThat(rules.welcome(Rules.SERVICE, NOW)).contains("先");
	}

	@Test
	void ruleOutsideItsHoursLeavesTheAnswerToTheNext() {
		EffectiveHours ended = new EffectiveHours(null, NOW, null, null, java.util.Set.of());
		RuleBook rules = Rules.book(Rules.prior(9, Rules.during(ended, Rules.rule(Trigger.WHOLE_KEYWORD, "报名中", "报名"))),
				Rules.rule(Trigger.WHOLE_KEYWORD, "报名已结束", "报名"));
		assertThat(rules.wholeKeyword(Rules.SERVICE, "报名", NOW.minusSeconds(1))).contains("报名中");
		assertThat(rules.wholeKeyword(Rules.SERVICE, "报名", NOW)).contains("报名已结束");
	}

	@Test
	void disabledRuleAnswersNothing() {
		RuleBook rules = Rules.book(Rules.off(Rules.rule(Trigger.WHOLE_KEYWORD, "招生", "招生")));
		assertThat(rules.wholeKeyword(Rules.SERVICE, "招生", NOW)).isEmpty();
	}

	@Test
	void menuKeyIsComparedToTheLetter() {
		RuleBook rules = Rules.book(Rules.rule(Trigger.MENU_KEY, "新闻", "NEWS_TODAY"));
		assertThat(rules.menuKey(Rules.SERVICE, "NEWS_TODAY", NOW)).contains("新闻");
		assertThat(rules.menuKey(Rules.SERVICE, "news_today", NOW)).isEmpty();
	}

	@Test
	void longestBeginningOfTheSceneCodeWins() {
		RuleBook rules = Rules.book(Rules.rule(Trigger.SCENE, "学校", "school-"),
				Rules.rule(Trigger.SCENE, "大峪一小", "school-dayu1"));
		assertThat(rules.scene(Rules.SERVICE, "school-dayu1-poster", NOW)).contains("大峪一小");
		assertThat(rules.scene(Rules.SERVICE, "school-2", NOW)).contains("学校");
		assertThat(rules.scene(Rules.SERVICE, "poster", NOW)).isEmpty();
	}

}
