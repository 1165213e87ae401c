package cn.mentougou.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A Redis server.
 */
public final class Redis extends Engine {

	private static final String VARIABLES = "SPRING_DATA_REDIS_HOST, SPRING_DATA_REDIS_PORT";

	private static final int DATABASES = 512;

	private final AtomicInteger databases = new AtomicInteger();

	private Redis(@Nullable Path directory) throws IOException {
		super("Redis", VARIABLES, directory);
	}

	/** Starts a server whose data are gone when it is closed or the JVM ends. */
	public static Redis temporary() {
		return started(null);
	}

	/** Starts a server that finds in the folder what it left there. */
	public static Redis in(Path directory) {
		return started(directory);
	}

	private static Redis started(@Nullable Path directory) {
		try {
			Redis redis = new Redis(directory);
			redis.start();
			return redis;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The number of a database nobody else in this JVM uses. */
	public int newDatabase() {
		return this.databases.incrementAndGet() % DATABASES;
	}

	@Override
	List<String> command(int onPort) throws IOException {
		List<String> command = new ArrayList<>(List.of(binary().toString(), "--port", "" + onPort, "--bind", HOST));
		command.addAll(List.of("--dir", directory().toString(), "--databases", "" + DATABASES, "--save", ""));
		command.addAll(List.of("--appendonly", isTemporary() ? "no" : "yes"));
		return command;
	}

	@Override
	String greeting() {
		return "PING\r\n";
	}

	private static Path binary() throws IOException {
		String file = Platform.current().redisFile();
		try (InputStream in = Redis.class.getResourceAsStream("/" + file)) {
			if (file.isEmpty() || in == null) {
				throw EngineUnavailable.noBinary("Redis", VARIABLES);
			}
			Path folder = Cache.folder("redis", (draft) -> {
				Path binary = draft.resolve(file);
				Files.copy(in, binary);
				binary.toFile().setExecutable(true);
			});
			return folder.resolve(file);
		}
	}

}
