package cn.mentougou.education.wechat.token;

import java.io.IOException;

import me.chanjar.weixin.common.api.WxConsts;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.mp.api.impl.WxMpServiceHttpClientImpl;
import org.apache.http.HttpHost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;

/**
 * The SDK's client of one account, without what the SDK adds on its own: its tokens, its
 * five repeats of a busy platform (which would send a message twice and lose the code),
 * its connections and its logging of requests, which hold people's ids and texts.
 */
class WxMpClient extends WxMpServiceHttpClientImpl {

	private final WeChatAccount account;

	private final AccessTokens tokens;

	private final WxMpClients.Line line;

	WxMpClient(WeChatAccount account, AccessTokens tokens, WxMpClients.Line line) {
		this.account = account;
		this.tokens = tokens;
		this.line = line;
	}

	/**
	 * One call; a refused token is replaced and the call repeated once, never more. While
	 * the platform is down it is refused before anything is asked for.
	 * @throws Refusal.Forbidden if the platform does not let this kind of account make it
	 */
	@Override
	public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
		OutsideCall.refuseInTransaction();
		Capability.of(uri.split("\\?", 2)[0]).ifPresent(this.account::require);
		return this.line.guard().call(this.account.appId(), () -> callWithToken(executor, uri, data));
	}

	private <T, E> T callWithToken(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
		String token = this.tokens.current(this.account.appId());
		try {
			return call(executor, uri, data, token);
		}
		catch (WxErrorException ex) {
			if (!WxConsts.ACCESS_TOKEN_ERROR_CODES.contains(ex.getError().getErrorCode())) {
				throw ex;
			}
			this.tokens.refused(this.account.appId(), token);
			return call(executor, uri, data, this.tokens.current(this.account.appId()));
		}
	}

	private <T, E> T call(RequestExecutor<T, E> executor, String uri, E data, String token) throws WxErrorException {
		if (uri.contains("access_token=")) {
			throw new IllegalArgumentException("the address already carries a token");
		}
		try {
			return executor.execute(uri + (uri.contains("?") ? "&" : "?") + "access_token=" + token, data, WxType.MP);
		}
		catch (IOException ex) {
			throw new WxErrorException(ex);
		}
	}

	/** Our token, whoever asks; a forced one would cut off the other instances. */
	@Override
	public String getAccessToken(boolean forceRefresh) {
		return this.tokens.current(this.account.appId());
	}

	@Override
	public CloseableHttpClient getRequestHttpClient() {
		return this.line.http();
	}

	@Override
	public @Nullable HttpHost getRequestHttpProxy() {
		return null;
	}

	@Override
	public void initHttp() {
		// The connections are opened elsewhere.
	}

}
