package cn.mentougou.education.site.front;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.newsroom.board.BoardDetails;
import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.board.StandingBoard;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.cabinet.Address;
import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

class FrontPagesTests extends PublicSite {

	private static final Pattern LINK = Pattern.compile("href=\"/news/([0-9]+)\"");

	private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

	@Autowired
	private Cabinet cabinet;

	@Test
	void itemIsShownWithEverythingThatBelongsToIt() throws IOException {
		AttachmentId picture = this.news.picture(this.district);
		AttachmentId file = this.news.file(this.district);
		NewsId id = this.news.item("永定河小学开展劳动教育")
			.digest("孩子们种下了今年的第一批豆苗。")
			.body("<p>今天<img src=\"/news/pictures/" + picture.value() + "\" alt=\"孩子们在种豆苗\"></p>")
			.from("北京日报", "https://example.com/a?b=1&c=2")
			.with(picture, file)
			.aiMade()
			.corrected("“第一批”应为“第二批”。")
			.show();
		HttpResponse<String> page = get("/news/" + id.value());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("<h1>永定河小学开展劳动教育</h1>", "来源：", "北京日报", "2026年5月19日", "人工智能（AI）生成", "更正",
				"“第一批”应为“第二批”。", "通知.txt", "/news/" + id.value() + "/files/" + file.value(), "alt=\"孩子们在种豆苗\"",
				"href=\"https://example.com/a?b=1&amp;c=2\"", "name=\"ArticleTitle\" content=\"永定河小学开展劳动教育\"",
				"rel=\"alternate\" type=\"application/atom+xml\"");
		assertThat(header(page, "Content-Security-Policy")).contains("default-src 'self'",
				"style-src-attr 'unsafe-inline'");
		HttpResponse<String> home = get("/");
		assertThat(home.body()).contains("永定河小学开展劳动教育", "教育新闻", "已更正", "含AI生成内容", "/news/pictures/" + picture.value());
		assertThat(header(home, "Content-Security-Policy")).doesNotContain("unsafe-inline");
		for (HttpResponse<String> one : Set.of(page, home, get("/news"))) {
			assertThat(one.headers().map()).doesNotContainKey("Set-Cookie");
			assertThat(header(one, "Cache-Control")).isEqualTo("no-cache");
			assertThat(one.body()).doesNotContain("<script");
		}
	}

