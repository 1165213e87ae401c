package cn.mentougou.education.wechat.reply;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.core.types.RedisClientInfo;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EducationApplication;
import cn.mentougou.education.EngineTest;
import cn.mentougou.education.demo.DemoMenus;
import cn.mentougou.education.demo.DemoReplies;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ReplyRulesTests {

	private static final LocalDateTime NOW = LocalDateTime.parse("2026-04-20T10:00:00");

	@Autowired
	private ReplyRules desk;

	@Autowired
	private CurrentRules current;

	@Autowired
	private WeChatAccounts accounts;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private ConfigurableEnvironment environment;

	@AfterEach
	void removeRules() {
		this.desk.all().keySet().forEach((id) -> this.desk.remove(id, this.desk.find(id).orElseThrow().revision()));
	}

	private static boolean answers(CurrentRules rules, String text, String answer) {
		return rules.get().wholeKeyword(Rules.SERVICE, text, NOW).filter(answer::equals).isPresent();
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
			Thread.sleep(10);
		}
	}

	@Test
	void changeAnswersAtOnce() {
		ReplyRuleId id = this.desk.add(Rules.rule(Trigger.WHOLE_KEYWORD, "旧", "招生"));
		assertThat(answers(this.current, "招生", "旧")).isTrue();
		this.desk.change(id, 1, Rules.rule(Trigger.WHOLE_KEYWORD, "新", "入学"), null);
		assertThat(answers(this.current, "招生", "旧")).isFalse();
		assertThat(answers(this.current, "入学", "新")).isTrue();
		this.desk.remove(id, 2);
		assertThat(this.desk.all()).isEmpty();
		assertThat(answers(this.current, "入学", "新")).isFalse();
	}

	@Test
	void changeInsideATransactionAnswersAfterItsCommit() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.desk.add(Rules.rule(Trigger.WHOLE_KEYWORD, "好", "校历"));
			assertThat(answers(this.current, "校历", "好")).isFalse();
		});
		assertThat(answers(this.current, "校历", "好")).isTrue();
	}

	@Test
	void refusedChangeLeavesEverythingAsItWas() {
		ReplyRuleId id = this.desk.add(Rules.rule(Trigger.WHOLE_KEYWORD, "好", "招生"));
		long version = this.current.get().version();
		ReplyRule foreign = Rules.of("wx0000000000foreign", Rules.rule(Trigger.DEFAULT, "好"));
		ReplyRuleId nobody = new ReplyRuleId(id.value() + 1);
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> this.desk.add(foreign));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> this.desk.change(id, 1, foreign, null));
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.desk.change(nobody, 1, Rules.rule(Trigger.DEFAULT, "好"), null));
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.desk.remove(nobody, 1));
		this.current.changed();
		assertThat(this.current.get().version()).isEqualTo(version);
	}

	@Test
	void changeOfARevisionThatIsGoneOverwritesNothing() {
		ReplyRuleId id = this.desk.add(Rules.rule(Trigger.WHOLE_KEYWORD, "一", "招生"), new PersonId(7));
		ReplyRules.Kept seen = this.desk.find(id).orElseThrow();
		this.desk.change(id, seen.revision(), Rules.rule(Trigger.WHOLE_KEYWORD, "二", "招生"), new PersonId(8));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(
				() -> this.desk.change(id, seen.revision(), Rules.rule(Trigger.WHOLE_KEYWORD, "三", "招生"), null));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.desk.remove(id, seen.revision()));
		ReplyRules.Kept kept = this.desk.find(id).orElseThrow();
		assertThat(kept.rule()).isEqualTo(Rules.rule(Trigger.WHOLE_KEYWORD, "二", "招生"));
		assertThat(kept.changedBy()).isEqualTo(new PersonId(8));
		assertThat(this.desk.list(new ReplyRules.Search(null, null, "二"), Long.MAX_VALUE, 10)).containsExactly(kept);
		assertThat(this.desk.tryOut(Rules.SERVICE, "招生", NOW).winner()).get()
			.extracting(Trial.Contender::id)
			.isEqualTo(id);
	}

	@Test
	void otherInstanceHearsOfAChangeOverRedis() throws InterruptedException {
		// This instance listens a moment after its start.
		await(() -> subscribers() > 0);
		long before = subscribers();
		try (ConfigurableApplicationContext other = otherInstance(Map.of("education.reply.reread-every", "1h"))) {
			CurrentRules rules = other.getBean(CurrentRules.class);
			await(() -> subscribers() == before + 1);
			this.desk.add(Rules.rule(Trigger.WHOLE_KEYWORD, "好", "招生"));
			await(() -> answers(rules, "招生", "好"));
		}
	}

	@Test
	void otherInstanceHearsAgainAfterALostConnection() throws InterruptedException {
		// This instance listens a moment after its start.
		await(() -> subscribers() > 0);
		long before = subscribers();
		try (ConfigurableApplicationContext other = otherInstance(Map.of("education.reply.reread-every", "1h"))) {
			CurrentRules rules = other.getBean(CurrentRules.class);
			await(() -> subscribers() == before + 1);
			endSubscriptions();
			await(() -> subscribers() == before + 1);
			this.desk.add(Rules.rule(Trigger.WHOLE_KEYWORD, "好", "招生"));
			await(() -> answers(rules, "招生", "好"));
		}
	}

	@Test
	void otherInstanceLooksByItselfWithoutRedis() throws InterruptedException {
		try (ConfigurableApplicationContext other = otherInstance(
				Map.of("education.reply.reread-every", "100ms", "spring.data.redis.port", "1"))) {
			CurrentRules rules = other.getBean(CurrentRules.class);
			this.desk.add(Rules.rule(Trigger.WHOLE_KEYWORD, "好", "招生"));
			await(() -> answers(rules, "招生", "好"));
			other.getBean(ReplyRules.class).add(Rules.rule(Trigger.WHOLE_KEYWORD, "也好", "入学"));
			assertThat(answers(rules, "入学", "也好")).isTrue();
		}
	}

	private ConfigurableApplicationContext otherInstance(Map<String, Object> properties) {
		Map<String, Object> all = new HashMap<>();
		PropertySource<?> engines = this.environment.getPropertySources().get("engines");
		assertThat(engines).isInstanceOfSatisfying(MapPropertySource.class, (map) -> all.putAll(map.getSource()));
		all.putAll(properties);
		return new SpringApplicationBuilder(EducationApplication.class).properties(all)
			.web(WebApplicationType.NONE)
			.run();
	}

	/**
	 * Redis counts over all its databases, so other contexts of this JVM are among them.
	 */
	private long subscribers() {
		return Objects.requireNonNull(this.redis.execute(
				RedisScript.of("return redis.call('PUBSUB', 'NUMSUB', 'education:reply:rules')[2]", Long.class),
				List.of()));
	}

	private void endSubscriptions() {
		for (RedisClientInfo client : Objects.requireNonNull(this.redis.getClientList())) {
			if (!"0".equals(client.get("sub"))) {
				String address = Objects.requireNonNull(client.getAddressPort());
				int colon = address.lastIndexOf(':');
				this.redis.killClient(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
			}
		}
	}

	@Test
	void demoRulesAreSeededOnceAndKnowEveryMenuKey() {
		DemoReplies.seed(this.desk, this.accounts);
		int size = this.desk.all().size();
		assertThat(size).isGreaterThan(30);
		DemoReplies.seed(this.desk, this.accounts);
		assertThat(this.desk.all()).hasSize(size);
		assertThat(DemoMenus.SUBSCRIPTION).allSatisfy((entry) -> answersTap(Rules.SUBSCRIPTION, entry));
		assertThat(DemoMenus.SERVICE).allSatisfy((entry) -> answersTap(Rules.SERVICE, entry));
	}

	private void answersTap(String appId, DemoMenus.Entry entry) {
		// The way to the service account and the news are no rule's: their modules
		// answer.
		boolean isOfAModule = entry.key().equals("FIND_SERVICE") || entry.key().startsWith("NEWS_");
		if (entry.entries().isEmpty() && !isOfAModule) {
			assertThat(this.current.get().menuKey(appId, entry.key(), NOW)).isPresent();
		}
		entry.entries().forEach((under) -> answersTap(appId, under));
	}

}
