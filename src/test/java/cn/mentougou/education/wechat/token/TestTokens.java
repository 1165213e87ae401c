package cn.mentougou.education.wechat.token;

import java.util.ArrayList;
import java.util.List;

import cn.mentougou.education.wechat.breaker.WxMpTestGuards;

/** Gives T1, and after each refusal the next. */
public class TestTokens extends AccessTokens {

	private final List<String> refused = new ArrayList<>();

	/** Begins with T1. */
	public TestTokens() {
		super(Accounts.all(), null, null, null, null);
	}

	/** Clients that carry these tokens to the platform at this address. */
	public WxMpClients clients(String url) {
		return new WxMpClients(Accounts.all(), this,
				new WxMpClients.Line(Accounts.at(url), PlatformHttp.open(), WxMpTestGuards.neverOpen()));
	}

	@Override
	public String current(String appId) {
		return "T" + (this.refused.size() + 1);
	}

	@Override
	public void refused(String appId, String token) {
		this.refused.add(token);
	}

	/** What the platform refused. */
	public List<String> refusals() {
		return this.refused;
	}

}