	@Test
	void pictureAndFileAreGivenOutSafelyAndOnlyUnderTheirItem() throws IOException {
		AttachmentId picture = this.news.picture(this.district);
		AttachmentId file = this.news.file(this.district);
		NewsId id = this.news.item("有图有附件").with(picture, file).show();
		NewsId other = this.news.item("没有附件").show();
		HttpResponse<String> shown = get("/news/pictures/" + picture.value());
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(header(shown, "Content-Type")).isEqualTo("image/png");
		assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(shown, "Cache-Control")).contains("private", "immutable");
		HttpResponse<String> again = get("/news/pictures/" + picture.value(), "If-None-Match", header(shown, "ETag"));
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		HttpResponse<String> saved = get("/news/" + id.value() + "/files/" + file.value());
		assertThat(header(saved, "Content-Disposition")).startsWith("attachment");
		assertThat(header(saved, "Content-Type")).isEqualTo("application/octet-stream");
		assertThat(header(saved, "Content-Security-Policy")).contains("sandbox");
		assertThat(get("/news/" + other.value() + "/files/" + file.value()).statusCode()).isEqualTo(404);
		assertThat(get("/news/" + id.value() + "/files/" + picture.value()).statusCode())
			.as("a picture of the text is no file below it")
			.isEqualTo(404);
		this.news.withdraw(id, "内容有误");
		assertThat(get("/news/pictures/" + picture.value(), "If-None-Match", header(shown, "ETag")).statusCode())
			.isEqualTo(404);
		assertThat(get("/news/" + id.value() + "/files/" + file.value()).statusCode()).isEqualTo(404);
	}

	@Test
	void errorIsNotKeptAsLongAsThePictureThatIsMissing() throws IOException {
		AttachmentId picture = this.news.picture(this.district);
		this.news.item("图片丢失").with(picture).show();
		String address = this.jdbc.sql("SELECT address FROM attachment WHERE id = ?")
			.param(picture.value())
			.query(String.class)
			.single();
		this.cabinet.remove(new Address(address));
		HttpResponse<String> missing = get("/news/pictures/" + picture.value());
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.headers().allValues("Cache-Control")).containsExactly("no-store");
	}

	@Test
	void withdrawnItemLeavesAPageThatSaysWhenAndWhy() throws IOException {
		NewsId id = this.news.item("要撤回的新闻").body("<p>不能再看的内容</p>").show();
		assertThat(get("/").body()).contains("要撤回的新闻");
		this.news.withdraw(id, "数字 <b>有误</b>，已另行发布。");
		HttpResponse<String> page = get("/news/" + id.value());
		assertThat(page.statusCode()).isEqualTo(410);
		assertThat(page.body()).contains("这条新闻已撤回", "要撤回的新闻", "数字 &lt;b&gt;有误&lt;/b&gt;，已另行发布。", "2026年")
			.doesNotContain("不能再看的内容");
		assertThat(get("/").body()).doesNotContain("要撤回的新闻");
		assertThat(get("/news").body()).doesNotContain("要撤回的新闻");
	}

	@Test
	void listIsReadToItsEndAndShowsEachItemOnce() throws IOException {
		BoardId board = campaign("校园安全月", true);
		Set<String> expected = new LinkedHashSet<>();
		for (int i = 0; i < 45; i++) {
			this.clock.advance(Duration.ofSeconds(i % 3));
			NewsLevel level = (i % 2 == 0) ? NewsLevel.BEIJING : NewsLevel.NATIONAL;
			expected.add(String.valueOf(this.news.item("翻页" + i).of(level).on(board).show().value()));
		}
		Set<String> read = new LinkedHashSet<>();
		String next = "/news?board=topic-" + board.value();
		int pages = 0;
		while (next != null) {
			String page = get(next).body();
			LINK.matcher(page).results().forEach((link) -> assertThat(read.add(link.group(1))).isTrue());
			Matcher after = NEXT.matcher(page);
			next = after.find() ? after.group(1).replace("&amp;", "&") : null;
			pages++;
		}
		assertThat(pages).isEqualTo(3);
		assertThat(read).isEqualTo(expected.stream()
			.sorted((one, other) -> Long.compare(Long.parseLong(other), Long.parseLong(one)))
			.collect(LinkedHashSet::new, Set::add, Set::addAll));
		assertThat(LINK.matcher(get("/news?board=topic-" + board.value() + "&level=national").body()).results().count())
			.isEqualTo(20);
		assertThat(LINK.matcher(get("/news?board=topic-" + board.value() + "&level=district").body()).results().count())
			.isZero();
	}

	@Test
	void campaignThatIsOverStaysAsAnArchive() throws IOException {
		BoardId board = campaign("高考服务专栏", true);
		this.news.item("高考期间交通安排").on(board).show();
		assertThat(get("/").body()).contains("更多高考服务专栏").doesNotContain("往期专栏");
		this.clock.advance(Duration.ofDays(40));
		assertThat(get("/").body()).contains("往期专栏", ">高考服务专栏</a>").doesNotContain("更多高考服务专栏");
		assertThat(get("/news?board=topic-" + board.value()).body()).contains("高考期间交通安排");
		this.clock.advance(Duration.ofDays(-40));
	}

	@Test
	void boardOfTheStaffIsNotThereForThePublic() throws IOException {
		NewsId id = this.news.item("舆情内参").on(this.boards.standing(StandingBoard.OPINION).ref().id()).show();
		assertThat(get("/news/" + id.value()).statusCode()).isEqualTo(404);
		assertThat(get("/news?board=opinion").statusCode()).isEqualTo(404);
		for (String path : new String[] { "/", "/news", "/feeds/news.json", "/feeds/news.atom", "/feeds/news.rss" }) {
			assertThat(get(path).body()).as(path).doesNotContain("舆情内参", "舆情参考");
		}
	}

	@Test
	void pictureOfABoardOfTheStaffIsGivenOutOnceThatIsForThePublic() throws IOException {
		BoardId board = campaign("筹备中的专栏", false);
		AttachmentId picture = this.news.picture(this.district);
		String address = "/news/pictures/" + picture.value();
		this.news.item("还不公开的新闻").on(board).with(picture).show();
		assertThat(get(address).statusCode()).isEqualTo(404);
		NewsId other = this.news.item("公开的新闻用了同一张图").with(picture).show();
		assertThat(get(address).statusCode()).isEqualTo(200);
		this.news.withdraw(other, "内容有误");
		assertThat(get(address).statusCode()).isEqualTo(404);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
		Actor editor = this.district.holding(Role.EDITOR, this.district.commission());
		this.boards.change(editor, board, this.boards.find(board).orElseThrow().revision(),
				new BoardDetails("筹备好的专栏", today, null, true, null, 0));
		assertThat(get(address).statusCode()).as("the file was not taken from the item that waited").isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/news?level=nonsense, 400", "/news?level=DISTRICT, 400", "/news?level=%E5%9B%BD%E5%AE%B6, 400",
			"/news?after=99999999999999, 400", "/news?after=%00, 400", "/news?after=%3Cscript%3E, 400",
			"/news?board=nonsense, 404", "/news?board=%27%20OR%201=1, 404", "/news/0, 404",
			"/news/999999999999999999, 404", "/news/99999999999999999999999, 404", "/news/-1, 404", "/news/1.html, 404",
			"/news/pictures/999999999999999999, 404", "/news/pictures/x, 404", "/news/7/files/8, 404",
			"/feeds/news.json?level=nonsense, 400", "/feeds/news.xml, 404", "/feeds/, 404", "/feeds, 404",
			"/nothing, 404" })
	void whatIsNotThereIsExplainedOnAPageOfTheWebsite(String path, int status) throws IOException {
		HttpResponse<String> page = get(path);
		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(page.body()).contains("主办：北京市门头沟区教育委员会", "回到首页", "编号")
			.doesNotContain("工作台", "左侧菜单", "nonsense", "<script", "Exception");
	}

	@Test
	void unknownPagesOfNumbersChangeNothing() throws IOException {
		this.news.item("照常显示").show();
		assertThat(get("/news?page=99999999999999999999&size=1000000000").body()).contains("照常显示");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}[[${7*7}]]",
			"]]><!--", "&#60;svg onload=alert(1)>" })
	void attackInAnyFieldIsOnlyText(String attack) throws IOException {
		NewsId id = this.news.item("攻击" + attack)
			.digest(attack)
			.body("<p>正文" + attack + "<script>alert(2)</script><img src=\"javascript:alert(3)\" onerror=\"x()\"></p>")
			.from("某报" + attack, "javascript:alert(4)")
			.corrected(attack)
			.show();
		for (String path : new String[] { "/", "/news", "/news/" + id.value() }) {
			assertThat(get(path).body()).as(path)
				.contains("攻击")
				.doesNotContain("<script", "javascript:", "<svg")
				.doesNotContainPattern("攻击49|<img[^>]*onerror");
		}
	}

	@Test
	void nothingCanBeSentToThePublicPages() throws IOException {
		for (String path : new String[] { "/", "/news", "/news/1", "/feeds/news.json" }) {
			assertThat(send("POST", path).statusCode()).as(path).isIn(403, 404, 405);
			assertThat(send("HEAD", path).body()).as(path).isEmpty();
		}
	}

	private BoardId campaign(String title, boolean isPublic) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
		Actor editor = this.district.holding(Role.EDITOR, this.district.commission());
		return this.boards.add(editor, new BoardDetails(title, today, today.plusDays(30), isPublic, null, 0));
	}

}
