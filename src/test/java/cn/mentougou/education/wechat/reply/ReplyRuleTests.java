package cn.mentougou.education.wechat.reply;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReplyRuleTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource("refused")
	void ruleThatCannotAnswerIsRefusedWithAChineseSentence(String code, Trigger trigger, String answer,
			List<String> phrases) {
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> new ReplyRule(null, trigger, phrases, answer, 0, EffectiveHours.ALWAYS, true))
			.extracting(Refusal::code)
			.isEqualTo(code);
		assertThat(ResourceBundle.getBundle("messages.reply", Locale.ROOT).getString(code)).endsWith("。");
	}

	static Stream<Arguments> refused() {
		List<String> none = List.of();
		return Stream.of(Arguments.of("reply.answer-missing", Trigger.DEFAULT, " \n", none),
				Arguments.of("reply.answer-too-long", Trigger.DEFAULT, "字".repeat(683), none),
				Arguments.of("reply.phrases-missing", Trigger.WHOLE_KEYWORD, "好", none),
				Arguments.of("reply.phrases-unused", Trigger.WELCOME, "好", List.of("招生")),
				Arguments.of("reply.too-many-phrases", Trigger.WHOLE_KEYWORD, "好",
						IntStream.rangeClosed(0, 50).mapToObj(String::valueOf).toList()),
				Arguments.of("reply.phrase-too-long", Trigger.WHOLE_KEYWORD, "好", List.of("字".repeat(65))),
				Arguments.of("reply.phrase-empty", Trigger.CONTAINED_KEYWORD, "好", List.of("？")),
				Arguments.of("reply.phrase-empty", Trigger.MENU_KEY, "好", List.of(" ")),
				Arguments.of("reply.phrase-twice", Trigger.WHOLE_KEYWORD, "好", List.of("OK", "ｏｋ！")));
	}

	@Test
	void longestAnswerAndPhraseAreAccepted() {
		ReplyRule rule = Rules.rule(Trigger.WHOLE_KEYWORD, "字".repeat(682) + "ab", "😊a" + "字".repeat(62));
		assertThat(rule.answer()).hasSize(684);
	}

	@Test
	void menuKeysMayDifferInCapitalsAlone() {
		assertThat(Rules.rule(Trigger.MENU_KEY, "好", "A", "a").phrases()).containsExactly("A", "a");
	}

}
