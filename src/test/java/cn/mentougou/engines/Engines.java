package cn.mentougou.engines;

import java.nio.file.Path;

/**
 * A MariaDB and a Redis that belong together.
 *
 * @param mariaDb the database server
 * @param redis the cache server
 */
public record Engines(MariaDb mariaDb, Redis redis) implements AutoCloseable {

	/**
	 * The pair that all tests of this JVM share. It has no shutdown hook on purpose:
	 * hooks run side by side, and application contexts that are still closing need their
	 * databases. The watching shells end it when the JVM is gone.
	 */
	public static Engines shared() {
		return Shared.ENGINES;
	}

	/** A pair whose data are gone when it is closed or the JVM ends. */
	public static Engines temporary() {
		return new Engines(MariaDb.temporary(), Redis.temporary());
	}

	/** A pair that finds in the folder what it left there. */
	public static Engines in(Path directory) {
		return new Engines(MariaDb.in(directory.resolve("mariadb")), Redis.in(directory.resolve("redis")));
	}

	@Override
	public void close() {
		this.mariaDb.close();
		this.redis.close();
	}

	private static final class Shared {

		private static final Engines ENGINES = Engines.temporary();

	}

}
