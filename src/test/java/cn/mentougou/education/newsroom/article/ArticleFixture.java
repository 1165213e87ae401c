package cn.mentougou.education.newsroom.article;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.education.wechat.token.FakePlatform.Answer;
import cn.mentougou.education.wechat.token.TestTokens;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * The desks on the real database, with a platform that gives every picture a new address.
 */
@DeskTest
@Import({ ArticleConfiguration.class, ArticleFixture.Platform.class })
@TestPropertySource(properties = "education.web.base-url=https://edu.example.cn/")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class ArticleFixture {

	static final String APP_ID = Accounts.APP_ID;

	static final String BODY = "/cgi-bin/media/uploadimg";

	static final String COVER = "/cgi-bin/material/add_material";

	static final String LIST = "/cgi-bin/material/batchget_material";

	static final Answer CUT = new Answer(Answer.CUT, "");

	private static final Actor WRITER = Actor.system("test");

	@Autowired
	FakePlatform platform;

	@Autowired
	WeChatArticles articles;

	@Autowired
	HostedPictures pictures;

	@Autowired
	MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Attachments attachments;

	private final AtomicInteger uploads = new AtomicInteger();

	@BeforeEach
	@AfterEach
	void nothingIsThere() {
		List.of("article_picture", "article_content")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
		this.jdbc.sql("SELECT id FROM attachment")
			.query(Long.class)
			.list()
			.forEach((id) -> this.attachments.delete(WRITER, new AttachmentId(id)));
		behave();
	}

	/** The platform does what it should. */
	void behave() {
		this.platform.answer(BODY, (call) -> new Answer(200,
				"{\"url\":\"http://mmbiz.qpic.cn/mmbiz_jpg/" + this.uploads.incrementAndGet() + "/0?wx_fmt=jpeg\"}"));
		this.platform.answer(COVER, (call) -> new Answer(200,
				"{\"media_id\":\"COVER_" + this.uploads.incrementAndGet() + "\",\"url\":\"http://mmbiz.qpic.cn/c\"}"));
		this.platform.answer(LIST, "{\"total_count\":0,\"item_count\":0,\"item\":[]}");
	}

	int calls(String path) {
		return this.platform.calls(path).size();
	}

	/** A picture of its own kind; every seed is another one. */
	long picture(int width, int height, int seed) {
		return keep("图.png", noise(width, height, seed));
	}

	long keep(String name, byte[] content) {
		return this.attachments.keep(WRITER, new UnitId(1), name, new ByteArrayInputStream(content)).id().value();
	}

	static byte[] noise(int width, int height, int seed) {
		Random random = new Random(seed);
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int x = 0; x < width; x++) {
			for (int y = 0; y < height; y++) {
				image.setRGB(x, y, random.nextInt(0x1000000));
			}
		}
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(image, "png", bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static ArticleSource source(String body, @Nullable Long cover) {
		return new ArticleSource("开学第一课", "教育新闻编辑部", "全区四万名学生返校。", body, (cover != null) ? cover.toString() : null,
				"/news/7", List.of(), new ArticleSource.Outlet("京西时报", LocalDate.of(2026, 9, 1), null), null, false);
	}

	/** The platform and its clients. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Platform {

		@Bean(destroyMethod = "close")
		FakePlatform fakePlatform() {
			return new FakePlatform();
		}

		@Bean
		WxMpClients clients(FakePlatform platform) {
			return new TestTokens().clients(platform.url());
		}

	}

}
