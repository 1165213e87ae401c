package cn.mentougou.education.office.session;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.StringRedisSerializer;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.data.redis.RedisIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Carries sessions in Redis, for the console and the pages of parents and teachers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class SessionConfiguration {

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(RedisConnectionFactory redis,
			SessionProperties properties) {
		FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(
				filter(repository(redis, properties)));
		registration.addUrlPatterns("/console/*", "/h5/*");
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
		return registration;
	}

	private static <S extends Session> SessionRepositoryFilter<S> filter(
			FindByIndexNameSessionRepository<S> repository) {
		SessionRepositoryFilter<S> filter = new SessionRepositoryFilter<>(new GuardedRepository<>(repository));
		CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
		resolver.setCookieSerializer(new SessionCookies());
		filter.setHttpSessionIdResolver(resolver);
		return filter;
	}

	/**
	 * Without its listener for expired keys, which must be connected at the start: keys
	 * go by themselves, and MySQL knows who is signed in.
	 */
	private static RedisIndexedSessionRepository repository(RedisConnectionFactory redis,
			SessionProperties properties) {
		RedisTemplate<String, Object> template = new RedisTemplate<>();
		template.setConnectionFactory(redis);
		template.setKeySerializer(StringRedisSerializer.UTF_8);
		template.setHashKeySerializer(StringRedisSerializer.UTF_8);
		template.setDefaultSerializer(new ScalarJson());
		template.afterPropertiesSet();
		RedisIndexedSessionRepository repository = new RedisIndexedSessionRepository(template);
		repository.setDefaultSerializer(new ScalarJson());
		repository.setRedisKeyNamespace("education:session");
		repository.setDefaultMaxInactiveInterval(properties.idleFor());
		return repository;
	}

}
