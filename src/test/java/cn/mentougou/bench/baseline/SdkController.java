package cn.mentougou.bench.baseline;

import me.chanjar.weixin.mp.api.WxMpMessageRouter;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The controller of the SDK's own demo project. */
@RestController
class SdkController {

	private final WxMpService service;

	private final WxMpMessageRouter router;

	SdkController(WxMpService service, WxMpMessageRouter router) {
		this.service = service;
		this.router = router;
	}

	@PostMapping(path = "/wechat/{appId}", produces = "application/xml; charset=UTF-8")
	String receive(@PathVariable String appId, @RequestBody String body, @RequestParam("signature") String signature,
			@RequestParam("timestamp") String timestamp, @RequestParam("nonce") String nonce,
			@RequestParam(name = "encrypt_type", required = false) @Nullable String encryptType,
			@RequestParam(name = "msg_signature", required = false) @Nullable String messageSignature) {
		if (!appId.equals(this.service.getWxMpConfigStorage().getAppId())
				|| !this.service.checkSignature(timestamp, nonce, signature)) {
			throw new IllegalArgumentException("not from the platform");
		}
		if (encryptType == null) {
			WxMpXmlOutMessage reply = this.router.route(WxMpXmlMessage.fromXml(body));
			return (reply != null) ? reply.toXml() : "";
		}
		WxMpXmlMessage message = WxMpXmlMessage.fromEncryptedXml(body, this.service.getWxMpConfigStorage(), timestamp,
				nonce, messageSignature);
		WxMpXmlOutMessage reply = this.router.route(message);
		return (reply != null) ? reply.toEncryptedXml(this.service.getWxMpConfigStorage()) : "";
	}

}
