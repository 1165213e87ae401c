package cn.mentougou.education.site.feed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.AttachmentRef;
import cn.mentougou.education.newsroom.news.Correction;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.Source;
import cn.mentougou.education.newsroom.news.Tombstone;
import cn.mentougou.education.office.attachment.AttachmentId;

import static org.assertj.core.api.Assertions.assertThat;

class FeedWritersTests {

	private static final Instant SHOWN = Instant.parse("2026-05-20T09:30:00Z");

	private static final Instant CORRECTED = Instant.parse("2026-05-21T01:00:00Z");

	private static Feed feed(String words) {
		ApprovedItem item = new ApprovedItem(new NewsId(12), 2, "a".repeat(64), "标题" + words, "", "摘要" + words,
				"<p>正文<img src=\"/news/pictures/5\" alt=\"图\"></p>", NewsLevel.BEIJING,
				List.of(new BoardRef(new BoardId(3), "education", "教育新闻")),
				new Source("北京日报" + words, null, "https://example.com/a"), "5",
				List.of(new AttachmentRef(new AttachmentId(8), "通知" + words + ".pdf", 1234, "code")), SHOWN, SHOWN,
				new Correction(CORRECTED, "更正" + words), true);
		return new Feed("https://edu.example.cn", NewsLevel.BEIJING,
				"https://edu.example.cn/feeds/news.x?level=beijing", CORRECTED, List.of(item),
				List.of(new Tombstone(new NewsId(9), "不再显示", "原因" + words, CORRECTED, SHOWN)));
	}

	/** Every text of a document, which is read to its end. */
	private static List<String> texts(byte[] xml) throws Exception {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
		List<String> texts = new ArrayList<>();
		while (reader.hasNext()) {
			if (reader.next() == XMLStreamConstants.CHARACTERS) {
				texts.add(reader.getText());
			}
		}
		return texts;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<script>alert(1)</script>", "]]>", "&lt;&#x0;", "\"'><a b=\"", "<!DOCTYPE x [",
			"\u0000\u0008\u001f", "\ud800", "\uffff", "😀", "\u202e" })
	void everyFormStaysReadableWhateverIsInIt(String words) throws Exception {
		String kept = FeedText.ofXml("标题" + words);
		assertThat(texts(new AtomFeed().write(feed(words)))).contains(kept);
		assertThat(texts(new RssFeed().write(feed(words)))).contains(kept);
		JsonNode item = JsonMapper.shared().readTree(new JsonFeed().write(feed(words))).path("items").get(0);
		assertThat(item.path("title").asString()).startsWith("标题");
		assertThat(item.path("content_html").asString()).doesNotContain("<script").contains("更正");
	}

	@Test
	void atomSaysWhatRfc4287And6721Want() {
		String atom = new String(new AtomFeed().write(feed("")), StandardCharsets.UTF_8);
		assertThat(atom).startsWith("<?xml version=\"1.0\"")
			.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"", "<updated>2026-05-21T01:00:00Z</updated>",
					"<published>2026-05-20T09:30:00Z</published>",
					"rel=\"self\" type=\"application/atom+xml\" href=\"https://edu.example.cn/feeds/news.x?level=beijing\"",
					"<content type=\"html\">&lt;p&gt;", "src=\"https://edu.example.cn/news/pictures/5\"",
					"rel=\"enclosure\" type=\"application/pdf\"", "href=\"https://edu.example.cn/news/12/files/8\"",
					"<at:deleted-entry ref=\"urn:uuid:", "when=\"2026-05-21T01:00:00Z\"", "<at:comment>原因</at:comment>",
					"含人工智能（AI）生成的内容")
			.doesNotContain("不再显示");
	}

	@Test
	void rssSaysWhatItsSpecificationWants() {
		String rss = new String(new RssFeed().write(feed("")), StandardCharsets.UTF_8);
		assertThat(rss).contains("<rss version=\"2.0\"", "<link>https://edu.example.cn/news?level=beijing</link>",
				"<pubDate>Wed, 20 May 2026 17:30:00 +0800</pubDate>", "<guid isPermaLink=\"false\">urn:uuid:",
				"<enclosure url=\"https://edu.example.cn/news/12/files/8\" length=\"1234\" type=\"application/pdf\"",
				"<category>北京市</category>", "<at:deleted-entry ref=\"urn:uuid:");
	}

	@Test
	void jsonSaysWhatVersion11Wants() {
		JsonNode json = JsonMapper.shared().readTree(new JsonFeed().write(feed("")));
		assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
		assertThat(json.path("feed_url").asString()).isEqualTo("https://edu.example.cn/feeds/news.x?level=beijing");
		JsonNode item = json.path("items").get(0);
		assertThat(item.path("date_modified").asString()).isEqualTo("2026-05-21T01:00:00Z");
		assertThat(item.path("image").asString()).isEqualTo("https://edu.example.cn/news/pictures/5");
		assertThat(item.path("attachments").get(0).path("mime_type").asString()).isEqualTo("application/pdf");
		assertThat(item.path("_mentougou").path("ai_made").asBoolean()).isTrue();
		assertThat(json.path("_withdrawn").path("items").get(0).path("withdrawn_at").asString())
			.isEqualTo("2026-05-21T01:00:00Z");
	}

}
