package cn.mentougou.education.wechat.reply;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.reply.Trial.Contender;
import cn.mentougou.education.wechat.reply.Trial.Standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TrialTests {

	private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-04-20T10:00:00");

	@Test
	void everyRuleThatKnowsTheTextSaysWhyItDoesNotAnswer() {
		EffectiveHours evening = EffectiveHours.daily(LocalTime.of(18, 0), LocalTime.of(22, 0), Set.of());
		Trial trial = trial("招生政策？", Rules.prior(9, Rules.off(Rules.rule(Trigger.WHOLE_KEYWORD, "停用", "招生政策"))),
				Rules.prior(8, Rules.during(evening, Rules.rule(Trigger.WHOLE_KEYWORD, "晚上", "招生政策"))),
				Rules.prior(5, Rules.of(Rules.SERVICE, Rules.rule(Trigger.WHOLE_KEYWORD, "回答", "招生政策"))),
				Rules.prior(5, Rules.rule(Trigger.WHOLE_KEYWORD, "通用", "招生政策")),
				Rules.prior(5, Rules.of(Rules.SERVICE, Rules.rule(Trigger.WHOLE_KEYWORD, "后来", "招生政策"))),
				Rules.rule(Trigger.WHOLE_KEYWORD, "较低", "招生政策"),
				Rules.prior(9, Rules.rule(Trigger.PREFIX_KEYWORD, "开头", "招生")),
				Rules.rule(Trigger.CONTAINED_KEYWORD, "含有", "政策", "生政策"), Rules.rule(Trigger.DEFAULT, "默认"),
				Rules.rule(Trigger.WHOLE_KEYWORD, "别的词", "入学"), Rules.rule(Trigger.WELCOME, "欢迎"),
				Rules.of(Rules.SUBSCRIPTION, Rules.rule(Trigger.WHOLE_KEYWORD, "别的号", "招生政策")));
		assertThat(trial.contenders()).extracting((each) -> each.rule().answer(), Contender::standing)
			.containsExactly(tuple("停用", Standing.DISABLED), tuple("晚上", Standing.OUT_OF_HOURS),
					tuple("回答", Standing.ANSWERS), tuple("后来", Standing.NEWER), tuple("通用", Standing.FOR_EVERY_ACCOUNT),
					tuple("较低", Standing.LOWER_PRIORITY), tuple("开头", Standing.LATER_KIND),
					tuple("含有", Standing.LATER_KIND), tuple("默认", Standing.LATER_KIND));
		assertThat(trial.contenders().get(7).phrase()).isEqualTo("生政策");
	}

	@Test
	void shorterPhraseLosesAndWithoutARuleNobodyWins() {
		Trial trial = trial("招生政策解读", Rules.rule(Trigger.PREFIX_KEYWORD, "短", "招生"),
				Rules.rule(Trigger.PREFIX_KEYWORD, "长", "招生政策"));
		assertThat(trial.contenders()).extracting((each) -> each.rule().answer(), Contender::standing)
			.containsExactly(tuple("长", Standing.ANSWERS), tuple("短", Standing.SHORTER_PHRASE));
		assertThat(trial("别的").winner()).isEmpty();
		assertThat(trial("别的", Rules.off(Rules.rule(Trigger.DEFAULT, "默认"))).winner()).isEmpty();
	}

	/** The test box would be worse than none if it said anything else than the phone. */
	@Test
	void winnerIsTheAnswerThatPeopleGet() {
		Random random = new Random(20260420);
		for (int round = 0; round < 2_000; round++) {
			Map<ReplyRuleId, ReplyRule> rules = new LinkedHashMap<>();
			for (int id = 1; id <= 1 + random.nextInt(8); id++) {
				rules.put(new ReplyRuleId(id), randomRule(random, id));
			}
			RuleBook book = new RuleBook(1, rules);
			String words = text(random, 4);
			LocalDateTime at = MONDAY.plusHours(random.nextInt(48));
			Optional<String> said = book.wholeKeyword(Rules.SERVICE, words, at)
				.or(() -> book.otherKeyword(Rules.SERVICE, words, at))
				.or(() -> book.otherwise(Rules.SERVICE, at));
			assertThat(Trial.of(rules, Rules.SERVICE, words, at).winner().map((winner) -> winner.rule().answer()))
				.as("%s at %s of %s", words, at, rules)
				.isEqualTo(said);
		}
	}

	private static ReplyRule randomRule(Random random, int id) {
		List<Trigger> kinds = List.of(Trigger.WHOLE_KEYWORD, Trigger.PREFIX_KEYWORD, Trigger.CONTAINED_KEYWORD,
				Trigger.DEFAULT, Trigger.WELCOME);
		Trigger kind = kinds.get(random.nextInt(kinds.size()));
		Set<String> phrases = new LinkedHashSet<>();
		for (int i = 0; kind.needsPhrases() && i <= random.nextInt(3); i++) {
			phrases.add(text(random, 3));
		}
		String appId = new String[] { "", Rules.SERVICE, Rules.SUBSCRIPTION }[random.nextInt(3)];
		EffectiveHours hours = random.nextBoolean() ? EffectiveHours.ALWAYS
				: EffectiveHours.daily(LocalTime.of(random.nextInt(12), 0), LocalTime.of(12 + random.nextInt(12), 0),
						random.nextBoolean() ? Set.of() : Set.of(DayOfWeek.MONDAY));
		return new ReplyRule(appId.isEmpty() ? null : appId, kind, new ArrayList<>(phrases), "第 " + id + " 条",
				random.nextInt(2), hours, random.nextInt(5) > 0);
	}

	private static String text(Random random, int longest) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i <= random.nextInt(longest); i++) {
			text.append("甲乙".charAt(random.nextInt(2)));
		}
		return text.toString();
	}

	private static Trial trial(String words, ReplyRule... rules) {
		Map<ReplyRuleId, ReplyRule> numbered = new LinkedHashMap<>();
		for (ReplyRule rule : rules) {
			numbered.put(new ReplyRuleId(numbered.size() + 1), rule);
		}
		return Trial.of(numbered, Rules.SERVICE, words, MONDAY);
	}

}
