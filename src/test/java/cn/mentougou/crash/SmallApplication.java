package cn.mentougou.crash;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.delivery.effects.SampleNews;
import cn.mentougou.delivery.effects.WithoutRedis;

/**
 * The modules between a message and its answer, without web server, jobs and Redis. Which
 * life it is and what time it has are registered before it starts.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
		basePackages = { "cn.mentougou.education.office.privacy", "cn.mentougou.education.wechat.account",
				"cn.mentougou.education.wechat.breaker", "cn.mentougou.education.wechat.deadletter",
				"cn.mentougou.education.wechat.dispatch", "cn.mentougou.education.wechat.inbox",
				"cn.mentougou.education.wechat.latereply", "cn.mentougou.education.wechat.outbound",
				"cn.mentougou.education.wechat.quota", "cn.mentougou.education.wechat.replywindow",
				"cn.mentougou.education.wechat.sender", "cn.mentougou.education.wechat.token" },
		useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "[^$]+Configuration"))
@ComponentScan(
		basePackages = { "cn.mentougou.education.office.audit", "cn.mentougou.education.newsroom.push",
				"cn.mentougou.education.newsroom.pushsending", "cn.mentougou.education.newsroom.pushresult" },
		useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = ".*\\.(Audit|Plans|PushLedger|Slots|Standstill|SendingConfiguration|PushResultConfiguration)"))
@MapperScan(basePackages = { "cn.mentougou.education.wechat", "cn.mentougou.education.office.audit",
		"cn.mentougou.education.newsroom.push" }, annotationClass = Mapper.class)
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
		DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, MybatisAutoConfiguration.class })
@EnableTransactionManagement
@Import({ EffectHandlers.class, WithoutRedis.class })
class SmallApplication {

	@Bean
	MeterRegistry meters() {
		return new SimpleMeterRegistry();
	}

	@Bean
	SampleNews news(@Value("${sample.cover:}") String cover) {
		return new SampleNews(cover);
	}

	@Bean
	static BeanPostProcessor boundariesOfCalls(Life life) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof CloseableHttpClient http) ? new CrashingHttp(http, life) : bean;
			}
		};
	}

}
