package cn.mentougou.education.office.doctor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

/**
 * Runs the doctor instead of the application: the same beans, but each is made only when
 * a check-up asks for it, and nothing is started: no web server, no jobs, no migration.
 */
public final class DoctorVisit {

	private static final String ARGUMENT = "doctor";

	/**
	 * They win over environment variables. Nothing may be made before it is asked for.
	 */
	private static final List<String> QUIET = List.of("--spring.flyway.enabled=false", "--education.job.enabled=false",
			"--spring.main.banner-mode=off", "--spring.main.log-startup-info=false",
			"--spring.main.lazy-initialization=true", "--mybatis.lazy-initialization=true",
			"--spring.main.register-shutdown-hook=false",
			"--management.endpoint.health.validate-group-membership=false",
			"--management.health.defaults.enabled=false", "--spring.datasource.hikari.maximum-pool-size=1",
			"--logging.level.root=off", "--logging.level.cn.mentougou=off", "--debug=false", "--trace=false",
			// It would ask for the data source at once.
			"--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration");

	private DoctorVisit() {
	}

	/** Whether the arguments of the jar ask for the doctor. */
	public static boolean isWanted(String... args) {
		return args.length > 0 && args[0].equals(ARGUMENT);
	}

	/**
	 * Examines and prints.
	 * @return the exit status: 0 if all is well, else 1
	 */
	public static int run(Class<?> application, String... args) {
		// UTF-8 whatever the locale: under LANG=C every character would be a question
		// mark.
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		SpringApplication spring = new SpringApplication(application);
		spring.setWebApplicationType(WebApplicationType.NONE);
		spring.addInitializers(
				(context) -> context.getBeanFactory().registerSingleton("lifecycleProcessor", new NothingStarts()));
		String[] all = Stream.concat(Stream.of(args).skip(1), QUIET.stream()).toArray(String[]::new);
		try (ConfigurableApplicationContext context = spring.run(all)) {
			return new Doctor(context.getBeanProvider(Checkup.class).orderedStream().toList()).examine(out);
		}
		catch (RuntimeException ex) {
			Doctor.print(out, "启动", Doctor.diagnosis(ex));
			return 1;
		}
	}

	/** Starts no bean that wants to be started with the application. */
	private static final class NothingStarts implements LifecycleProcessor {

		@Override
		public void onRefresh() {
		}

		@Override
		public void onClose() {
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
