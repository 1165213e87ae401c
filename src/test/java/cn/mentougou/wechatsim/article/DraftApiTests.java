package cn.mentougou.wechatsim.article;

import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.mass.Newsroom;

import static org.assertj.core.api.Assertions.assertThat;

/** The draft box: every limit of a draft, and what is taken out of a text. */
class DraftApiTests {

	private static final String ADD = "/cgi-bin/draft/add";

	private final Newsroom room = new Newsroom();

	private final String app = Newsroom.SUBSCRIPTION.appId();

	private final String cover = room.picture(app);

	@AfterEach
	void stop() {
		room.close();
	}

	@Test
	void titleAuthorAndDigestHaveTheirLengths() {
		assertThat(add(with("title", "题".repeat(32)))).isZero();
		assertThat(add(with("title", "题".repeat(33)))).isEqualTo(45003);
		assertThat(add(with("title", ""))).isEqualTo(45003);
		assertThat(add(with("author", "者".repeat(16)))).isZero();
		assertThat(add(with("author", "者".repeat(17)))).isEqualTo(45110);
		assertThat(add(with("digest", "摘".repeat(128)))).isZero();
		assertThat(add(with("digest", "摘".repeat(129)))).isEqualTo(45004);
		assertThat(add(with("content_source_url", "https://example.edu.cn/" + "a".repeat(1024)))).isEqualTo(45005);
	}

	@Test
	void contentHasItsLength() {
		assertThat(add(with("content", "字".repeat(19_999)))).isZero();
		assertThat(add(with("content", "字".repeat(20_000)))).isEqualTo(45002);
		assertThat(add(with("content", ""))).isEqualTo(44004);
		assertThat(add(with("content", "x").replace("\"x\"", "1"))).isEqualTo(47001);
	}

	@Test
	void coverIsAPermanentPicture() {
		String temporary = room.upload(app, "/cgi-bin/media/upload?type=image&access_token=")
			.path("media_id")
			.asString();
		assertThat(add(with("thumb_media_id", temporary))).isEqualTo(40007);
		assertThat(add(with("thumb_media_id", ""))).isEqualTo(40007);
		assertThat(add(with("thumb_media_id", room.picture(Newsroom.SERVICE.appId())))).isEqualTo(40007);
	}

	@Test
	void eightArticlesAreTheMost() {
		String one = Newsroom.article("题", cover, "<p>文</p>");
		assertThat(room.code(app, ADD, articles(one, 8))).isZero();
		assertThat(room.code(app, ADD, articles(one, 9))).isEqualTo(45008);
		assertThat(room.code(app, ADD, "{\"articles\":[]}")).isEqualTo(44003);
	}

	@Test
	void digestOfASingleArticleIsItsBeginning() {
		String id = room
			.post(app, ADD, "{\"articles\":[" + Newsroom.article("题", cover, "<p>" + "文".repeat(60) + "</p>") + "]}")
			.path("media_id")
			.asString();
		JsonNode item = get(id).path("news_item").get(0);
		assertThat(item.path("digest").asString()).isEqualTo("文".repeat(54));
		assertThat(item.path("url").asString()).contains("/s/tempkey-");
		String two = room.draft(app, "一", "二");
		assertThat(get(two).at("/news_item/0/digest").asString()).isEmpty();
	}

	@Test
	void foreignPicturesScriptsAndLinksAreTakenOutWithoutAWord() {
		String own = room.upload(app, "/cgi-bin/media/uploadimg?access_token=").path("url").asString();
		String content = ("<p onclick='x()' style='color:red'>一<script>alert(1)</script><img src='https://example.com/a.png'>"
				+ "<img src='" + own
				+ "'><a href='https://example.edu.cn/'>外</a><a href='https://mp.weixin.qq.com/s/a'>内</a>"
				+ "<a href='javascript:alert(1)'>坏</a><iframe src='https://example.com/'></iframe><svg/onload=alert(1)>");
		String id = room.post(app, ADD, "{\"articles\":[" + Newsroom.article("题", cover, content) + "]}")
			.path("media_id")
			.asString();
		assertThat(get(id).at("/news_item/0/content").asString())
			.isEqualTo("<p style=\"color:red\">一<img src=\"\"><img src=\"" + own
					+ "\"><a>外</a><a href=\"https://mp.weixin.qq.com/s/a\">内</a><a>坏</a>");
		assertThat(room.mass().drafts().find(app, id).articles().get(0).stripped()).contains("onclick", "<script>",
				"<iframe>", "img https://example.com/a.png", "a https://example.edu.cn/");
	}

