package cn.mentougou.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.mentougou.bench.baseline.DatabaseApplication;
import cn.mentougou.bench.baseline.Keywords;
import cn.mentougou.bench.baseline.SdkApplication;
import cn.mentougou.bench.load.Account;
import cn.mentougou.engines.MariaDb;

/**
 * The baselines on the class path that such an application would have: none of our
 * classes, none of the libraries that only we or the tests use.
 */
final class Baselines {

	private static final String WEB = "spring-boot(-autoconfigure|-http-converter|-jackson|-servlet|-tomcat|-web-server"
			+ "|-webmvc|-starter(-web|-webmvc|-tomcat|-tomcat-runtime|-jackson|-logging)?)?|spring-(aop|beans|context|core"
			+ "|expression|web|webmvc)|tomcat-embed-.*|jackson-.*|logback-.*|slf4j-api|log4j-.*|jul-to-slf4j|snakeyaml"
			+ "|micrometer-(commons|observation)|commons-.*|jakarta\\.annotation-api|jspecify|weixin-java-.*|xstream"
			+ "|xmlpull|mxparser|gson|guava|failureaccess|dom4j|http.*";

	private static final String DATABASE = "|mybatis.*|HikariCP|mysql-connector-j|spring-(jdbc|tx)"
			+ "|spring-boot-(jdbc|sql|transaction|persistence|starter-jdbc)";

	private static final Account ACCOUNT = new Account("wx00000000000000b1", "gh_0000000000b1", "benchmarkToken",
			"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE");

	private Baselines() {
	}

	/** S: no database. */
	static Recipe sdkAlone() {
		return recipe("S", SdkApplication.class, WEB, List.of(), List.of());
	}

	/** D: on a database server of its own. */
	static Recipe withDatabase(MariaDb mariaDb) throws SQLException {
		createTables(mariaDb);
		return recipe("D", DatabaseApplication.class, WEB + DATABASE, List.of(mariaDb),
				List.of("--spring.datasource.url=" + mariaDb.jdbcUrl(MariaDb.DATABASE),
						"--spring.datasource.username=" + MariaDb.USER,
						"--spring.datasource.password=" + mariaDb.password()));
	}

	private static Recipe recipe(String name, Class<?> application, String libraries, List<MariaDb> engines,
			List<String> further) {
		String path = copyOfClasses() + File.pathSeparator
				+ libraries(Pattern.compile("(" + libraries + ")-\\d.*\\.jar"));
		List<String> arguments = new ArrayList<>(further);
		arguments.addAll(List.of("--spring.main.sources=" + application.getName(), "--bench.app-id=" + ACCOUNT.appId(),
				"--bench.token=" + ACCOUNT.token(), "--bench.aes-key=" + ACCOUNT.aesKey()));
		return new Recipe(name, List.of("-cp", path, "org.springframework.boot.SpringApplication"), arguments,
				List.copyOf(engines), ACCOUNT, ACCOUNT.inPlainMode());
	}

	private static String libraries(Pattern wanted) {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(all.split(File.pathSeparator))
			.filter((entry) -> wanted.matcher(Path.of(entry).getFileName().toString()).matches())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** The baselines' classes without the neighbours that would configure them. */
	private static Path copyOfClasses() {
		String folder = SdkApplication.class.getPackageName().replace('.', '/');
		Path target = Recipe.FOLDER.resolve("baseline").toAbsolutePath();
		try {
			Path classes = Path.of(SdkApplication.class.getProtectionDomain().getCodeSource().getLocation().getPath());
			Files.createDirectories(target.resolve(folder));
			try (Stream<Path> files = Files.list(classes.resolve(folder))) {
				for (Path file : files.toList()) {
					Files.copy(file, target.resolve(folder).resolve(file.getFileName()),
							StandardCopyOption.REPLACE_EXISTING);
				}
			}
			return target;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void createTables(MariaDb mariaDb) throws SQLException {
		try (Connection connection = DriverManager.getConnection(mariaDb.jdbcUrl(MariaDb.DATABASE), MariaDb.USER,
				mariaDb.password()); Statement statement = connection.createStatement()) {
			statement.execute("""
					CREATE TABLE wx_message (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, msg_id BIGINT NOT NULL,
					app_id VARCHAR(64) NOT NULL, open_id VARCHAR(64) NOT NULL, msg_type VARCHAR(32) NOT NULL,
					content TEXT, created_at DATETIME NOT NULL, UNIQUE KEY wx_message_msg_id (msg_id))
					""");
			statement.execute("CREATE TABLE wx_keyword (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, "
					+ "keyword VARCHAR(64) NOT NULL, answer TEXT NOT NULL, UNIQUE KEY wx_keyword_keyword (keyword))");
			try (PreparedStatement insert = connection
				.prepareStatement("INSERT INTO wx_keyword (keyword, answer) VALUES (?, ?)")) {
				for (String keyword : Keywords.ALL) {
					insert.setString(1, keyword);
					insert.setString(2, Keywords.answerTo(keyword));
					insert.executeUpdate();
				}
			}
		}
	}

}
