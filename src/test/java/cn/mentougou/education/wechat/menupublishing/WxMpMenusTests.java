package cn.mentougou.education.wechat.menupublishing;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.mentougou.education.wechat.breaker.NothingSent;
import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.education.wechat.token.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

class WxMpMenusTests {

	private final FakePlatform platform = new FakePlatform();

	private final WxMpMenus menus = new WxMpMenus(new TestTokens().clients(this.platform.url()));

	static Stream<Arguments> answers() {
		return Stream.of(Arguments.of(200, "{\"errcode\":0,\"errmsg\":\"ok\"}", Answer.Done.class),
				Arguments.of(200, "{\"errcode\":40018,\"errmsg\":\"invalid button name size rid: 1-2-3\"}",
						Answer.Refused.class),
				Arguments.of(200, "{\"errcode\":-1,\"errmsg\":\"system error\"}", Answer.Unknown.class),
				Arguments.of(200, "{}", Answer.Unknown.class), Arguments.of(200, "", Answer.Unknown.class),
				Arguments.of(200, "<html>", Answer.Unknown.class), Arguments.of(200, "[1]", Answer.Unknown.class),
				Arguments.of(502, "bad gateway", Answer.Unknown.class),
				Arguments.of(FakePlatform.Answer.CUT, "", Answer.Unknown.class),
				Arguments.of(200, "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}", Answer.NotSent.class),
				Arguments.of(200, "{\"errcode\":45011,\"errmsg\":\"too frequent\"}", Answer.NotSent.class));
	}

	@AfterEach
	void close() {
		this.platform.close();
	}

	@ParameterizedTest
	@MethodSource("answers")
	void everyAnswerIsToldApart(int status, String body, Class<?> kind) {
		this.platform.answer(MenuPlatform.CREATE, (call) -> new FakePlatform.Answer(status, body));
		assertThat(this.menus.create(Accounts.APP_ID, "{\"button\":[]}")).isInstanceOf(kind);
	}

	@Test
	void bodyIsSentAsItIs() {
		this.menus.create(Accounts.APP_ID, "{\"button\":[{\"name\":\"家校 & <互动>\"}]}");
		assertThat(this.platform.calls(MenuPlatform.CREATE)).singleElement()
			.satisfies((call) -> assertThat(call.body()).isEqualTo("{\"button\":[{\"name\":\"家校 & <互动>\"}]}"));
	}

	@Test
	void callThatTheBreakerHoldsBackSurelyChangedNothing() {
		WxMpMenus held = new WxMpMenus(new TestTokens() {

			@Override
			public String current(String appId) {
				throw new HeldBack();
			}

		}.clients(this.platform.url()));
		assertThat(held.create(Accounts.APP_ID, "{}")).isEqualTo(new Answer.NotSent("BREAKER"));
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isEmpty();
	}

	@Test
	void platformThatIsNotThereWasNotReached() {
		this.platform.close();
		assertThat(this.menus.create(Accounts.APP_ID, "{}")).isEqualTo(new Answer.NotSent("UNREACHABLE"));
	}

	/** What the breaker throws, as far as anybody else can see. */
	private static final class HeldBack extends NothingSent {

		private HeldBack() {
			super("held back");
		}

		@Override
		public String appId() {
			return Accounts.APP_ID;
		}

		@Override
		public String sentence() {
			return "held back";
		}

	}

}
