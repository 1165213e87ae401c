package cn.mentougou.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import cn.mentougou.delivery.Nginx;
import cn.mentougou.delivery.PackagedApplication;
import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;

/**
 * Everything that runs: engines, two instances, the proxy, the platform and its people.
 */
final class Site implements AutoCloseable {

	static final String SERVICE = EngineProperties.SERVICE;

	private final Engines engines = Engines.temporary();

	private final WeChatSimulator simulator;

	private final List<PackagedApplication> instances;

	private final Nginx nginx;

	private final JdbcClient jdbc;

	private final List<SimPerson> people;

	private final Path spool;

	private Site(Path folder, int people) throws Exception {
		Map<String, Object> properties = properties();
		this.spool = folder.resolve("spool");
		properties.put("education.spool.directory", this.spool.toString());
		this.simulator = WeChatSimulator.start(settings(properties));
		properties.put("education.wechat.api-base-url", this.simulator.platformUrl());
		this.instances = List.of(instance(properties, folder.resolve("one")),
				instance(properties, folder.resolve("two")));
		this.nginx = Nginx.start(Files.createDirectories(folder.resolve("proxy")), port(0), port(1));
		this.instances.forEach(PackagedApplication::launch);
		this.instances.forEach(PackagedApplication::awaitReady);
		this.jdbc = JdbcClient.create(new DriverManagerDataSource((String) properties.get("spring.datasource.url"),
				(String) properties.get("spring.datasource.username"),
				(String) properties.get("spring.datasource.password")));
		this.jdbc.sql(EffectHandlers.TABLE).update();
		this.simulator.webhook(SERVICE, this.nginx.uri("/wechat/" + SERVICE).toString());
		this.people = IntStream.range(0, people).mapToObj((i) -> this.simulator.person("家长" + i)).toList();
		this.people.stream().map((person) -> person.follow(SERVICE)).toList().forEach((push) -> push.await());
	}

	/** Starts everything and lets that many people follow the account. */
	static Site start(Path folder, int people) throws Exception {
		return new Site(folder, people);
	}

	Engines engines() {
		return this.engines;
	}

	WeChatSimulator simulator() {
		return this.simulator;
	}

	PackagedApplication instance(int number) {
		return this.instances.get(number % this.instances.size());
	}

	List<SimPerson> people() {
		return this.people;
	}

	/** Whether no message waits on the disk of an instance. */
	boolean isSpoolEmpty() {
		try (Stream<Path> files = Files.list(this.spool)) {
			return files.allMatch((file) -> file.toFile().length() == 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	@Override
	public void close() {
		this.simulator.close();
		this.nginx.close();
		this.instances.forEach(PackagedApplication::close);
		this.engines.close();
	}

	private Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		properties.putAll(EngineProperties.of(this.engines.mariaDb(), MariaDb.DATABASE));
		properties.putAll(EngineProperties.of(this.engines.redis()));
		return properties;
	}

	private int port(int number) {
		return this.instances.get(number).uri("/").getPort();
	}

	private static SimulatorSettings settings(Map<String, Object> properties) {
		SimulatorSettings settings = DemoAccount.settings(properties);
		return settings;
	}

	private static PackagedApplication instance(Map<String, Object> properties, Path folder) throws IOException {
		return new PackagedApplication(properties, Files.createDirectories(folder)).with(EffectHandlers.class);
	}

}
