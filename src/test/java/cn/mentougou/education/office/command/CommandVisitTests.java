package cn.mentougou.education.office.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandVisitTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void commandIsTheFirstArgument() {
		assertThat(CommandVisit.isWanted("doctor")).isTrue();
		assertThat(CommandVisit.isWanted("--help")).isTrue();
		assertThat(CommandVisit.isWanted("--server.port=1", "doctor")).isFalse();
		assertThat(CommandVisit.isWanted()).isFalse();
	}

	@Test
	void commandGetsItsArgumentsAndDecidesTheExitStatus() {
		assertThat(run("greet", "world")).isEqualTo(7);
		assertThat(said()).isEqualTo("[world]");
	}

	@Test
	void whatIsSpringsIsNoArgumentOfTheCommandAndEverythingElseIs() {
		assertThat(CommandVisit.own("backup", "--server.port=1", "--dry-run", "/backup/day=1"))
			.containsExactly("--dry-run", "/backup/day=1");
	}

	@Test
	void unknownCommandIsAnsweredByTheListOfCommands() {
		assertThat(run("gret")).isEqualTo(2);
		assertThat(said()).contains("没有“gret”这个命令").contains("greet  打招呼");
	}

	@Test
	void helpIsTheListOfCommands() {
		assertThat(run("--help")).isZero();
		assertThat(said()).startsWith("可用的命令").contains("greet  打招呼");
	}

	private int run(String name, String... arguments) {
		return CommandVisit.run(List.of(new Greet()), name, List.of(arguments),
				new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

	private String said() {
		return this.out.toString(StandardCharsets.UTF_8).strip();
	}

	/** A command that says its arguments. */
	private static final class Greet implements Command {

		@Override
		public String name() {
			return "greet";
		}

		@Override
		public String help() {
			return "打招呼";
		}

		@Override
		public int run(List<String> arguments, PrintStream out) {
			out.println(arguments);
			return 7;
		}

	}

}
