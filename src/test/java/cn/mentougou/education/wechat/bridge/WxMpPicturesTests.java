package cn.mentougou.education.wechat.bridge;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.education.wechat.token.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

class WxMpPicturesTests {

	private static final String UPLOAD = "/cgi-bin/media/upload";

	private final FakePlatform platform = new FakePlatform();

	private final WxMpPictures pictures = new WxMpPictures(new TestTokens().clients(this.platform.url()));

	@AfterEach
	void close() {
		this.platform.close();
	}

	@Test
	void pictureGetsItsMediaId() {
		this.platform.answer(UPLOAD, "{\"type\":\"image\",\"media_id\":\"m-1\",\"created_at\":1779238800}");
		assertThat(this.pictures.upload(Accounts.APP_ID, new byte[] { 1, 2, 3 })).contains("m-1");
		FakePlatform.Call call = this.platform.calls(UPLOAD).get(0);
		assertThat(call.query()).contains("type=image");
		assertThat(call.body()).contains("name=\"media\"", ".png");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "<html>", "{\"errcode\":40004,\"errmsg\":\"invalid media type\"}",
			"{\"errcode\":-1,\"errmsg\":\"busy\"}", "{\"media_id\":\"\"}" })
	void whatDidNotArriveHasNone(String answer) {
		this.platform.answer(UPLOAD, answer);
		assertThat(this.pictures.upload(Accounts.APP_ID, new byte[] { 1, 2, 3 })).isEmpty();
	}

	@Test
	void platformThatIsNotThereHasNone() {
		this.platform.close();
		assertThat(this.pictures.upload(Accounts.APP_ID, new byte[] { 1 })).isEmpty();
		assertThat(this.pictures.upload("wx00000000000000zz", new byte[] { 1 })).isEmpty();
	}

}
