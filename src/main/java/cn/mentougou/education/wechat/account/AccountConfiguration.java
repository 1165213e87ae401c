package cn.mentougou.education.wechat.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.shared.Misconfigured;

/** Makes the checked accounts and the platform's addresses known to the other modules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeChatProperties.class)
class AccountConfiguration {

	@Bean
	WeChatAccounts weChatAccounts(WeChatProperties properties) {
		if (properties.accounts().isEmpty()) {
			throw new Misconfigured("没有配置任何公众号：请填写 education.wechat.accounts[0].* （见 README 的配置表）。");
		}
		return new WeChatAccounts(AccountCheck.check(properties.accounts()));
	}

	@Bean
	WeChatHosts weChatHosts(WeChatProperties properties) {
		return properties.hosts();
	}

}
