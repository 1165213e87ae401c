package cn.mentougou.education.wechat.reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

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
