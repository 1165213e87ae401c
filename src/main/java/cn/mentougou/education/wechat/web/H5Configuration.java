package cn.mentougou.education.wechat.web;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import cn.mentougou.education.office.access.PlainChain;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.breaker.WxMpGuard;
import cn.mentougou.education.wechat.follower.FollowerEvent;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the pages in WeChat together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(H5Settings.class)
class H5Configuration {

	@Bean
	OwnAddress ownAddress(@Value("${education.web.base-url:}") String publicUrl, H5Settings settings) {
		return new OwnAddress(publicUrl, settings.verifyFiles());
	}

	@Bean
	WebSessions webSessions(WebSessionMapper mapper, Followers followers, Vault vault, LookupIndex index,
			H5Settings settings, Clock clock) {
		return new WebSessions(mapper, followers, new WebSessions.Seal(vault, index), settings, clock);
	}

	@Bean
	WebSessionHolder webSessionHolder(WebSessionMapper mapper, Vault vault, LookupIndex index, WeChatAccounts accounts,
			PlatformTransactionManager transactions) {
		return new WebSessionHolder(mapper, new WebSessions.Seal(vault, index), accounts,
				new TransactionTemplate(transactions));
	}

	@Bean
	DoorStates doorStates(StringRedisTemplate redis) {
		return new DoorStates(redis);
	}

	@Bean
	WxMpAuthorization wxMpAuthorization(WxMpClients clients, WxMpGuard guard) {
		return new WxMpAuthorization(clients, guard);
	}

	@Bean
	WebArrival webArrival(DoorStates states, WxMpAuthorization authorization, WebSessions sessions, H5Settings settings,
			MeterRegistry meters) {
		return new WebArrival(states, authorization, sessions, settings, meters);
	}

	@Bean
	WebSessionListener webSessionListener(WebSessions sessions) {
		return new WebSessionListener(sessions);
	}

	@Bean
	WebMvcConfigurer h5Web() {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new VisitorFilter.Parameter());
			}
		};
	}

	/** The pages in WeChat: the door is open, all else is for people who are known. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class Chain {

		@Bean
		@Order(1)
		SecurityFilterChain h5Chain(HttpSecurity http, WebSessions sessions, WeChatAccounts accounts,
				WxMpAuthorization authorization, DoorStates states, OwnAddress address, H5Settings settings) {
			VisitorGate gate = new VisitorGate(accounts, authorization, states, address, settings.browserMark());
			return PlainChain.of(http)
				.securityMatcher("/h5", "/h5/**")
				.addFilterBefore(new VisitorFilter(sessions), CsrfFilter.class)
				.csrf((csrf) -> csrf.csrfTokenRepository(PlainChain.csrf()))
				.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(gate).accessDeniedHandler(gate))
				.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
					.permitAll()
					.requestMatchers("/h5/enter", "/h5/guest", "/h5/open-in-wechat", "/h5/text-size")
					.permitAll()
					.anyRequest()
					.authenticated())
				.build();
		}

	}

	/** Ends sessions when people unfollow. */
	static class WebSessionListener {

		private final WebSessions sessions;

		WebSessionListener(WebSessions sessions) {
			this.sessions = sessions;
		}

		@EventListener
		void unfollowed(FollowerEvent.Unfollowed event) {
			this.sessions.unfollowed(event.appId(), event.id());
		}

		@EventListener
		void erased(FollowerEvent.Erased event) {
			this.sessions.erased(event.appId(), event.id());
		}

	}

}
