package cn.mentougou.education.wechat.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.wechatsim.notice.FieldLimits;

import static org.assertj.core.api.Assertions.assertThat;

class FieldRulesTests {

	private static final String[] FIELDS = { "thing1", "short_thing2", "character_string3", "number4", "letter5",
			"symbol6", "time7", "date8", "amount9", "phone_number10", "car_number11", "name12", "phrase13", "const14",
			"enum15", "first", "keyword1" };

	private static final String[] PIECES = { "", " ", "字", "𠮷", "😀", "👨‍👩‍👧", "a", "Z", "7", "0", ".", "-", "+",
			"~", "￥", "元", "\n", "\r", "\u2028", "\u0000", "\t", "\ud83d", "\u00a0", "2026年11月24日", "2026年2月30日",
			"15:01", "24:00", "9:5", " 15:01:59", "京A12345", "已受理", "，", "é", "　", "0000年1月1日" };

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			thing1,             数学课,                              ok
			thing1,             一二三四五六七八九十一二三四五六七八九十,   ok
			thing1,             一二三四五六七八九十一二三四五六七八九十一, template.field-too-long
			thing1,             😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀, ok
			thing1,             "",                                 template.field-empty
			thing1,             "  ",                               template.field-empty
			short_thing1,       一二三四五六,                          template.field-too-long
			character_string1,  MTG-2026-0042,                      ok
			character_string1,  编号1,                               template.field-form
			number1,            -12.50,                             ok
			number1,            1.2.3,                              template.field-form
			letter1,            abcXYZ,                             ok
			letter1,            abc1,                               template.field-form
			time1,              15:01,                              ok
			time1,              2026年11月24日 15:01,                 ok
			time1,              2026年11月24日 15:01~16:00,           ok
			time1,              25:00,                              template.field-form
			time1,              下午三点,                             template.field-form
			date1,              2026年11月24日,                       ok
			date1,              2026年1月1日~2026年1月3日,              ok
			date1,              2026年2月29日,                        template.field-form
			date1,              2026-11-24,                         template.field-form
			amount1,            ￥12.50,                             ok
			amount1,            100元,                               ok
			amount1,            12345678901,                        template.field-form
			phone_number1,      010-69842000,                       ok
			phone_number1,      +86 138 0013 80001,                 template.field-too-long
			phone_number1,      转 801,                              template.field-form
			car_number1,        京A12345,                            ok
			name1,              阿依古丽,                             ok
			name1,              Alexandra Smith,                    ok
			name1,              一二三四五六七八九十一,                  template.field-form
			phrase1,            已受理,                              ok
			phrase1,            OK,                                 template.field-form
			phrase1,            正在办理之中,                         template.field-too-long
			keyword1,           随便什么,                             ok
			""")
	void valueIsTakenOrRefusedByItsField(String field, String value, String verdict) {
		assertThat(FieldRules.problem(field, value).map(FieldProblem::code).orElse("ok")).isEqualTo(verdict);
	}

	@Test
	void lineEndsAndHalfCharactersAreRefused() {
		for (String value : List.of("一\n二", "一\r二", "一\u2028二", "a\u0000", "\ud83d", "a\t")) {
			assertThat(FieldRules.problem("thing1", value)).map(FieldProblem::code).contains("template.field-line");
		}
	}

	/** 200,000 values made of pieces that lie at the edges of the rules. */
	@Test
	void platformTakesWhateverTheRulesTake() {
		Random random = new Random(20141231);
		List<String> taken = new ArrayList<>();
		for (int i = 0; i < 200_000; i++) {
			String field = FIELDS[random.nextInt(FIELDS.length)];
			String value = value(random);
			if (FieldRules.problem(field, value).isEmpty()) {
				assertThat(FieldLimits.allow(field, value)).as("%s = [%s]", field, value).isTrue();
				taken.add(field);
			}
		}
		assertThat(taken).contains(FIELDS);
	}

	private static String value(Random random) {
		StringBuilder value = new StringBuilder();
		int pieces = 1 + random.nextInt(random.nextBoolean() ? 3 : 24);
		String same = PIECES[random.nextInt(PIECES.length)];
		boolean isMonotonous = random.nextInt(3) == 0;
		for (int i = 0; i < pieces; i++) {
			value.append(isMonotonous ? same : PIECES[random.nextInt(PIECES.length)]);
		}
		return value.toString();
	}

}
