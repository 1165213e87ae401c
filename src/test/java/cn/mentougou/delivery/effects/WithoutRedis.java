package cn.mentougou.delivery.effects;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;

/** Redis is gone: everything must stand in MySQL. */
@Configuration(proxyBeanMethods = false)
public class WithoutRedis {

	@Bean
	StringRedisTemplate redis() {
		return new StringRedisTemplate() {
			@Override
			public void afterPropertiesSet() {
				// It connects nowhere.
			}

			@Override
			public ValueOperations<String, String> opsForValue() {
				throw new RedisConnectionFailureException("gone");
			}
		};
	}

}
