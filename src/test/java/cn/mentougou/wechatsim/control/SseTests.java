package cn.mentougou.wechatsim.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class SseTests {

	private static final String APP = "wx00000000000000f1";

	private final WebhookStub webhook = new WebhookStub();

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.account(SimAccount.service(APP).withWebhookUrl(webhook.url())));

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void everythingThatHappensIsToldLive() throws IOException {
		try (Socket page = listen()) {
			BufferedReader events = new BufferedReader(
					new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8));
			await(() -> sim.listeners() == 1);
			SimPerson mum = sim.person("王女士");
			mum.follow(APP).await();
			new Caller(sim.platformUrl()).get("/cgi-bin/token");
			Set<String> seen = new TreeSet<>();
			while (!seen.containsAll(Set.of("event: api", "event: phone", "event: push", "event: state"))) {
				String line = events.readLine();
				assertThat(line).isNotNull();
				if (line.startsWith("event: ")) {
					seen.add(line);
					assertThat(events.readLine()).startsWith("data: {").endsWith("}");
				}
			}
		}
	}

	@Test
	void pageThatVanishesOrSleepsHoldsNobodyUp() throws IOException {
		try (Socket sleeping = listen()) {
			try (Socket vanishing = listen()) {
				await(() -> sim.listeners() == 2);
				assertThat(vanishing.isConnected()).isTrue();
			}
			long start = System.nanoTime();
			for (int i = 0; i < 3_000; i++) {
				sim.person("家长" + i);
				if (sim.listeners() == 0) {
					break;
				}
			}
			await(() -> sim.listeners() == 0);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
			assertThat(sleeping.isConnected()).isTrue();
		}
	}

	private Socket listen() throws IOException {
		URI url = URI.create(sim.controlUrl());
		Socket socket = new Socket(url.getHost(), url.getPort());
		socket.setSoTimeout(10_000);
		socket.getOutputStream()
			.write("GET /sim/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
	}

}
