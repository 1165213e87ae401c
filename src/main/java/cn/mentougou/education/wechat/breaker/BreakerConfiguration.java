package cn.mentougou.education.wechat.breaker;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.account.WeChatAccounts;

/** Puts a breaker before each account's calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BreakerSettings.class)
class BreakerConfiguration {

	@Bean
	Breakers breakers(WeChatAccounts accounts, BreakerSettings settings, Clock clock, ApplicationEventPublisher events,
			MeterRegistry meters) {
		Breakers breakers = new Breakers(accounts, settings, clock, events);
		breakers.measure(meters);
		return breakers;
	}

	@Bean
	PlatformErrors platformErrors(PlatformErrorMapper mapper, Clock clock) {
		return new PlatformErrors(mapper, clock);
	}

	@Bean
	WxMpGuard wxMpGuard(Breakers breakers, PlatformErrors errors) {
		return new WxMpGuard(breakers, errors);
	}

}
