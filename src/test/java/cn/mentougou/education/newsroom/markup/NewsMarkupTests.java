package cn.mentougou.education.newsroom.markup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class NewsMarkupTests {

	private static final long SEED = 20_261_126;

	/** {@code -Dmarkup.rounds=2000000} for the long run. */
	private static final int ROUNDS = Integer.getInteger("markup.rounds", 4_000);

	@ParameterizedTest
	@MethodSource("attacks")
	void attackIsCleanedToWhatIsAllowedAndStaysSo(String attack) {
		for (String text : List.of(attack, "<p>前" + attack + "后</p>", "<table><tr><td>" + attack + "</td></tr></table>",
				"<a href=\"" + attack + "\">文</a>", "<img src=\"/news/pictures/1\" alt=\"" + attack + "\">",
				"<p style=\"" + attack + "\">文</p>")) {
			String clean = NewsMarkup.clean(text);
			Markups.assertAllowed(clean);
			assertThat(NewsMarkup.clean(clean)).isEqualTo(clean);
			Markups.assertAllowed(NewsMarkup.paste(text).html());
		}
	}

	static Stream<String> attacks() throws IOException {
		try (InputStream list = NewsMarkupTests.class.getResourceAsStream("/newsroom/attacks.txt")) {
			return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("# "))
				.toList()
				.stream();
		}
	}

	@Test
	void anySoupIsCleanedToWhatIsAllowedAndStaysSo() {
		Random random = new Random(SEED);
		for (int i = 0; i < ROUNDS; i++) {
			String soup = Markups.soup(random, 24);
			String clean = NewsMarkup.clean(soup);
			assertThat(NewsMarkup.clean(clean)).as(soup).isEqualTo(clean);
			Markups.assertAllowed(clean);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					<h1>题</h1><h5>小题</h5>                                   | <h2>题</h2><h4>小题</h4>
					<b>粗</b><i>斜</i><del>删</del>                             | <p><strong>粗</strong><em>斜</em><s>删</s></p>
					<div>一<div>二</div>三</div>                                | <p>一</p><p>二</p><p>三</p>
					<section style="text-align:center"><p>中</p></section>      | <p style="text-align:center">中</p>
					<center>中</center>                                         | <p style="text-align:center">中</p>
					<p align="right">右</p>                                     | <p style="text-align:right">右</p>
					<span style="color:red">红</span>                           | <p><span style="color:red">红</span></p>
					<span style="color:red"><p>块</p></span>                    | <p>块</p>
					<span style="position:fixed;top:0">盖</span>                | <p>盖</p>
					<p>一</p> <p> </p><p>二</p>                                 | <p>一</p><p>二</p>
					<p><br></p>                                                 | <p><br /></p>
					<ul><li>一<ul><li>二</li></ul></li></ul>                    | <ul><li>一<ul><li>二</li></ul></li></ul>
					<ul><li>一</li><ul><li>二</li></ul></ul>                    | <ul><li>一<ul><li>二</li></ul></li></ul>
					<p>x<img src="https://evil.example/x.png">y</p>             | <p>xy</p>
					<p>x<img src="/news/pictures/12" style="width:50%">y</p>    | <p>x<img src="/news/pictures/12" alt="" style="width:50%" />y</p>
					<a href="javascript:alert(1)">点</a>                        | <p>点</p>
					<a href="https://mp.weixin.qq.com@evil.example/">点</a>     | <p>点</p>
					""")
	void markupIsBroughtIntoItsShape(String html, String shape) {
		assertThat(NewsMarkup.clean(html)).isEqualTo(shape);
	}

	@Test
	void charactersThatDeceiveTheEyeGo() {
		assertThat(NewsMarkup.clean("<p>通\u202E知\u200B书\u0000</p>")).isEqualTo("<p>通知书</p>");
	}

	@Test
	void tableKeepsItsCellsAndLosesItsLooks() {
		String clean = NewsMarkup.clean("""
				<table width="900" border=1 onclick="x()"><caption>表</caption><tr><th scope=col colspan=2>甲</th></tr>
				<tr><td style="width:20%;position:absolute"><p>一</p></td><td rowspan="99999">二</td></tr></table>""");
		assertThat(clean).contains("<th colspan=\"2\" scope=\"col\">甲</th>")
			.contains("<td style=\"width:20%\"><p>一</p></td><td>二</td>");
	}

	@Test
	void wordsPicturesAndLinksAreRead() {
		String html = NewsMarkup.clean("""
				<h2>题目</h2><p>第一段，<a href="https://www.bjmtg.gov.cn/a?b=c&d=1">链接</a>。<br>换行</p>
				<p><img src="/news/pictures/5"><img src="/news/pictures/4"><img src="/news/pictures/5"></p>
				<table><tr><td>甲</td><td>乙</td></tr></table>""");
		assertThat(NewsMarkup.text(html)).isEqualTo("题目\n第一段，链接。\n换行\n甲 乙");
		assertThat(NewsMarkup.pictures(html)).containsExactly("5", "4");
		assertThat(NewsMarkup.links(html)).containsExactly("https://www.bjmtg.gov.cn/a?b=c&d=1");
	}

	@Test
	void plainTextBecomesParagraphs() {
		assertThat(NewsMarkup.ofText("一 < 二\n\n三 & 四")).isEqualTo("<p>一 &lt; 二</p><p>三 &amp; 四</p>");
	}

	@Test
	void longAndDeepTextsEndSoon() {
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> NewsMarkup.clean("x".repeat(NewsMarkup.MOST + 1)));
		for (String piece : List.of("<div>", "<span style='color:red'>", "<ul><li>", "<table><tr><td>", "<b><p>",
				"<a href=x>", "&lt;", "<", "<!--")) {
			long begun = System.nanoTime();
			Markups.assertAllowed(NewsMarkup.clean(piece.repeat(30_000)));
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(piece).isLessThan(Duration.ofSeconds(20));
		}
		assertThatNoException().isThrownBy(() -> NewsMarkup.clean("<p>" + "字".repeat(100_000) + "</p>"));
	}

}
