package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.breaker.BreakerOpen;
import cn.mentougou.education.wechat.breaker.WxMpTestGuards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WxMpClientTests {

	private static final String SEND = "/cgi-bin/message/custom/send";

	private static final String URL = "https://api.weixin.qq.com" + SEND;

	private final FakePlatform platform = new FakePlatform();

	private final CloseableHttpClient http = PlatformHttp.open();

	private final TestTokens tokens = new TestTokens();

	private WxMpService client;

	@BeforeEach
	void speaksToTheFakePlatform() {
		this.client = new WxMpClients(Accounts.all(), this.tokens,
				new WxMpClients.Line(Accounts.at(this.platform.url()), this.http, WxMpTestGuards.guard(Accounts.all())))
			.of(Accounts.APP_ID);
	}

	@AfterEach
	void close() throws IOException {
		MDC.clear();
		this.http.close();
		this.platform.close();
	}

	@Test
	void callCarriesTokenAndCorrelationId() throws WxErrorException {
		this.platform.answer(SEND, "{\"errcode\":0,\"errmsg\":\"ok\"}");
		MDC.put("requestId", "abc-1");
		send();
		FakePlatform.Call call = this.platform.calls(SEND).get(0);
		assertThat(call.query()).isEqualTo("access_token=T1");
		assertThat(call.requestId()).isEqualTo("abc-1");
	}

	@Test
	void refusedTokenIsReplacedAndTheCallRepeatedOnce() throws WxErrorException {
		this.platform.answer(SEND, (call) -> new FakePlatform.Answer(200, call.query().endsWith("=T1")
				? "{\"errcode\":40001,\"errmsg\":\"invalid credential rid: 1-2\"}" : "{\"errcode\":0}"));
		send();
		assertThat(this.platform.calls(SEND)).extracting(FakePlatform.Call::query)
			.containsExactly("access_token=T1", "access_token=T2");
		assertThat(this.tokens.refusals()).containsExactly("T1");
	}

	@Test
	void tokenThatIsAlwaysRefusedMakesNoLoop() {
		this.platform.answer(SEND, "{\"errcode\":42001,\"errmsg\":\"expired rid: 1-2\"}");
		assertThatExceptionOfType(WxErrorException.class).isThrownBy(this::send)
			.satisfies((ex) -> assertThat(ex.getError().getErrorCode()).isEqualTo(42001));
		assertThat(this.platform.calls(SEND)).hasSize(2);
		assertThat(this.tokens.refusals()).hasSize(1);
	}

	@Test
	void busyPlatformIsAskedOnceAndItsCodeAndRidAreKept() {
		this.platform.answer(SEND, "{\"errcode\":-1,\"errmsg\":\"system error rid: 77-88-99\"}");
		assertThatExceptionOfType(WxErrorException.class).isThrownBy(this::send).satisfies((ex) -> {
			assertThat(ex.getError().getErrorCode()).isEqualTo(-1);
			assertThat(ex.getError().getJson()).contains("77-88-99");
		});
		assertThat(this.platform.calls(SEND)).hasSize(1);
	}

	@Test
	void platformThatIsDownIsNotCalledAnyMore() {
		this.platform.answer(SEND, "{\"errcode\":-1,\"errmsg\":\"system error rid: 77-88-99\"}");
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(WxErrorException.class).isThrownBy(this::send);
		}
		assertThatExceptionOfType(BreakerOpen.class).isThrownBy(this::send);
		assertThat(this.platform.calls(SEND)).hasSize(5);
	}

	@Test
	void requestReachesNoLogAtAnyLevel() {
		Logger root = (Logger) LoggerFactory.getLogger("me.chanjar.weixin");
		Level before = root.getLevel();
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		root.addAppender(lines);
		root.setLevel(Level.TRACE);
		try {
			for (String answer : List.of("{\"errcode\":0}", "{\"errcode\":-1}", "{\"errcode\":40001}", "<html>")) {
				this.platform.answer(SEND, answer);
				try {
					send();
				}
				catch (WxErrorException | RuntimeException ex) {
					assertThat(ex.toString()).doesNotContain("oPerson", "T1");
				}
			}
		}
		finally {
			root.detachAppender(lines);
			root.setLevel(before);
		}
		assertThat(lines.list).isEmpty();
	}

	@Test
	void addressWithTokenIsRefused() {
		assertThatThrownBy(() -> this.client.get(URL + "?access_token=x", null))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageNotContaining("=x");
	}

	private void send() throws WxErrorException {
		this.client.post(URL.replace("https://api.weixin.qq.com", this.platform.url()),
				"{\"touser\":\"oPerson\",\"text\":{\"content\":\"你好\"}}");
	}

}
