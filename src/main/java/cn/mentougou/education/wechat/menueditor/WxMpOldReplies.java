package cn.mentougou.education.wechat.menueditor;

import java.util.List;
import java.util.Optional;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.token.WxMpClients;

/** Asks for the automatic replies that an account has on the platform. */
@Component
class WxMpOldReplies {

	private static final Logger logger = LoggerFactory.getLogger(WxMpOldReplies.class);

	private final WxMpClients clients;

	WxMpOldReplies(WxMpClients clients) {
		this.clients = clients;
	}

	/** The replies; nothing if the platform does not say. It changes nothing there. */
	Optional<List<OldReply>> of(String appId) {
		try {
			return Optional.of(OldReplyReader
				.read(this.clients.of(appId).get(WxMpApiUrl.Other.GET_CURRENT_AUTOREPLY_INFO_URL, null)));
		}
		catch (WxErrorException ex) {
			logger.warn("automatic replies of {} not pulled: {}", appId, ex.getError().getErrorCode());
			return Optional.empty();
		}
		catch (RuntimeException ex) {
			// No token, or what the SDK and the reader of JSON throw.
			logger.warn("automatic replies of {} not pulled: {}", appId, ex.getClass().getName());
			return Optional.empty();
		}
	}

}
