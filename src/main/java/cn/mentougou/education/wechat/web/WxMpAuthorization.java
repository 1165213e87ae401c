package cn.mentougou.education.wechat.web;

import me.chanjar.weixin.common.bean.oauth2.WxOAuth2AccessToken;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.breaker.BreakerOpen;
import cn.mentougou.education.wechat.breaker.WxMpGuard;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * Web authorisation (网页授权) as the platform offers it. Only {@code snsapi_base} is asked
 * for: who it is, without a question to the person. What is said besides (its own token,
 * a unionid) is forgotten at once.
 */
class WxMpAuthorization {

	private static final Logger logger = LoggerFactory.getLogger(WxMpAuthorization.class);

	private final WxMpClients clients;

	private final WxMpGuard guard;

	WxMpAuthorization(WxMpClients clients, WxMpGuard guard) {
		this.clients = clients;
		this.guard = guard;
	}

	/** Where the browser is sent; the platform sends it back with a code. */
	String address(String appId, String back, String state) {
		return this.clients.of(appId).getOAuth2Service().buildAuthorizationUrl(back, "snsapi_base", state);
	}

	/** Whom the code stands for. One call, which uses the code up. */
	Identity identify(String appId, String code) {
		try {
			WxOAuth2AccessToken answer = this.guard.call(appId,
					() -> this.clients.of(appId).getOAuth2Service().getAccessToken(code));
			if (answer.getSnapshotUser() != null && answer.getSnapshotUser() == 1) {
				return new Snapshot();
			}
			String openId = answer.getOpenId();
			return (openId == null || openId.isBlank()) ? new Refused(0) : new Known(openId);
		}
		catch (BreakerOpen ex) {
			return new Unreached(false);
		}
		catch (WxErrorException ex) {
			if (ex.getCause() != null || ex.getError().getErrorCode() == -1) {
				logger.warn("a code of {} could not be changed: {}", appId,
						(ex.getCause() != null) ? ex.getCause().getClass().getSimpleName() : "-1");
				return new Unreached(true);
			}
			logger.warn("a code of {} was refused: {}", appId, ex.getError().getErrorCode());
			return new Refused(ex.getError().getErrorCode());
		}
		catch (RuntimeException ex) {
			// The SDK throws whatever its JSON reader throws; the message may quote it.
			logger.warn("an answer on a code of {} cannot be read: {}", appId, ex.getClass().getSimpleName());
			return new Unreached(true);
		}
	}

	/** What the platform says about a code. */
	sealed interface Identity {

	}

	/** The person. */
	record Known(String openId) implements Identity {

		/** Keeps the person out of every log. */
		@Override
		public String toString() {
			return "Known";
		}

	}

	/** Nobody: the page is a snapshot (快照页), whose ids are made up. */
	record Snapshot() implements Identity {
	}

	/** The code is used, too old or not ours. */
	record Refused(int code) implements Identity {
	}

	/**
	 * There is no answer.
	 *
	 * @param isMaybeUsed whether the platform may have seen the code
	 */
	record Unreached(boolean isMaybeUsed) implements Identity {
	}

}
