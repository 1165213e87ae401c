package cn.mentougou.education.wechat.token;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

import cn.mentougou.education.EngineProperties;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class TokenRaceTests {

	private static final String PATH = "/cgi-bin/stable_token";

	private static final int THREADS = 50;

	private final AtomicInteger issued = new AtomicInteger();

	private final FakePlatform platform = new FakePlatform().answer(PATH, (call) -> issue());

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

	@AfterEach
	void close() {
		this.threads.shutdownNow();
		this.instances.forEach(ConfigurableApplicationContext::close);
		this.platform.close();
	}

	@Test
	void fiftyThreadsOfThreeInstancesOnColdCacheMakeOneCall() throws Exception {
		start(Map.of());
		assertThat(everybody((tokens) -> tokens.current(EngineProperties.SERVICE))).containsOnly("token-1");
		assertThat(this.platform.calls(PATH)).hasSize(1);
		assertThat(redis().opsForValue().get("education:access-token:" + EngineProperties.SERVICE)).isNotBlank()
			.doesNotContain("token-1");
		assertThat(everybody((tokens) -> {
			tokens.refused(EngineProperties.SERVICE, "token-1");
			return tokens.current(EngineProperties.SERVICE);
		})).containsOnly("token-2");
		assertThat(this.platform.calls(PATH)).hasSize(2);
	}

	@Test
	void accountsHaveTokensOfTheirOwn() throws Exception {
		start(Map.of());
		AccessTokens tokens = this.instances.get(0).getBean(AccessTokens.class);
		assertThat(tokens.current(EngineProperties.SERVICE)).isEqualTo("token-1");
		assertThat(tokens.current(EngineProperties.SUBSCRIPTION)).isEqualTo("token-2");
	}

	@Test
	void withoutRedisThereIsStillOneTokenAndCallsAreNotSlowed() throws Exception {
		start(Map.of("spring.data.redis.port", 1));
		assertThat(everybody((tokens) -> tokens.current(EngineProperties.SERVICE))).containsOnly("token-1");
		assertThat(this.platform.calls(PATH)).hasSize(1);
		long began = System.nanoTime();
		AccessTokens tokens = this.instances.get(0).getBean(AccessTokens.class);
		for (int i = 0; i < 1000; i++) {
			tokens.current(EngineProperties.SERVICE);
		}
		// Another account is not in memory: Redis was found dead and is left alone.
		tokens.current(EngineProperties.SUBSCRIPTION);
		assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(450));
	}

	@Test
	void failureIsSharedByTheInstances() throws Exception {
		this.platform.answer(PATH, "{\"errcode\":40164,\"errmsg\":\"invalid ip 203.0.113.9 ipv6, not in whitelist\"}");
		start(Map.of());
		assertThat(everybody((tokens) -> {
			try {
				return tokens.current(EngineProperties.SERVICE);
			}
			catch (TokenUnavailable ex) {
				return "code " + ex.code();
			}
		})).containsOnly("code 40164");
		assertThat(this.platform.calls(PATH)).hasSize(1);
	}

	@Test
	void tokenStandsSealedInMySql() throws Exception {
		start(Map.of());
		this.instances.get(0).getBean(AccessTokens.class).current(EngineProperties.SERVICE);
		byte[] stored = this.instances.get(0)
			.getBean(JdbcTemplate.class)
			.queryForObject("SELECT token FROM access_token", byte[].class);
		assertThat(new String(stored)).doesNotContain("token-1");
	}

	/**
	 * A new token at each call, which the real platform would not give: it shows doubles.
	 */
	private FakePlatform.Answer issue() {
		return new FakePlatform.Answer(200,
				"{\"access_token\":\"token-" + this.issued.incrementAndGet() + "\",\"expires_in\":7200}");
	}

	private void start(Map<String, Object> more) {
		Map<String, Object> properties = EngineProperties.fresh();
		properties.put("education.wechat.api-base-url", this.platform.url());
		properties.put("spring.datasource.hikari.maximum-pool-size", 5);
		properties.putAll(more);
		for (int i = 0; i < 3; i++) {
			this.instances.add(new SpringApplicationBuilder(SmallApplication.class).web(WebApplicationType.NONE)
				.bannerMode(Banner.Mode.OFF)
				.properties(properties)
				.run());
		}
	}

	private StringRedisTemplate redis() {
		return this.instances.get(0).getBean(StringRedisTemplate.class);
	}

	private List<String> everybody(Ask ask) throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		List<Future<String>> answers = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			AccessTokens tokens = this.instances.get(i % this.instances.size()).getBean(AccessTokens.class);
			Callable<String> one = () -> {
				go.await();
				return ask.ask(tokens);
			};
			answers.add(this.threads.submit(one));
		}
		go.countDown();
		List<String> all = new ArrayList<>();
		for (Future<String> answer : answers) {
			all.add(answer.get(30, TimeUnit.SECONDS));
		}
		return all;
	}

	/** What each thread asks its instance. */
	private interface Ask {

		String ask(AccessTokens tokens);

	}

	/** As little of the application as tokens need. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@AutoConfigurationPackage(
			basePackages = { "cn.mentougou.education.wechat.breaker", "cn.mentougou.education.wechat.token" })
	@ComponentScan({ "cn.mentougou.education.office.privacy", "cn.mentougou.education.wechat.account",
			"cn.mentougou.education.wechat.breaker", "cn.mentougou.education.wechat.token" })
	static class SmallApplication {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
