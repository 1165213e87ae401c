package cn.mentougou.kills.sending;

import java.time.Clock;
import java.time.ZoneId;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
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

import cn.mentougou.delivery.effects.WithoutRedis;
import cn.mentougou.education.platform.RecordMapping;
import cn.mentougou.education.wechat.dispatch.PushWitness;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.replywindow.ReplyWindows;

/** The modules that send, on a real database, without web server and Redis. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
		basePackages = { "cn.mentougou.education.office.privacy", "cn.mentougou.education.wechat.account",
				"cn.mentougou.education.wechat.breaker", "cn.mentougou.education.wechat.inbox",
				"cn.mentougou.education.wechat.outbound", "cn.mentougou.education.wechat.quota",
				"cn.mentougou.education.wechat.replywindow", "cn.mentougou.education.wechat.sender",
				"cn.mentougou.education.wechat.token" },
		useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "[^$]+Configuration"))
@MapperScan(basePackages = "cn.mentougou.education.wechat", annotationClass = Mapper.class)
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
		DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, MybatisAutoConfiguration.class })
@EnableTransactionManagement
@Import({ Orders.class, RecordMapping.class, WithoutRedis.class })
public class SendingApplication {

	@Bean
	Clock clock() {
		return Clock.system(ZoneId.of("Asia/Shanghai"));
	}

	@Bean
	MeterRegistry meters() {
		return new SimpleMeterRegistry();
	}

	@Bean
	Orders.Desks desks(Outbound outbound, PushWitness witness, ReplyWindows windows) {
		return new Orders.Desks(outbound, witness, windows);
	}

}
