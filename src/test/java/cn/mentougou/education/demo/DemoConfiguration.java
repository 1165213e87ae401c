package cn.mentougou.education.demo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.reply.ReplyRules;

/** What {@code mvn spring-boot:test-run} adds to the application. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

	@Bean
	ApplicationRunner demoReplies(ReplyRules rules, WeChatAccounts accounts) {
		return (arguments) -> DemoReplies.seed(rules, accounts);
	}

	@Bean
	ApplicationRunner demoPeople(DemoOffice office) {
		return (arguments) -> office.seed();
	}

	@Bean
	SlowHandler slowHandler() {
		return new SlowHandler();
	}

	@Bean
	FailingHandler failingHandler() {
		return new FailingHandler();
	}

}
