package cn.mentougou.education.wechat.breaker;

import java.time.Clock;
import java.time.Duration;

import me.chanjar.weixin.common.error.WxErrorException;

import cn.mentougou.education.wechat.account.WeChatAccounts;

/** Breakers for tests that need no context. */
public final class WxMpTestGuards {

	private WxMpTestGuards() {
	}

	/** Breakers as they are used, by the time of this machine. */
	public static WxMpGuard guard(WeChatAccounts accounts) {
		return new WxMpGuard(
				new Breakers(accounts, new BreakerSettings(Duration.ofSeconds(5)), Clock.systemUTC(), (event) -> {
				}), uncounted());
	}

	/** Counts nothing. */
	static PlatformErrors uncounted() {
		return new PlatformErrors(null, Clock.systemUTC()) {

			@Override
			void saw(String appId, String code) {
				// Nobody asks.
			}

		};
	}

	/** For tests of single calls: whatever happens, the next call goes. */
	public static WxMpGuard neverOpen() {
		return new WxMpGuard(null, null) {

			@Override
			public <T> T call(String appId, Call<T> call) throws WxErrorException {
				return call.make();
			}

		};
	}

}
