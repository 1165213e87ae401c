package cn.mentougou.education.wechat.token;

import java.util.function.Supplier;

import cn.mentougou.education.wechat.breaker.WxMpTestGuards;

/** Gives the token that a test fetched itself. */
public final class GivenTokens extends AccessTokens {

	private final Supplier<String> token;

	/** Asks for the token before every call. */
	public GivenTokens(Supplier<String> token) {
		super(Accounts.all(), null, null, null, null);
		this.token = token;
	}

	/** Clients that carry it to the platform at this address. */
	public WxMpClients clients(String url) {
		return new WxMpClients(Accounts.all(), this,
				new WxMpClients.Line(Accounts.at(url), PlatformHttp.open(), WxMpTestGuards.neverOpen()));
	}

	@Override
	public String current(String appId) {
		return this.token.get();
	}

	@Override
	public void refused(String appId, String refusedToken) {
		// The next one is asked for anyway.
	}

}