	@Test
	void nothingRunsOnTheArticlesPage() {
		String id = room
			.post(app, ADD,
					"{\"articles\":["
							+ Newsroom.article("<script>题</script>", cover, "<p>文<script>alert(1)</script></p>") + "]}")
			.path("media_id")
			.asString();
		String page = room.page(get(id).at("/news_item/0/url").asString());
		assertThat(page).doesNotContain("<script").contains("&lt;script&gt;题", "<p>文</p>", "预览，仅供确认");
	}

	@Test
	void draftsAreListedChangedCountedAndDeleted() {
		String first = room.draft(app, "一");
		String second = room.draft(app, "二", "三");
		JsonNode list = room.post(app, "/cgi-bin/draft/batchget", "{\"offset\":0,\"count\":1,\"no_content\":1}");
		assertThat(list.path("total_count").asInt()).isEqualTo(2);
		assertThat(list.path("item_count").asInt()).isOne();
		assertThat(list.at("/item/0/media_id").asString()).isEqualTo(second);
		assertThat(list.at("/item/0/content/news_item/1/content").asString()).isEmpty();
		assertThat(room.code(app, "/cgi-bin/draft/batchget", "{\"offset\":0,\"count\":21}")).isEqualTo(40035);
		String change = "{\"media_id\":\"%s\",\"index\":%d,\"articles\":%s}";
		String article = Newsroom.article("新题", cover, "<p>新</p>");
		assertThat(room.code(app, "/cgi-bin/draft/update", change.formatted(second, 1, article))).isZero();
		assertThat(room.code(app, "/cgi-bin/draft/update", change.formatted(second, 2, article))).isEqualTo(40060);
		assertThat(get(second).at("/news_item/1/title").asString()).isEqualTo("新题");
		assertThat(room.code(app, "/cgi-bin/draft/delete", "{\"media_id\":\"" + first + "\"}")).isZero();
		assertThat(room.code(app, "/cgi-bin/draft/delete", "{\"media_id\":\"" + first + "\"}")).isEqualTo(40007);
		assertThat(room.get(app, "/cgi-bin/draft/count").path("total_count").asInt()).isOne();
	}

	@Test
	void retiredCallSaysSo() {
		assertThat(room.code(app, "/cgi-bin/material/add_news", "{}")).isEqualTo(45106);
	}

	@Test
	void picturesAloneAreAKindOfArticle() {
		String body = "{\"articles\":[{\"article_type\":\"newspic\",\"title\":\"图\",\"content\":\"说明\",\"image_info\":{\"image_list\":[%s]}}]}";
		String image = "{\"image_media_id\":\"" + cover + "\"}";
		assertThat(room.code(app, ADD, body.formatted(image))).isZero();
		assertThat(room.code(app, ADD, body.formatted(""))).isEqualTo(40007);
		assertThat(room.code(app, ADD, body.formatted((image + ",").repeat(20) + image))).isEqualTo(45008);
	}

	private int add(String article) {
		return room.code(app, ADD, "{\"articles\":[" + article + "]}");
	}

	private String with(String name, String value) {
		String usual = "{\"title\":\"题\",\"author\":\"\",\"digest\":\"\",\"content\":\"<p>文</p>\",\"content_source_url\":\"\",\"thumb_media_id\":\""
				+ cover + "\"}";
		return usual.replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":\"" + value + "\"");
	}

	private static String articles(String one, int count) {
		return "{\"articles\":[" + String.join(",", IntStream.range(0, count).mapToObj((i) -> one).toList()) + "]}";
	}

	private JsonNode get(String id) {
		return room.post(app, "/cgi-bin/draft/get", "{\"media_id\":\"" + id + "\"}");
	}

}
