package cn.mentougou.testrun;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.web.WebSettings;
import cn.mentougou.wechatsim.world.SimAccount;

/**
 * The simulated platform beside the application, with the accounts of the effective
 * configuration. The application's clock becomes the simulator's, so that a jump of time
 * on the phone page is one for both.
 */
final class Simulator {

	/** Their numbers in the platform's library. */
	private static final List<String> TEMPLATES = List.of("43216", "43217", "43218", "52301", "52302", "52303");

	private Simulator() {
	}

	/** Whether the environment points at no other platform. */
	static boolean isWanted(Environment environment) {
		return !environment.containsProperty("education.wechat.api-base-url");
	}

	static WeChatSimulator start(ConfigurableApplicationContext context, Path state) {
		ConfigurableEnvironment environment = context.getEnvironment();
		SimulatorSettings settings = SimulatorSettings.defaults()
			.port(environment.getProperty("wechatsim.port", Integer.class, 8090))
			.platformPort(environment.getProperty("wechatsim.platform-port", Integer.class, 8091))
			.stateFile(state);
		for (DemoAccount account : DemoAccount.of(environment)) {
			settings = settings.account(account.onPlatform());
		}
		WeChatSimulator simulator = WeChatSimulator.start(settings);
		simulator.accounts().stream().filter(SimAccount::isService).forEach((account) -> adopt(simulator, account));
		environment.getPropertySources()
			.addLast(new MapPropertySource("simulator",
					Map.of("education.wechat.api-base-url", simulator.platformUrl())));
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		beans.registerSingleton("weChatSimulator", simulator);
		beans.registerSingleton("simulatorClock", (Clock) simulator.clock());
		return simulator;
	}

	/** The templates that such an account would have in use. */
	private static void adopt(WeChatSimulator simulator, SimAccount account) {
		if (account.verified() && simulator.notices().templates(account.appId()).isEmpty()) {
			TEMPLATES.forEach((tid) -> simulator.notices().adopt(account.appId(), tid));
		}
	}

	/** Tells the platform where the accounts' server answers, once its port is known. */
	static void connect(ApplicationReadyEvent ready) {
		Environment environment = ready.getApplicationContext().getEnvironment();
		WeChatSimulator simulator = ready.getApplicationContext()
			.getBeanProvider(WeChatSimulator.class)
			.getIfAvailable();
		if (simulator != null) {
			String host = "localhost:" + environment.getRequiredProperty("local.server.port");
			for (SimAccount account : simulator.accounts()) {
				simulator.webhook(account.appId(), "http://" + host + "/wechat/" + account.appId());
				simulator.web().settings(account.appId(), WebSettings.of(host));
			}
			simulator.web().personalCookie("h5", "/h5");
			simulator.web().personalCookie("h5-door", "/h5");
		}
	}

}
