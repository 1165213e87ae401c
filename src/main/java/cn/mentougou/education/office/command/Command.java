package cn.mentougou.education.office.command;

import java.io.PrintStream;
import java.util.List;

/**
 * Something the operator does with the jar alone. It runs in a context where each bean is
 * made only when asked for and nothing starts: no web server, no job, no migration. So a
 * command asks for what it needs only in {@link #run}.
 */
public interface Command {

	/** The exit status of a command that was called with the wrong arguments. */
	int MISUSED = 2;

	/** The word after the jar, such as {@code rotate-key}. */
	String name();

	/** What it does and its arguments, in one Chinese line. */
	String help();

	/**
	 * Does it and says in Chinese what was done.
	 * @param arguments what followed the name, without Spring's own {@code --x=y}
	 * @param out where it is said
	 * @return the exit status: 0 if it was done
	 */
	int run(List<String> arguments, PrintStream out);

}
