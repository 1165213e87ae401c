package cn.mentougou.education.wechat.bridge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import me.chanjar.weixin.common.api.WxConsts;
import me.chanjar.weixin.common.bean.result.WxMediaUploadResult;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.breaker.NothingSent;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * Brings pictures to the platform, where each lies for three days ({@code media/upload}).
 * A picture that arrives twice harms nobody.
 */
class WxMpPictures {

	private static final Logger logger = LoggerFactory.getLogger(WxMpPictures.class);

	private final WxMpClients clients;

	WxMpPictures(WxMpClients clients) {
		this.clients = clients;
	}

	/** The picture's media id; empty if it did not arrive, as far as anybody knows. */
	Optional<String> upload(String appId, byte[] png) {
		try {
			WxMediaUploadResult answer = this.clients.of(appId)
				.getMaterialService()
				.mediaUpload(WxConsts.MediaFileType.IMAGE, "png", new ByteArrayInputStream(png));
			return Optional.ofNullable(answer.getMediaId()).filter((id) -> !id.isBlank() && id.length() <= 255);
		}
		catch (WxErrorException ex) {
			String code = (ex.getCause() instanceof IOException) ? "unreachable"
					: String.valueOf(ex.getError().getErrorCode());
			logger.warn("the picture of the service account did not reach {}: {}", appId, code);
		}
		catch (NothingSent | Refusal | DataAccessException ex) {
			logger.warn("the picture of the service account was not sent to {}: {}", appId,
					ex.getClass().getSimpleName());
		}
		catch (RuntimeException ex) {
			// The SDK throws whatever its JSON reader throws.
			logger.warn("the answer of {} to a picture is unreadable", appId);
		}
		return Optional.empty();
	}

}
