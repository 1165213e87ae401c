package cn.mentougou.bench.baseline;

import me.chanjar.weixin.mp.api.WxMpMessageHandler;
import me.chanjar.weixin.mp.api.WxMpMessageRouter;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The SDK as both baselines use it: one account, one synchronous rule. */
@Configuration(proxyBeanMethods = false)
@Import(SdkController.class)
class SdkConfiguration {

	@Bean
	WxMpService wxMpService(@Value("${bench.app-id}") String appId, @Value("${bench.token}") String token,
			@Value("${bench.aes-key}") String aesKey) {
		WxMpDefaultConfigImpl configuration = new WxMpDefaultConfigImpl();
		configuration.setAppId(appId);
		configuration.setToken(token);
		configuration.setAesKey(aesKey);
		WxMpService service = new WxMpServiceImpl();
		service.setWxMpConfigStorage(configuration);
		return service;
	}

	@Bean(destroyMethod = "shutDownExecutorService")
	WxMpMessageRouter wxMpMessageRouter(WxMpService service, WxMpMessageHandler handler) {
		WxMpMessageRouter router = new WxMpMessageRouter(service);
		router.rule().async(false).msgType("text").handler(handler).end();
		return router;
	}

}
