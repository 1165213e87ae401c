package cn.mentougou.education.office.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

/**
 * Runs a command instead of the application: the same beans, but each is made only when
 * the command asks for it, and nothing is started: no web server, no jobs, no migration.
 */
public final class CommandVisit {

	/**
	 * They win over environment variables. Nothing may be made before it is asked for.
	 */
	private static final List<String> QUIET = List.of("--spring.flyway.enabled=false", "--education.job.enabled=false",
			"--spring.main.banner-mode=off", "--spring.main.log-startup-info=false",
			"--spring.main.lazy-initialization=true", "--mybatis.lazy-initialization=true",
			"--spring.main.register-shutdown-hook=false",
			"--management.endpoint.health.validate-group-membership=false",
			"--management.health.defaults.enabled=false", "--spring.datasource.hikari.maximum-pool-size=2",
			"--logging.level.root=off", "--logging.level.cn.mentougou=off", "--debug=false", "--trace=false",
			// It would ask for the data source at once.
			"--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration");

	private CommandVisit() {
	}

	/** Whether the arguments of the jar ask for a command: its name comes first. */
	public static boolean isWanted(String... args) {
		return args.length > 0 && (args[0].equals("--help") || !args[0].startsWith("-"));
	}

	/**
	 * Runs the command and prints what it says.
	 * @return the exit status: 0 if it was done, 2 if there is no such command
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
			return run(context.getBeanProvider(Command.class).orderedStream().toList(), args[0], own(args), out);
		}
		catch (RuntimeException ex) {
			Diagnosis diagnosis = Diagnosis.of(ex);
			out.println("✘ " + args[0] + "：" + diagnosis.message());
			out.println("  处理：" + diagnosis.remedy());
			return 1;
		}
	}

	/** What follows the name, without what is Spring's. */
	static List<String> own(String... args) {
		return Stream.of(args)
			.skip(1)
			.filter((argument) -> !(argument.startsWith("--") && argument.contains("=")))
			.toList();
	}

	static int run(List<Command> commands, String name, List<String> arguments, PrintStream out) {
		Optional<Command> wanted = commands.stream().filter((command) -> command.name().equals(name)).findFirst();
		if (wanted.isPresent()) {
			return wanted.get().run(arguments, out);
		}
		boolean isHelp = name.equals("--help");
		out.println(isHelp ? "可用的命令：" : "没有“" + name + "”这个命令。可用的命令：");
		commands.forEach((command) -> out.println("  " + command.name() + "  " + command.help()));
		return isHelp ? 0 : Command.MISUSED;
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
