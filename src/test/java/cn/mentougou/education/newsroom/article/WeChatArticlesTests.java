package cn.mentougou.education.newsroom.article;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import cn.mentougou.education.newsroom.article.Loss.Kind;
import cn.mentougou.education.newsroom.markup.Markups;
import cn.mentougou.education.newsroom.markup.NewsLimits;

import static org.assertj.core.api.Assertions.assertThat;

class WeChatArticlesTests extends ArticleFixture {

	@Test
	void everyElementCarriesItsStyle() {
		ConvertedArticle article = converted("""
				<h2>题</h2><p style="text-align:center">中</p><ul><li>一</li></ul><blockquote>引</blockquote>
				<table><tr><th>甲</th><td>乙</td></tr></table><hr>""");
		assertThat(Jsoup.parse(article.html()).select("h2,p,ul,li,blockquote,table,th,td,hr,section").eachAttr("style"))
			.hasSize(11)
			.noneMatch(String::isBlank);
		assertThat(article.html()).contains("text-align:center", "border-collapse:collapse", "来源：京西时报，2026年9月1日");
		assertThat(article.sourceUrl()).isEqualTo("https://edu.example.cn/news/7");
		assertThat(article.isSendable()).isTrue();
		assertThat(article.losses()).isEmpty();
	}

	@Test
	void linksToOtherPlacesAreListedAtTheEndAndTold() {
		ConvertedArticle article = converted("""
				<p>见<a href="https://www.bjmtg.gov.cn/a">通知</a>、<a href="https://mp.weixin.qq.com/s/abc">往期</a>、
				<a href="https://www.bjmtg.gov.cn/a">又一处</a></p>""");
		assertThat(article.links()).containsExactly("https://www.bjmtg.gov.cn/a");
		assertThat(article.html()).contains("通知［1］", "又一处［1］", "［1］https://www.bjmtg.gov.cn/a",
				"<a href=\"https://mp.weixin.qq.com/s/abc\">往期</a>");
		assertThat(Jsoup.parse(article.html()).select("a")).hasSize(1);
		assertThat(sentences(article)).containsExactly("微信会去掉 1 个指向其他网站的链接：文字保留，网址列在文末，读者可以复制。");
	}

	@Test
	void correctionAiMarkAndAttachmentsStandInTheArticle() {
		ArticleSource source = new ArticleSource("题", "", "摘要", "<p>文</p>", String.valueOf(picture(20, 20, 1)),
				"/news/7", List.of("名单.pdf"), null, new ArticleSource.Corrected(LocalDate.of(2026, 9, 3), "日期应为九月一日。"),
				true);
		ConvertedArticle article = this.articles.convert(source);
		assertThat(Jsoup.parse(article.html()).select("p").eachText()).containsExactly("更正（2026年9月3日）：日期应为九月一日。",
				"本文含人工智能生成的内容。", "文", "附件：名单.pdf（点文末“阅读原文”查看）");
		assertThat(article.losses()).extracting(Loss::kind).containsExactly(Kind.ATTACHMENT);
	}

	@Test
	void whatWeChatWouldRefuseIsToldBefore() {
		ArticleSource source = new ArticleSource("字".repeat(33), "字".repeat(17), "字".repeat(129),
				"<p>〔请重新上传图片1〕<img src=\"/news/pictures/999999\"></p><p>" + "字".repeat(20_000) + "</p>", null,
				"/news/7", List.of(), null, null, false);
		ConvertedArticle article = this.articles.convert(source);
		assertThat(article.isSendable()).isFalse();
		assertThat(article.losses()).filteredOn(Loss::isRefusal)
			.extracting(Loss::kind)
			.containsExactly(Kind.TITLE, Kind.AUTHOR, Kind.DIGEST, Kind.PICTURE_GONE, Kind.COVER, Kind.PICTURE_MARK,
					Kind.LENGTH);
		assertThat(sentences(article)).contains("标题有 33 个字，微信最多收 32 个字，请删去 1 个字。");
		ConvertedArticle empty = this.articles
			.convert(new ArticleSource("", "", "", "", null, "/news/7", List.of(), null, null, false));
		assertThat(empty.losses()).extracting(Loss::kind)
			.containsExactly(Kind.TITLE, Kind.DIGEST_FROM_TEXT, Kind.COVER, Kind.EMPTY);
	}

	@Test
	void titleMayBeLongerFromTheDayThatIsSet() {
		NewsLimits limits = new NewsLimits(List.of(new NewsLimits.TitleLimit(LocalDate.now(this.clock), 64)), 16, 128);
		WeChatArticles later = new WeChatArticles(this.attachments, limits, this.clock, "https://edu.example.cn");
		ArticleSource source = new ArticleSource("字".repeat(33), "", "摘要", "<p>文</p>",
				String.valueOf(picture(20, 20, 1)), "/news/7", List.of(), null, null, false);
		assertThat(later.convert(source).isSendable()).isTrue();
		assertThat(this.articles.convert(source).isSendable()).isFalse();
	}

	@Test
	void picturesThatAreNoneAndFilesAreNotSent() {
		long text = keep("名单.txt", "甲".getBytes(StandardCharsets.UTF_8));
		ConvertedArticle article = converted("<p>文<img src=\"/news/pictures/" + text + "\"></p>");
		assertThat(article.losses()).extracting(Loss::kind).containsExactly(Kind.PICTURE_GONE);
		assertThat(article.pictures()).isEmpty();
	}

	@Test
	void anyTextConvertsToWhatIsAllowedAndStaysSo() {
		Random random = new Random(11);
		for (int i = 0; i < 500; i++) {
			String body = Markups.soup(random, 24);
			ConvertedArticle article = this.articles.convert(source(body, null));
			assertThat(WeChatPolicy.apply(article.html())).isEqualTo(article.html());
			assertThat(this.articles.convert(source(body, null))).isEqualTo(article);
			assertThat(Jsoup.parse(article.html()).select("a"))
				.allMatch((link) -> link.attr("href").startsWith("https://mp.weixin.qq.com/"));
			assertThat(Jsoup.parse(article.html()).select("script,style,svg,math,iframe,[onerror],[onclick]"))
				.isEmpty();
			assertThat(Jsoup.parse(article.html()).select("[style]").eachAttr("style"))
				.noneMatch((style) -> style.contains("url") || style.contains("position"));
		}
	}

	private ConvertedArticle converted(String body) {
		return this.articles.convert(source(body, picture(20, 20, 1)));
	}

	private static List<String> sentences(ConvertedArticle article) {
		return article.losses().stream().map(Loss::sentence).toList();
	}

}
