package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import cn.mentougou.education.MovableClock;
import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any answer to the calls for a token and for the platform's addresses: a usable token,
 * or a failure with a sentence for the operator.
 */
public class TokenAnswerFuzz implements FuzzTarget {

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	private final CannedPlatform platform = new CannedPlatform();

	private final TokenCall call = new TokenCall(this.platform, Accounts.at("http://platform.invalid"),
			new MovableClock(NOW));

	private final PlatformProbe probe = new PlatformProbe(this.platform, Accounts.at("http://platform.invalid"));

	@Override
	public String name() {
		return "token-answer";
	}

	@Override
	public void accept(byte[] input) {
		this.platform.answer(input);
		try {
			HeldToken token = this.call.fetch(Accounts.service());
			// It goes into an address, a cell of the table and a comparison of times.
			assertThat(token.value()).matches("[0-9A-Za-z._~-]{1,1024}");
			assertThat(token.expiresAt()).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(Duration.ofDays(1)));
		}
		catch (TokenUnavailable ex) {
			assertThat(ex.sentence()).endsWith("。").doesNotContain(Accounts.SECRET);
			assertThat(ex.sentence().length()).isLessThan(300);
			assertThat(ex.detail().length()).isLessThanOrEqualTo(255);
		}
		probe();
	}

	private void probe() {
		try {
			PlatformProbe.Answer answer = this.probe.ask(null);
			assertThat(answer.json()).isNotNull();
			assertThat(answer.isOfPlatform()).isEqualTo(answer.status() == 200 && answer.json().isObject());
			assertThat(answer.json().path("ip_list").size()).isNotNegative();
			assertThat(answer.json().path("errcode").asInt(0)).isNotNull();
		}
		catch (IOException ex) {
			assertThat(ex).isNotNull();
		}
	}

	@Override
	public List<byte[]> madeSeeds() {
		return CannedPlatform.longAnswers();
	}

}
