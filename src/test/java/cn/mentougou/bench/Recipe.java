package cn.mentougou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.mentougou.bench.load.Account;
import cn.mentougou.bench.load.Contender;
import cn.mentougou.delivery.ChildProcess;
import cn.mentougou.engines.Engine;

/**
 * How a contender is started.
 *
 * @param name its name in the tables
 * @param program the JVM's arguments that name the program
 * @param arguments the program's own arguments
 * @param engines the servers that work for it alone
 * @param account the account in safe mode that it answers for
 * @param plain the account in plain mode that it answers for
 */
record Recipe(String name, List<String> program, List<String> arguments, List<Engine> engines, Account account,
		Account plain) {

	/** Where everything that the benchmark makes stands. */
	static final Path FOLDER = Path.of("target", "bench");

	/** The same contender, started in another way. */
	Recipe from(List<String> otherProgram) {
		return new Recipe(this.name, otherProgram, this.arguments, this.engines, this.account, this.plain);
	}

	Contender start() {
		int port = freePort();
		List<String> command = new ArrayList<>(List.of(ChildProcess.java(System.getProperty("java.home"))));
		command.addAll(Plan.options());
		command.addAll(this.program);
		command.addAll(this.arguments);
		command.add("--server.port=" + port);
		long now = System.nanoTime();
		return new Contender(ChildProcess.start(command, Map.of(), log()), now, port, this.engines);
	}

	/** Starts it and waits until it answers rightly. */
	Contender started() {
		Contender contender = start();
		contender.awaitRightAnswer(this.account);
		return contender;
	}

	private Path log() {
		try {
			return Files.createDirectories(FOLDER).resolve(this.name + ".log");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
