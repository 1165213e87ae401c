package cn.mentougou.education.wechat.breaker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.client.HttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.wechat.token.Accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WxMpGuardTests {

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	private final MovableClock clock = new MovableClock(NOW);

	private final List<Object> events = new ArrayList<>();

	private final Breakers breakers = new Breakers(Accounts.all(), new BreakerSettings(Duration.ofSeconds(5)),
			this.clock, this.events::add);

	private final WxMpGuard guard = new WxMpGuard(this.breakers, WxMpTestGuards.uncounted());

	private final AtomicInteger made = new AtomicInteger();

	@Test
	void troubleInARowOpensItAndNothingLeavesAnyMore() {
		fail(new WxErrorException(new SocketTimeoutException()), 5);
		assertThatExceptionOfType(BreakerOpen.class).isThrownBy(this::answer)
			.satisfies((ex) -> assertThat(ex.probeAt()).isEqualTo(NOW.plusSeconds(5)))
			.satisfies((ex) -> assertThat(ex.sentence()).contains("自动继续"));
		assertThat(this.made).hasValue(5);
		assertThat(state()).isEqualTo(
				new BreakerState(Accounts.APP_ID, BreakerState.Phase.OPEN, NOW, NOW.plusSeconds(5), "TIMEOUT", NOW, 1));
		assertThat(this.events).containsExactly(new BreakerEvent.Opened(Accounts.APP_ID, NOW, "TIMEOUT"));
	}

	@Test
	void whatTheLastCallMetIsNamed() {
		assertThat(lastTrouble(new WxErrorException(new ConnectException()))).isEqualTo("UNREACHABLE");
		assertThat(lastTrouble(new WxErrorException(new HttpResponseException(502, "Bad Gateway"))))
			.isEqualTo("HTTP 502");
		assertThat(lastTrouble(error(-1))).isEqualTo("-1");
		assertThat(lastTrouble(new WxErrorException(new IOException("cut")))).isEqualTo("UNREACHABLE");
	}

	@ParameterizedTest
	@ValueSource(ints = { 40001, 40003, 45009, 45011, 45015, 48001, -99 })
	void refusalNeverOpensIt(int code) throws WxErrorException {
		fail(error(code), 40);
		assertThat(answer()).isEqualTo("ok");
		assertThat(this.events).isEmpty();
	}

	@Test
	void callThatNeverLeftSaysNothing() throws WxErrorException {
		for (int i = 0; i < 40; i++) {
			assertThatException().isThrownBy(() -> this.guard.call(Accounts.APP_ID, () -> {
				throw new IllegalStateException("no token");
			}));
		}
		fail(new WxErrorException(new HttpResponseException(404, "Not Found")), 40);
		assertThat(answer()).isEqualTo("ok");
	}

	@Test
	void fewTroublesAmongManyAnswersDoNotOpenIt() throws WxErrorException {
		for (int i = 0; i < 50; i++) {
			answer();
			answer();
			fail(error(-1), 1);
		}
		assertThat(state().phase()).isEqualTo(BreakerState.Phase.CLOSED);
	}

	@Test
	void closesAfterTwoAnswersAndSaysSo() throws WxErrorException {
		fail(error(-1), 5);
		assertThatExceptionOfType(BreakerOpen.class).isThrownBy(this::answer);
		this.clock.advance(Duration.ofSeconds(5));
		answer();
		assertThat(state().phase()).isEqualTo(BreakerState.Phase.PROBING);
		answer();
		assertThat(state()).isEqualTo(
				new BreakerState(Accounts.APP_ID, BreakerState.Phase.CLOSED, NOW.plusSeconds(5), null, "-1", NOW, 0));
		assertThat(this.events).last().isEqualTo(new BreakerEvent.Closed(Accounts.APP_ID, NOW.plusSeconds(5)));
	}

	@Test
	void restDoublesWithEachAttemptInVainUpToAMinute() {
		fail(error(-1), 5);
		for (int seconds : new int[] { 5, 10, 20, 40, 60, 60 }) {
			assertThat(state().probeAt()).isEqualTo(this.clock.instant().plusSeconds(seconds));
			this.clock.advance(Duration.ofSeconds(seconds - 1));
			assertThatExceptionOfType(BreakerOpen.class).isThrownBy(this::answer);
			this.clock.advance(Duration.ofSeconds(1));
			fail(error(-1), 2);
		}
	}

	@Test
	void probeThatNeverLeftGivesItsPlaceBack() throws WxErrorException {
		fail(error(-1), 5);
		this.clock.advance(Duration.ofSeconds(5));
		for (int i = 0; i < 5; i++) {
			assertThatException().isThrownBy(() -> this.guard.call(Accounts.APP_ID, () -> {
				throw new IllegalStateException("no token");
			}));
		}
		answer();
		answer();
		assertThat(state().phase()).isEqualTo(BreakerState.Phase.CLOSED);
	}

	@Test
	void listenerThatFailsSpoilsNoCall() {
		Breakers deaf = new Breakers(Accounts.all(), new BreakerSettings(Duration.ofSeconds(5)), this.clock,
				(event) -> {
					throw new IllegalStateException("no");
				});
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(WxErrorException.class)
				.isThrownBy(() -> new WxMpGuard(deaf, WxMpTestGuards.uncounted()).call(Accounts.APP_ID, () -> {
					throw error(-1);
				}));
		}
		assertThat(deaf.stateOf(Accounts.APP_ID).phase()).isEqualTo(BreakerState.Phase.OPEN);
	}

	@Test
	void metricsTellWhetherItIsOpen() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.breakers.measure(meters);
		assertThat(meters.get("wx.breaker.open").tag("account", Accounts.APP_ID).gauge().value()).isZero();
		fail(error(-1), 5);
		assertThatExceptionOfType(BreakerOpen.class).isThrownBy(this::answer);
		assertThat(meters.get("wx.breaker.open").gauge().value()).isEqualTo(1);
		assertThat(meters.get("wx.breaker.refused").gauge().value()).isEqualTo(1);
	}

	private BreakerState state() {
		return this.breakers.stateOf(Accounts.APP_ID);
	}

	private String lastTrouble(WxErrorException ex) {
		fail(ex, 1);
		return state().trouble();
	}

	private void fail(WxErrorException ex, int times) {
		for (int i = 0; i < times; i++) {
			assertThatExceptionOfType(WxErrorException.class).isThrownBy(() -> this.guard.call(Accounts.APP_ID, () -> {
				this.made.incrementAndGet();
				throw ex;
			}));
		}
	}

	private String answer() throws WxErrorException {
		return this.guard.call(Accounts.APP_ID, () -> {
			this.made.incrementAndGet();
			return "ok";
		});
	}

	private static WxErrorException error(int code) {
		return new WxErrorException(WxError.builder().errorCode(code).errorMsg("rid: 1-2").build());
	}

}
