package cn.mentougou.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class RedisTests {

	@Test
	void temporaryServerForgetsWithAKill() throws IOException {
		try (Redis server = Redis.temporary()) {
			int port = server.port();
			assertThat(answer(server, "SET word hello")).isEqualTo("+OK");
			server.kill();
			assertThat(server.isRunning()).isFalse();
			server.start();
			assertThat(server.port()).isEqualTo(port);
			assertThat(answer(server, "EXISTS word")).isEqualTo(":0");
		}
	}

	@Test
	void folderKeepsItsDataAcrossAStop(@TempDir Path folder) throws IOException {
		try (Redis server = Redis.in(folder)) {
			assertThat(answer(server, "SET word hello")).isEqualTo("+OK");
		}
		try (Redis server = Redis.in(folder)) {
			assertThat(answer(server, "EXISTS word")).isEqualTo(":1");
		}
	}

	@Test
	void everyCallerGetsADatabaseOfItsOwn() {
		Redis server = Engines.shared().redis();
		assertThat(server.newDatabase()).isNotEqualTo(server.newDatabase());
	}

	private static String answer(Redis server, String command) throws IOException {
		try (Socket socket = new Socket(Engine.HOST, server.port())) {
			socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
				.readLine();
		}
	}

}
