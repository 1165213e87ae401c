package cn.mentougou.education.wechat.menu;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The checks and the answers to the default menus. */
@Configuration(proxyBeanMethods = false)
class MenuConfiguration {

	@Bean
	MenuChecks menuChecks(ObjectProvider<MenuTargets> offers,
			@Value("${education.wechat.menu-domains:}") List<String> domains) {
		return new MenuChecks(offers::orderedStream, domains);
	}

	@Bean
	PreparedAnswers preparedMenuAnswers(WeChatAccounts accounts, ObjectProvider<MenuTargets> offers) {
		return new PreparedAnswers(accounts, offers::orderedStream);
	}

}
