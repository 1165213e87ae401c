package cn.mentougou.education.wechat.sender;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the calls together. */
@Configuration(proxyBeanMethods = false)
class SenderConfiguration {

	@Bean
	WxMpSender wxMpSender(WxMpClients clients) {
		return new WxMpSender(clients);
	}

	@Bean
	SendResults sendResults(SendResultMapper mapper) {
		return new SendResults(mapper);
	}

}
