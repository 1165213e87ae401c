package cn.mentougou.education.wechat.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	@Test
	void onlyTheBeginningOfLongTextIsCompared() {
		assertThat(Wording.of("招生" + "a".repeat(70_000))).hasSize(1000).startsWith("招生");
	}

	@Test
	void thousandsOfAccentsTakeNoTime() {
		assertThat(Wording.of("a" + "\u0301\u0316".repeat(16_000)).length()).isLessThanOrEqualTo(1000);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			招生, 招生
			' 招生 ', 招生
			'　招生　', 招生
			招生。, 招生
			招生？？, 招生
			“招生”, 招生
			《招生》, 招生
			【招生】！, 招生
			～招生～, 招生
			招生😊, 招生
			❤️招生❤️, 招生
			ＷＥＣＨＡＴ, wechat
			WeChat, wechat
			２０２６年, 2026年
			幼升小　报名, 幼升小 报名
			ⅳ, iv
			3+2, 3+2
			？？, ''
			😊, ''
			'', ''
			""")
	void onlyTheWordsCount(String typed, String wording) {
		assertThat(Wording.of(typed)).isEqualTo(wording);
	}

}
