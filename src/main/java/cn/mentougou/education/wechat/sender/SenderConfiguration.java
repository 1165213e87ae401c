package cn.mentougou.education.wechat.sender;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the calls together. */
@Configuration(proxyBeanMethods = false)
class SenderConfiguration {

	@Bean
	Calls calls(WxMpClients clients, CallQuotas quotas) {
		return new Calls(new WxMpSender(clients), quotas);
	}

	@Bean
	SendResults sendResults(SendResultMapper mapper) {
		return new SendResults(mapper);
	}

}
