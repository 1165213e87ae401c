package cn.mentougou.education.site.feed;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.site.ShownNews;
import cn.mentougou.education.site.front.PublicSite;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeedJourneyTests extends PublicSite {

	private static final List<String> FEEDS = List.of("/feeds/news.json", "/feeds/news.atom", "/feeds/news.rss");

	@Autowired
	@Qualifier("newsEntries")
	private MessageHandler inWeChat;

	@Test
	void whoeverAsksAgainGetsNothingUntilSomethingChanges() throws IOException {
		this.news.item("第一条").show();
		for (String feed : FEEDS) {
			HttpResponse<String> first = get(feed);
			assertThat(first.statusCode()).isEqualTo(200);
			assertThat(header(first, "Content-Type")).contains("charset=UTF-8").containsAnyOf("feed+json", "+xml");
			assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
			assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
			String tag = header(first, "ETag");
			HttpResponse<String> same = get(feed, "If-None-Match", tag);
			assertThat(same.statusCode()).isEqualTo(304);
			assertThat(same.body()).isEmpty();
			assertThat(header(same, "ETag")).isEqualTo(tag);
			assertThat(get(feed, "If-None-Match", "W/" + tag + ", \"other\"").statusCode()).isEqualTo(304);
			assertThat(get(feed, "If-Modified-Since", header(first, "Last-Modified")).statusCode()).isEqualTo(304);
			assertThat(get(feed, "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT").statusCode()).isEqualTo(200);
			assertThat(get(feed, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
			assertThat(get(feed, "If-None-Match", "\"other\"", "If-Modified-Since", header(first, "Last-Modified"))
				.statusCode()).as("the tag decides").isEqualTo(200);
			HttpResponse<String> head = send("HEAD", feed);
			assertThat(head.body()).isEmpty();
			assertThat(header(head, "ETag")).isEqualTo(tag);
			this.news.item("新的一条" + feed).show();
			HttpResponse<String> changed = get(feed, "If-None-Match", tag);
			assertThat(changed.statusCode()).isEqualTo(200);
			assertThat(changed.body()).contains("新的一条" + feed);
		}
	}

	@Test
	void everyChannelShowsTheSameApprovedVersionAndLetsItGo() throws IOException {
		NewsId id = this.news.item("三处一样").of(NewsLevel.BEIJING).body("<p>同样的正文</p>").show();
		this.news.item("另一级别").of(NewsLevel.NATIONAL).show();
		for (String feed : FEEDS) {
			assertThat(get(feed + "?level=beijing").body()).contains("三处一样", "同样的正文").doesNotContain("另一级别");
			assertThat(get(feed + "?level=national").body()).contains("另一级别").doesNotContain("三处一样");
		}
		JsonNode item = items(get("/feeds/news.json?level=beijing")).get(0);
		assertThat(item.path("url").asString()).endsWith("/news/" + id.value());
		assertThat(get("/feeds/news.atom").body()).contains("<id>" + item.path("id").asString() + "</id>");
		assertThat(get("/feeds/news.rss").body())
			.contains("<guid isPermaLink=\"false\">" + item.path("id").asString() + "</guid>");
		this.news.withdraw(id, "重复发布");
		JsonNode json = JsonMapper.shared().readTree(get("/feeds/news.json").body());
		assertThat(json.path("_withdrawn").path("items").get(0).path("id").asString())
			.isEqualTo(item.path("id").asString());
		assertThat(json.path("_withdrawn").path("items").get(0).path("reason").asString()).isEqualTo("重复发布");
		for (String feed : FEEDS) {
			assertThat(get(feed).body()).contains(item.path("id").asString(), "重复发布").doesNotContain("三处一样", "同样的正文");
		}
	}

	@Test
	void noChannelShowsWhatHasNoApproval() throws IOException {
		AttachmentId picture = this.news.picture(this.district);
		AttachmentId file = this.news.file(this.district);
		ShownNews.Sample secret = this.news.item("没有批准的新闻").digest("没有批准的新闻").with(picture, file);
		assertThatThrownBy(secret::tryToShow).isInstanceOf(Refusal.Conflict.class);
		seesNothing(secret.id(), picture, file);
		// Approved, but something else than what is to be shown.
		this.jdbc.sql("""
				INSERT INTO review_item (kind, object_id, unit_id, title, item_version, content_hash, state, round,
					decisions, urged, waiting_since, submitted_by)
				VALUES ('news', ?, 1, '', 1, 'another hash', 'APPROVED', 1, 3, 0, '2026-05-20 00:00:00', 1)
				""").param(secret.id().text()).update();
		assertThatThrownBy(secret::tryToShow).isInstanceOf(Refusal.Conflict.class);
		seesNothing(secret.id(), picture, file);
	}

	private void seesNothing(NewsId id, AttachmentId picture, AttachmentId file) throws IOException {
		for (String path : List.of("/", "/news", "/news?level=district", "/news?board=education", "/feeds/news.json",
				"/feeds/news.atom", "/feeds/news.rss", "/feeds/news.json?level=district")) {
			assertThat(get(path).body()).as(path).doesNotContain("没有批准的新闻");
		}
		assertThat(get("/news/" + id.value()).statusCode()).isEqualTo(404);
		assertThat(get("/news/pictures/" + picture.value()).statusCode()).isEqualTo(404);
		assertThat(get("/news/" + id.value() + "/files/" + file.value()).statusCode()).isEqualTo(404);
		InboundMessage tap = new InboundMessage.Event(
				new InboundMessage.Header("wx1", "gh_1", "oPerson", this.clock.instant(), "CLICK", null),
				new InboundEvent.MenuTapped("NEWS_DISTRICT"));
		assertThat(this.inWeChat.handle(tap).orElseThrow().toString()).doesNotContain("没有批准的新闻");
	}

	private static JsonNode items(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body()).path("items");
	}

}
