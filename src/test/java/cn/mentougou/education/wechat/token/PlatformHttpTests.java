package cn.mentougou.education.wechat.token;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.entity.StringEntity;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PlatformHttpTests {

	@Test
	void answerIsReadAsUtf8WhateverItsHeadSays() throws IOException {
		StringEntity entity = new StringEntity("{\"errmsg\":\"好\"}", StandardCharsets.UTF_8);
		for (String type : new String[] { "text/plain; charset=???", "text/plain; charset=UTF-16", ";;=" }) {
			entity.setContentType(type);
			assertThat(text(entity)).isEqualTo("{\"errmsg\":\"好\"}");
		}
	}

	@Test
	void noMarkBeginsIt() throws IOException {
		assertThat(text(new StringEntity("\uFEFF\uFEFF{}", ContentType.APPLICATION_JSON))).isEqualTo("{}");
		for (String text : new String[] { "", "a", "ab", "abc", "a\uFEFF" }) {
			assertThat(text(new StringEntity(text, StandardCharsets.UTF_8))).isEqualTo(text);
		}
	}

	@Test
	void answerThatDoesNotEndIsBrokenOff() {
		assertThatIOException().isThrownBy(() -> text(new InputStreamEntity(endless('a'))))
			.withMessage("the answer does not end");
		assertThatIOException().isThrownBy(() -> guarded(new InputStreamEntity(endless(0xEF, 0xBB, 0xBF))).getContent())
			.withMessage("the answer does not begin");
	}

	@Test
	void largestFileIsReadWhole() throws IOException {
		byte[] file = new byte[PlatformHttp.Body.MAX_BYTES];
		assertThat(EntityUtils.toByteArray(guarded(new InputStreamEntity(new ByteArrayInputStream(file)))).length)
			.isEqualTo(file.length);
	}

	private static String text(HttpEntity entity) throws IOException {
		return EntityUtils.toString(guarded(entity), StandardCharsets.UTF_8);
	}

	private static HttpEntity guarded(HttpEntity entity) {
		HttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, 200, "OK");
		response.setEntity(entity);
		PlatformHttp.Body.guard(response);
		return response.getEntity();
	}

	private static InputStream endless(int... bytes) {
		return new InputStream() {

			private int at;

			@Override
			public int read() {
				return bytes[this.at++ % bytes.length];
			}

		};
	}

}
