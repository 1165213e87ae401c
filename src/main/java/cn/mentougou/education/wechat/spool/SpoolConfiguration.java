package cn.mentougou.education.wechat.spool;

import java.io.IOException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Misconfigured;

/** Opens the spool and counts what waits in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpoolSettings.class)
class SpoolConfiguration {

	@Bean
	Spool spool(Vault vault, SpoolSettings settings) {
		try {
			return new Spool(vault, settings.directory(), settings.maxSize().toBytes());
		}
		catch (IOException ex) {
			throw new Misconfigured(
					"education.spool.directory（" + settings.directory() + "）不能读写：数据库连不上时消息要暂存在那里。请建好这个目录，并让运行程序的用户能写。");
		}
	}

	@Bean
	SpoolRegister spoolRegister(SpoolSettings settings) {
		return new SpoolRegister(settings.directory());
	}

	@Bean
	Gauge spoolGauge(Spool spool, MeterRegistry registry) {
		return Gauge.builder("wx.spool.bytes", spool, Spool::bytes)
			.description("messages that wait on this machine for the database")
			.baseUnit("bytes")
			.register(registry);
	}

}
