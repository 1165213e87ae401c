package cn.mentougou.education;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import cn.mentougou.engines.Engine;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;
import cn.mentougou.engines.Redis;

/**
 * The properties an application needs to run on the engines: databases, secrets that
 * exist only in this JVM, and two accounts.
 */
public final class EngineProperties {

	/** The subscription account (订阅号) of tests. */
	public static final String SUBSCRIPTION = "wx00000000000000d1";

	/** The service account (服务号) of tests. */
	public static final String SERVICE = "wx00000000000000f1";

	private static final SecureRandom RANDOM = new SecureRandom();

	private EngineProperties() {
	}

	/** Properties with an empty database, a free Redis database and new secrets. */
	public static Map<String, Object> fresh() {
		Engines engines = Engines.shared();
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.putAll(of(engines.mariaDb(), engines.mariaDb().newDatabase()));
		properties.putAll(of(engines.redis()));
		properties.put("spring.data.redis.database", engines.redis().newDatabase());
		properties.putAll(withoutEngines());
		properties.put("education.spool.directory", "target/spool/" + letters(12));
		String files = "target/attachments/" + letters(12);
		properties.put("education.attachment.directory", files);
		properties.put("education.attachment.scratch-directory", files + "-scratch");
		// Whatever a job asks of the platform in a test without one is refused at once.
		properties.put("education.wechat.api-base-url", "http://127.0.0.1:1");
		// Slices would put an in-memory database in the place of the engine.
		properties.put("spring.test.database.replace", "none");
		return properties;
	}

	/** New secrets and two accounts alone. */
	public static Map<String, Object> withoutEngines() {
		Map<String, Object> properties = new LinkedHashMap<>(secrets());
		properties.putAll(account(0, "subscription", SUBSCRIPTION));
		properties.putAll(account(1, "service", SERVICE));
		return properties;
	}

	/** Where this database is found. */
	public static Map<String, Object> of(MariaDb mariaDb, String database) {
		return Map.of("spring.datasource.url", mariaDb.jdbcUrl(database), "spring.datasource.username", MariaDb.USER,
				"spring.datasource.password", mariaDb.password());
	}

	/** The same with an owner of the tables and a user for the application. */
	public static Map<String, Object> withTwoUsers(MariaDb mariaDb, String database) {
		Map<String, Object> properties = new LinkedHashMap<>(of(mariaDb, database));
		properties.put("spring.flyway.user", MariaDb.USER);
		properties.put("spring.flyway.password", mariaDb.password());
		properties.put("spring.datasource.username", MariaDb.LIMITED_USER);
		return properties;
	}

	/** Where this Redis is found. */
	public static Map<String, Object> of(Redis redis) {
		return Map.of("spring.data.redis.host", Engine.HOST, "spring.data.redis.port", redis.port());
	}

	/** The database of these properties, with all its tables. */
	public static JdbcClient migrated(Map<String, Object> properties) {
		DriverManagerDataSource dataSource = new DriverManagerDataSource(
				(String) properties.get("spring.datasource.url"), (String) properties.get("spring.datasource.username"),
				(String) properties.get("spring.datasource.password"));
		Flyway.configure().dataSource(dataSource).locations("classpath:db/migration").load().migrate();
		return JdbcClient.create(dataSource);
	}

	private static Map<String, Object> secrets() {
		return Map.of("education.privacy.keys[0].id", "test", "education.privacy.keys[0].key", key(),
				"education.privacy.index-key", key());
	}

	private static Map<String, Object> account(int index, String kind, String appId) {
		String prefix = "education.wechat.accounts[" + index + "].";
		Map<String, Object> account = new LinkedHashMap<>();
		account.put(prefix + "kind", kind);
		account.put(prefix + "app-id", appId);
		account.put(prefix + "original-id", "gh_" + appId.substring(appId.length() - 12));
		account.put(prefix + "secret", letters(32));
		account.put(prefix + "token", letters(16));
		account.put(prefix + "aes-key", key().substring(0, 43));
		account.put(prefix + "mode", "safe");
		return account;
	}

	private static String key() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

	private static String letters(int length) {
		return RANDOM.ints(length, 'a', 'z' + 1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
