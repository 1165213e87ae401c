package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.mentougou.education.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TokenCallTests {

	private static final String PATH = "/cgi-bin/stable_token";

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	private final FakePlatform platform = new FakePlatform();

	private final CloseableHttpClient http = PlatformHttp.open();

	private TokenCall call;

	@BeforeEach
	void asksTheFakePlatform() {
		this.call = new TokenCall(this.http, Accounts.at(this.platform.url()), new MovableClock(NOW));
	}

	@AfterEach
	void close() throws IOException {
		MDC.clear();
		this.http.close();
		this.platform.close();
	}

	@Test
	void tokenLivesAsLongAsThePlatformSays() {
		this.platform.answer(PATH, "{\"access_token\":\"T1\",\"expires_in\":345}");
		assertThat(this.call.fetch(Accounts.service())).isEqualTo(new HeldToken("T1", NOW.plusSeconds(345)));
	}

	@Test
	void tokenThatLivesForEverLivesForOneDay() {
		this.platform.answer(PATH, "{\"access_token\":\"T1\",\"expires_in\":9223372036854775807}");
		assertThat(this.call.fetch(Accounts.service()).expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
	}

	@Test
	void modeIsNeverForcedAndCorrelationIdIsSent() {
		this.platform.answer(PATH, "{\"access_token\":\"T1\",\"expires_in\":7200}");
		MDC.put("requestId", "abc-1");
		this.call.fetch(Accounts.service());
		FakePlatform.Call asked = this.platform.calls(PATH).get(0);
		assertThat(asked.body()).contains("\"force_refresh\":false", "\"grant_type\":\"client_credential\"",
				Accounts.APP_ID, Accounts.SECRET);
		assertThat(asked.requestId()).isEqualTo("abc-1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			40013 | invalid appid rid: 1a-2b-3c                                                  | rid 1a-2b-3c
			40125 | invalid appsecret rid: 1a-2b-3c                                              | AppSecret 不对
			40164 | invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 1a-2b  | 203.0.113.9
			40243 | AppSecret frozen                                                             | 解冻
			45009 | reach max api daily quota limit                                              | 次数已用完
			-1    | system error                                                                 | 平台繁忙
			77777 | something new                                                                | 77777
			""")
	void refusalTellsTheOperatorWhatToDo(int code, String message, String words) {
		this.platform.answer(PATH, "{\"errcode\":" + code + ",\"errmsg\":\"" + message + "\"}");
		assertThatExceptionOfType(TokenUnavailable.class).isThrownBy(() -> this.call.fetch(Accounts.service()))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code))
			.satisfies(
					(ex) -> assertThat(ex.sentence()).contains(Accounts.APP_ID, words).doesNotContain(Accounts.SECRET));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			502 | <html>bad gateway</html>  | HTTP 502
			200 | {"access_token":          | 不是 JSON
			200 | {}                        | 没有 access_token
			200 | {"access_token":"T 1&a=b","expires_in":7200} | 没有 access_token
			200 | HTTP 200 of a gateway     | 不是 JSON
			-1  | cut                       | NoHttpResponse
			""")
	void whatIsNoAnswerIsUnreachable(int status, String body, String words) {
		this.platform.answer(PATH, (call) -> new FakePlatform.Answer(status, body));
		assertThatExceptionOfType(TokenUnavailable.class).isThrownBy(() -> this.call.fetch(Accounts.service()))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(TokenUnavailable.UNREACHABLE))
			.satisfies((ex) -> assertThat(ex.sentence()).contains(words));
	}

	@Test
	void nothingIsAskedInsideTransaction() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> this.call.fetch(Accounts.service()));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(this.platform.calls(PATH)).isEmpty();
	}

}
