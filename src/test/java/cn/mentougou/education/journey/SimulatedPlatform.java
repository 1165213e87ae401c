package cn.mentougou.education.journey;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushSettings.PushTime;
import cn.mentougou.wechatsim.web.WebSettings;
import cn.mentougou.wechatsim.world.SimAccount;

/** Gives a journey's application context a simulator of its own. */
class SimulatedPlatform implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		return AnnotatedElementUtils.hasAnnotation(testClass, Journey.class) ? new Customizer() : null;
	}

	/** All customizers are equal, so that journeys share one application context. */
	private record Customizer() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			WeChatSimulator simulator = WeChatSimulator
				.start(SimulatorSettings.defaults().port(0).platformPort(0).seed(20141231).pushTime(PushTime.VIRTUAL));
			context.getBeanFactory().registerSingleton("simulator", simulator);
			TestPropertyValues.of("education.wechat.api-base-url=" + simulator.platformUrl()).applyTo(context);
		}

	}

	/**
	 * Tells the simulator where the application listens, and the application the time.
	 */
	static class Connection {

		@Bean
		@Primary
		Clock simulatedClock(WeChatSimulator simulator) {
			return simulator.clock();
		}

		@EventListener
		void connect(WebServerInitializedEvent event) {
			if (Objects.equals(event.getApplicationContext().getServerNamespace(), "management")) {
				return;
			}
			WeChatSimulator simulator = event.getApplicationContext().getBean(WeChatSimulator.class);
			for (WeChatAccount account : event.getApplicationContext().getBean(WeChatAccounts.class).all()) {
				simulator.web()
					.settings(account.appId(), WebSettings.of("localhost:" + event.getWebServer().getPort()));
				simulator.account(simulated(account).withWebhookUrl(
						"http://localhost:" + event.getWebServer().getPort() + "/wechat/" + account.appId()));
			}
		}

		private static SimAccount simulated(WeChatAccount account) {
			SimAccount.Kind kind = account.kind() == AccountKind.SERVICE ? SimAccount.Kind.SERVICE
					: SimAccount.Kind.SUBSCRIPTION;
			return SimAccount.of(account.appId(), kind)
				.withSecret(account.secret())
				.withOriginalId(account.originalId())
				.withToken(account.token())
				.withAesKey(Objects.requireNonNull(account.aesKey()))
				.withMode(SimAccount.Mode.valueOf(account.mode().name()));
		}

	}

}
