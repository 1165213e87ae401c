package cn.mentougou.education.wechat.jssdk;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.access.PublicPath;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatHosts;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the JS-SDK's part together. */
@Configuration(proxyBeanMethods = false)
class JsSdkConfiguration {

	@Bean
	Tickets pageTickets(TicketMapper mapper, Vault vault, WxMpClients clients, Clock clock) {
		return new Tickets(mapper, vault, new WxMpTicketCall(clients, clock), clock);
	}

	@Bean
	JsSdk jsSdk(WeChatHosts hosts) {
		return new JsSdk(hosts);
	}

	@Bean
	PublicPath verifyFiles() {
		return new PublicPath("/MP_verify_*.txt");
	}

}
