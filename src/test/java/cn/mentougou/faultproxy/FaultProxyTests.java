package cn.mentougou.faultproxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultProxyTests {

	private ServerSocket echo;

	private FaultProxy proxy;

	@BeforeEach
	void open() throws IOException {
		this.echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread server = new Thread(this::serve, "echo");
		server.setDaemon(true);
		server.start();
		this.proxy = FaultProxy.to(this.echo.getLocalPort());
	}

	@AfterEach
	void close() throws IOException {
		this.proxy.close();
		this.echo.close();
	}

	@Test
	void whatIsSaidComesBack() throws IOException {
		try (Socket client = client()) {
			assertThat(said(client, "hello")).isEqualTo("hello");
		}
	}

	@Test
	void delayIsAddedEachWay() throws IOException {
		try (Socket client = client()) {
			this.proxy.behave(Behaviour.late(Duration.ofMillis(150), Duration.ofMillis(100)));
			long start = System.nanoTime();
			assertThat(said(client, "hello")).isEqualTo("hello");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
		}
	}

	@Test
	void linkIsCutAfterItsBytes() throws IOException {
		try (Socket client = client()) {
			this.proxy.behave(Behaviour.cutAfter(3));
			client.getOutputStream().write(bytes("hello"));
			assertThat(client.getInputStream().readNBytes(3)).isEqualTo(bytes("hel"));
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client.getInputStream().read());
			assertThat(this.proxy.cuts()).isOne();
		}
	}

	@Test
	void blackHoleHoldsEverythingUntilItIsOver() throws IOException {
		try (Socket before = client()) {
			this.proxy.behave(Behaviour.BLACK_HOLE);
			try (Socket during = client()) {
				for (Socket client : new Socket[] { before, during }) {
					client.setSoTimeout(150);
					assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> said(client, "hello"));
					client.setSoTimeout(5000);
				}
				this.proxy.behave(Behaviour.PASS);
				assertThat(before.getInputStream().readNBytes(5)).isEqualTo(bytes("hello"));
				assertThat(during.getInputStream().readNBytes(5)).isEqualTo(bytes("hello"));
			}
		}
	}

	@Test
	void dripTakesItsTime() throws IOException {
		try (Socket client = client()) {
			this.proxy.behave(Behaviour.drip(50));
			long start = System.nanoTime();
			assertThat(said(client, "0123456789")).isEqualTo("0123456789");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		}
	}

	@Test
	void answerToCertainWordsIsLostAndOthersAreNot() throws IOException {
		this.proxy.behave(Behaviour.answerLostAfter("COMMIT"));
		try (Socket client = client()) {
			assertThat(said(client, "insert")).isEqualTo("insert");
			client.getOutputStream().write(bytes("commit"));
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client.getInputStream().read());
		}
	}

	@Test
	void refusedPortOpensAgain() throws IOException {
		try (Socket client = client()) {
			assertThat(said(client, "hello")).isEqualTo("hello");
			this.proxy.behave(Behaviour.REFUSE);
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client.getInputStream().read());
		}
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::client);
		this.proxy.behave(Behaviour.PASS);
		try (Socket client = client()) {
			assertThat(said(client, "again")).isEqualTo("again");
		}
	}

	@Test
	void resetEndsOpenLinksAndLetsNewOnesIn() throws IOException {
		try (Socket client = client()) {
			assertThat(said(client, "hello")).isEqualTo("hello");
			this.proxy.reset();
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client.getInputStream().read());
		}
		try (Socket client = client()) {
			assertThat(said(client, "again")).isEqualTo("again");
		}
	}

	private Socket client() throws IOException {
		Socket client = new Socket(InetAddress.getLoopbackAddress(), this.proxy.port());
		client.setSoTimeout(5000);
		return client;
	}

	private static String said(Socket client, String words) throws IOException {
		client.getOutputStream().write(bytes(words));
		return new String(client.getInputStream().readNBytes(words.length()), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String words) {
		return words.getBytes(StandardCharsets.UTF_8);
	}

	private void serve() {
		while (!this.echo.isClosed()) {
			try {
				Socket client = this.echo.accept();
				Thread talk = new Thread(() -> echo(client), "echo client");
				talk.setDaemon(true);
				talk.start();
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private static void echo(Socket client) {
		try (client) {
			client.getInputStream().transferTo(client.getOutputStream());
		}
		catch (IOException ex) {
			// Reset, as the test wanted.
		}
	}

}
