package cn.mentougou.education.newsroom.newsreply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.Correction;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.NewsListQuery;
import cn.mentougou.education.wechat.envelope.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class NewsAnswersTests {

	private static final String SITE = "https://edu.example.cn";

	private final List<ApprovedItem> shown = new ArrayList<>();

	@Test
	void textIsAnsweredWithOneCardThatNamesTheNextOnes() {
		for (int i = 1; i <= 12; i++) {
			show(i, "第" + i + "条", NewsLevel.DISTRICT);
		}
		Reply.Article card = cards(answers(SITE).toText(NewsWish.ALL)).get(0);
		assertThat(cards(answers(SITE).toText(NewsWish.ALL))).as("the platform shows one").hasSize(1);
		assertThat(card.title()).isEqualTo("第12条");
		assertThat(card.url()).isEqualTo(SITE + "/news/12");
		assertThat(card.picUrl()).isEqualTo(SITE + "/news/pictures/512");
		assertThat(card.description()).startsWith("【我区】5月20日 摘要").contains("\n· 第11条", "\n· 第8条").doesNotContain("第7条");
	}

	@Test
	void tapIsAnsweredWithACardForEachOfEight() {
		for (int i = 1; i <= 12; i++) {
			show(i, "第" + i + "条", NewsLevel.DISTRICT);
		}
		assertThat(cards(answers(SITE).toTap(NewsWish.ALL))).hasSize(8)
			.extracting(Reply.Article::title)
			.startsWith("第12条", "第11条");
	}

	@Test
	void levelsStandTogetherInTheOrderOfTheirDays() {
		show(1, "北京一", NewsLevel.BEIJING);
		show(2, "国家一", NewsLevel.NATIONAL);
		show(3, "区一", NewsLevel.DISTRICT);
		show(4, "北京二", NewsLevel.BEIJING);
		assertThat(cards(answers(SITE).toTap(NewsWish.BEYOND))).extracting(Reply.Article::title)
			.containsExactly("北京二", "国家一", "北京一");
		assertThat(cards(answers(SITE).toTap(NewsWish.DISTRICT))).extracting(Reply.Article::title)
			.containsExactly("区一");
	}

	@Test
	void marksAreSaidOnTheCard() {
		ApprovedItem item = item(5, "有标记", NewsLevel.DISTRICT);
		this.shown.add(new ApprovedItem(item.id(), 2, item.contentHash(), item.title(), "", "很长".repeat(60),
				item.body(), item.level(), List.of(), null, null, List.of(), item.approvedAt(), item.firstShownAt(),
				new Correction(item.approvedAt(), "改了"), true));
		Reply.Article card = cards(answers(SITE).toText(NewsWish.ALL)).get(0);
		assertThat(card.description()).startsWith("【已更正】【含AI生成内容】【我区】").endsWith("…");
		assertThat(card.description().length()).isLessThan(110);
		assertThat(card.picUrl()).isEmpty();
	}

	@Test
	void withoutAnAddressOfTheWebsiteTitlesAreSaidInWordsThatFit() {
		for (int i = 1; i <= 12; i++) {
			show(i, "很长的标题".repeat(12) + i, NewsLevel.NATIONAL);
		}
		Reply reply = answers("").toTap(NewsWish.NATIONAL);
		assertThat(reply).isInstanceOfSatisfying(Reply.Text.class,
				(text) -> assertThat(text.content()).startsWith("最新的国家教育新闻：").endsWith("全文请看每日推送。"));
	}

	@Test
	void whereNothingIsShownYetAKindSentenceSaysSo() {
		for (NewsWish wish : NewsWish.values()) {
			assertThat(answers(SITE).toText(wish)).isInstanceOfSatisfying(Reply.Text.class,
					(text) -> assertThat(text.content()).contains("还没有发布", wish.title()));
		}
	}

	private static List<Reply.Article> cards(Reply reply) {
		return ((Reply.News) reply).articles();
	}

	private void show(long id, String title, NewsLevel level) {
		this.shown.add(item(id, title, level));
	}

	private static ApprovedItem item(long id, String title, NewsLevel level) {
		Instant at = Instant.parse("2026-05-20T01:00:00Z").plusSeconds(id);
		return new ApprovedItem(new NewsId(id), 1, "a".repeat(64), title, "", "摘要", "<p>正文</p>", level, List.of(), null,
				String.valueOf(500 + id), List.of(), at, at, null, false);
	}

	private NewsAnswers answers(String site) {
		return new NewsAnswers(this::latest, site);
	}

	private List<ApprovedItem> latest(NewsListQuery query) {
		return this.shown.stream()
			.filter((item) -> query.level() == null || item.level() == query.level())
			.sorted(Comparator.comparing(ApprovedItem::firstShownAt).reversed())
			.limit(query.limit())
			.toList();
	}

}
