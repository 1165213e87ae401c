package cn.mentougou.education.newsroom.newsreply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewsWishTests {

	@ParameterizedTest
	@CsvSource({ "新闻, ALL", "' 新闻。 ', ALL", "教育新闻, ALL", "今日新闻, ALL", "看今天的新闻！, ALL", "新闻 国家, NATIONAL",
			"新闻，北京市, BEIJING", "我区新闻, DISTRICT", "门头沟的教育新闻, DISTRICT", "全国教育新闻, NATIONAL" })
	void commandIsUnderstoodWithItsLevelBeforeOrBehindIt(String text, NewsWish wish) {
		assertThat(NewsWish.ofCommand(text)).contains(wish);
	}

	@ParameterizedTest
	@ValueSource(strings = { "新闻发布会几点开始", "请问新闻", "新闻班招生", "旧新闻", "", "news" })
	void whatOnlyContainsTheWordIsNoCommand(String text) {
		assertThat(NewsWish.ofCommand(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "国家, NATIONAL", "北京, BEIJING", "北京市。, BEIJING", "我区, DISTRICT", "本区, DISTRICT" })
	void levelAloneIsEnough(String text, NewsWish wish) {
		assertThat(NewsWish.ofWord(text)).contains(wish);
	}

	@ParameterizedTest
	@ValueSource(strings = { "北京有什么学校", "新闻", "国家国家", "" })
	void otherWordsAreNoLevel(String text) {
		assertThat(NewsWish.ofWord(text)).isEmpty();
	}

	@Test
	void everyEntryOfTheMenuHasAKeyOfItsOwn() {
		for (NewsWish wish : NewsWish.values()) {
			assertThat(NewsWish.ofKey(wish.key())).contains(wish);
		}
		assertThat(NewsWish.ofKey("FIND_SERVICE")).isEmpty();
	}

}
