package cn.mentougou.education.wechat.latereply;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.outbound.Outbound;

/** Offers the desk of the late replies. */
@Configuration(proxyBeanMethods = false)
class LateReplyConfiguration {

	@Bean
	LateReplyDesk lateReplyDesk(Outbound outbound) {
		return new LateReplyDesk(outbound);
	}

}
