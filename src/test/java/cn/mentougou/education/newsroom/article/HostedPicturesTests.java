package cn.mentougou.education.newsroom.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.newsroom.article.HostedPictures.Missing;
import cn.mentougou.education.newsroom.article.HostedPictures.Purpose;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.token.FakePlatform.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostedPicturesTests extends ArticleFixture {

	@Test
	void articleGoesWithThePlatformsPicturesAlone() {
		long cover = picture(20, 20, 1);
		long inText = picture(20, 20, 2);
		ConvertedArticle article = article(cover, inText);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.pictures.hosted(APP_ID, article));
		assertThat(this.pictures.missing(APP_ID, article)).containsExactly(new Missing(Purpose.BODY, inText),
				new Missing(Purpose.COVER, cover));
		uploadAll(article);
		assertThat(this.pictures.missing(APP_ID, article)).isEmpty();
		ArticleForDraft ready = this.pictures.hosted(APP_ID, article);
		assertThat(ready.thumbMediaId()).startsWith("COVER_");
		assertThat(ready.html()).contains("src=\"http://mmbiz.qpic.cn/mmbiz_jpg/").doesNotContain("/news/pictures/");
		assertThat(ready.sourceUrl()).isEqualTo("https://edu.example.cn/news/7");
	}

	@Test
	void equalContentIsBroughtThereOnceForEachAccount() {
		int before = calls(BODY);
		Missing first = new Missing(Purpose.BODY, picture(20, 20, 5));
		Missing same = new Missing(Purpose.BODY, picture(20, 20, 5));
		assertThat(this.pictures.upload(APP_ID, first)).isEqualTo(new HostingOutcome.Done());
		assertThat(this.pictures.upload(APP_ID, same)).isEqualTo(new HostingOutcome.Done());
		assertThat(calls(BODY) - before).isOne();
		this.pictures.upload(APP_ID, new Missing(Purpose.COVER, same.attachment()));
		assertThat(this.jdbc.sql("SELECT CONCAT(purpose, ' ', state, ' ', calls) FROM article_picture ORDER BY id")
			.query(String.class)
			.list()).containsExactly("BODY DONE 1", "COVER DONE 1");
	}

	@Test
	void manyInstancesUploadOnce() {
		int before = calls(BODY);
		Missing picture = new Missing(Purpose.BODY, picture(20, 20, 6));
		CountDownLatch all = new CountDownLatch(1);
		List<CompletableFuture<HostingOutcome>> outcomes = IntStream.range(0, 6)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> {
				try {
					all.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
				return this.pictures.upload(APP_ID, picture);
			}))
			.toList();
		all.countDown();
		assertThat(outcomes.stream().map(CompletableFuture::join).distinct()).isSubsetOf(new HostingOutcome.Done(),
				new HostingOutcome.Busy());
		assertThat(calls(BODY) - before).isOne();
		assertThat(this.pictures.upload(APP_ID, picture)).isEqualTo(new HostingOutcome.Done());
	}

	@Test
	void lostAnswerMayBeRepeatedAndIsCounted() {
		Missing picture = new Missing(Purpose.BODY, picture(20, 20, 7));
		this.platform.answer(BODY, (call) -> CUT);
		assertThat(this.pictures.upload(APP_ID, picture)).isInstanceOf(HostingOutcome.Unknown.class);
		behave();
		assertThat(this.pictures.upload(APP_ID, picture)).isEqualTo(new HostingOutcome.Done());
		assertThat(row("lost")).isOne();
		assertThat(row("calls")).isEqualTo(2);
	}

	@Test
	void coverWhoseAnswerWasLostIsLookedForFirst() {
		Missing cover = new Missing(Purpose.COVER, picture(20, 20, 8));
		this.platform.answer(COVER, (call) -> CUT);
		this.pictures.upload(APP_ID, cover);
		String name = this.platform.calls(COVER).stream().reduce((one, other) -> other).orElseThrow().body();
		String file = name.substring(name.indexOf("news-"), name.indexOf(".png") + 4);
		this.platform.answer(LIST, "{\"total_count\":1,\"item_count\":1,\"item\":[{\"media_id\":\"FOUND\",\"name\":\""
				+ file + "\",\"update_time\":1,\"url\":\"http://mmbiz.qpic.cn/x\"}]}");
		int before = calls(COVER);
		assertThat(this.pictures.upload(APP_ID, cover)).isEqualTo(new HostingOutcome.Done());
		assertThat(calls(COVER)).isEqualTo(before);
		assertThat(this.jdbc.sql("SELECT place FROM article_picture").query(String.class).single()).isEqualTo("FOUND");
	}

	@Test
	void uploadOfADeadInstanceIsTakenOverAfterItsLease() {
		Missing picture = new Missing(Purpose.BODY, picture(20, 20, 9));
		this.platform.answer(BODY, (call) -> CUT);
		this.pictures.upload(APP_ID, picture);
		behave();
		this.jdbc.sql("UPDATE article_picture SET state = 'UPLOADING', lost = 0").update();
		assertThat(this.pictures.upload(APP_ID, picture)).isEqualTo(new HostingOutcome.Busy());
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.pictures.upload(APP_ID, picture)).isEqualTo(new HostingOutcome.Done());
		assertThat(row("lost")).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 40005, 40009, 40137, 48001, 45001 })
	void refusalIsToldWithItsCodeAndMayBeTriedAgain(int code) {
		Missing picture = new Missing(Purpose.BODY, picture(20, 20, 10));
		this.platform.answer(BODY, "{\"errcode\":" + code + ",\"errmsg\":\"no rid: 1-2-3\"}");
		assertThat(this.pictures.upload(APP_ID, picture)).isEqualTo(new HostingOutcome.Refused(code, "1-2-3"));
		behave();
		assertThat(this.pictures.upload(APP_ID, picture)).isEqualTo(new HostingOutcome.Done());
	}

	@Test
	void busyPlatformIsTriedLaterAndNotCountedAsLost() {
		Missing picture = new Missing(Purpose.BODY, picture(20, 20, 11));
		this.platform.answer(BODY, "{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit rid: 1-2-3\"}");
		assertThat(this.pictures.upload(APP_ID, picture)).isEqualTo(new HostingOutcome.Later("45009", null));
		assertThat(row("lost")).isZero();
	}

	@Test
	void answerWithoutAnAddressIsNone() {
		Missing picture = new Missing(Purpose.BODY, picture(20, 20, 12));
		this.platform.answer(BODY, (call) -> new Answer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}"));
		assertThat(this.pictures.upload(APP_ID, picture)).isInstanceOf(HostingOutcome.Unknown.class);
	}

	@Test
	void largePictureIsMadeSmallEnough() throws IOException {
		byte[] large = noise(1900, 900, 13);
		assertThat(large.length).isGreaterThan(ShrunkPicture.MOST);
		ShrunkPicture small = ShrunkPicture.of(large, false);
		assertThat(small.bytes().length).isLessThan(ShrunkPicture.MOST);
		assertThat(small.ending()).isEqualTo("jpg");
		assertThat(ImageIO.read(new ByteArrayInputStream(small.bytes())).getWidth()).isBetween(480, 1600);
		byte[] tiny = noise(10, 10, 1);
		assertThat(ShrunkPicture.of(tiny, false)).isEqualTo(new ShrunkPicture(tiny, "png"));
	}

	private long row(String column) {
		return this.jdbc.sql("SELECT " + column + " FROM article_picture").query(Long.class).single();
	}

	private ConvertedArticle article(long cover, long inText) {
		return this.articles
			.convert(source("<p>文<img src=\"/news/pictures/" + inText + "\" style=\"width:50%\"></p>", cover));
	}

	private void uploadAll(ConvertedArticle article) {
		this.pictures.missing(APP_ID, article)
			.forEach((missing) -> assertThat(this.pictures.upload(APP_ID, missing))
				.isEqualTo(new HostingOutcome.Done()));
	}

}
