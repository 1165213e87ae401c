package cn.mentougou.kills.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import cn.mentougou.delivery.effects.SampleNews;
import cn.mentougou.education.office.job.Job;

/** The modules that push, on a real database, by a clock that runs faster. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
		basePackages = { "cn.mentougou.education.office.audit", "cn.mentougou.education.newsroom.push",
				"cn.mentougou.education.newsroom.pushsending" },
		useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = ".*\\.(Audit|Plans|PushLedger|Slots|Standstill|SendingConfiguration)"))
@MapperScan(basePackages = { "cn.mentougou.education.office.audit", "cn.mentougou.education.newsroom.push" },
		annotationClass = Mapper.class)
@Import(SendingApplication.class)
public class PushingApplication {

	/** How much faster the clock runs. */
	public static final int SPEED = 40;

	@Bean
	@Primary
	Clock fastClock(@Value("${fast.since}") Instant since) {
		return fast(since);
	}

	/** A clock that has run so fast since then. */
	public static Clock fast(Instant since) {
		return new Clock() {
			@Override
			public Instant instant() {
				return since.plus(Duration.between(since, Instant.now()).multipliedBy(SPEED));
			}

			@Override
			public ZoneId getZone() {
				return ZoneId.of("Asia/Shanghai");
			}

			@Override
			public Clock withZone(ZoneId zone) {
				throw new UnsupportedOperationException("there is one zone");
			}
		};
	}

	@Bean
	SampleNews news(@Value("${sample.cover}") String cover) {
		return new SampleNews(cover);
	}

	@Bean
	ApplicationRunner pushes(List<Job> jobs) {
		Job push = jobs.stream().filter((job) -> job.name().equals("push")).findAny().orElseThrow();
		ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
		return (arguments) -> timer.scheduleWithFixedDelay(() -> {
			try {
				push.work().run();
			}
			catch (RuntimeException ex) {
				System.out.println("again: " + ex);
			}
		}, 50, 50, TimeUnit.MILLISECONDS);
	}

}
