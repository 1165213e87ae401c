package cn.mentougou.testrun;

import java.nio.file.Path;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.engines.EngineUnavailable;
import cn.mentougou.engines.MariaDb;
import cn.mentougou.engines.Redis;

/**
 * Starts what the environment does not name, and stops it after the application has
 * closed.
 */
public final class TestRun implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private TestRun() {
	}

	/** Runs the application with everything around it. */
	public static void start(Class<?> application, String[] args) {
		Lifeline.holdTo();
		SpringApplication spring = new SpringApplication(application);
		spring.setAdditionalProfiles("demo");
		spring.addInitializers(new TestRun());
		spring.addListeners((ApplicationReadyEvent ready) -> welcome(ready));
		try {
			spring.run(args);
		}
		catch (RuntimeException ex) {
			// Spring has said why; threads of the simulator must not keep the JVM.
			System.exit(1);
		}
	}

	private static void welcome(ApplicationReadyEvent ready) {
		Simulator.connect(ready);
		new Welcome(ready.getApplicationContext()).print();
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		checkPorts(environment);
		Path directory = directory(environment);
		try {
			startEngines(environment, directory);
		}
		catch (EngineUnavailable ex) {
			throw new Misconfigured(ex.getMessage());
		}
		if (Simulator.isWanted(environment)) {
			stopLater(Simulator.start(context, directory.resolve("simulator.json")));
		}
		add(environment, new MapPropertySource("demoSecrets", DemoSecrets.of(environment, directory)));
		context.getBeanFactory().registerSingleton("demoFilter", new DemoFilter());
	}

	private static void startEngines(ConfigurableEnvironment environment, Path directory) {
		if (!environment.containsProperty("spring.datasource.url")) {
			MariaDb mariaDb = MariaDb.in(directory.resolve("mariadb"));
			stopLater(mariaDb);
			add(environment,
					new MapPropertySource("mariadb", EngineProperties.withTwoUsers(mariaDb, MariaDb.DATABASE)));
		}
		if (!environment.containsProperty("spring.data.redis.host")
				&& !environment.containsProperty("spring.data.redis.url")) {
			Redis redis = Redis.in(directory.resolve("redis"));
			stopLater(redis);
			add(environment, new MapPropertySource("redis", EngineProperties.of(redis)));
		}
	}

	private static void checkPorts(ConfigurableEnvironment environment) {
		Ports ports = new Ports(environment);
		ports.check("server.port", 8080);
		ports.check("management.server.port", 8081);
		if (Simulator.isWanted(environment)) {
			ports.check("wechatsim.port", 8090);
			ports.check("wechatsim.platform-port", 8091);
		}
	}

	private static Path directory(ConfigurableEnvironment environment) {
		String given = environment.getProperty("testrun.directory");
		return given != null ? Path.of(given) : Path.of(System.getProperty("basedir", ""), "target", "test-run");
	}

	private static void add(ConfigurableEnvironment environment, MapPropertySource source) {
		environment.getPropertySources().addLast(source);
	}

	/** Shutdown handlers run after the application context has closed. */
	private static void stopLater(AutoCloseable part) {
		SpringApplication.getShutdownHandlers().add(() -> {
			try {
				part.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

}
