package cn.mentougou.engines;

import java.util.Locale;

/**
 * The operating system and processor that a binary must fit.
 *
 * @param mariaDbFolder name of the folder inside the MariaDB artifact; empty if none fits
 * @param redisFile name of the file inside the Redis artifact; empty if none fits
 */
record Platform(String mariaDbFolder, String redisFile) {

	private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

	private static final String PROCESSOR = System.getProperty("os.arch").toLowerCase(Locale.ROOT);

	/** Only Linux on x86-64 is proven; the others are chosen by their names. */
	static Platform current() {
		boolean arm = PROCESSOR.equals("aarch64") || PROCESSOR.equals("arm64");
		if (isWindows()) {
			return new Platform(arm ? "" : "winx64", arm ? "" : "redis-server-5.0.14.1-windows-amd64.exe");
		}
		if (SYSTEM.startsWith("mac")) {
			return arm ? new Platform("osx", "redis-server-6.2.6-v5-darwin-arm64")
					: new Platform("", "redis-server-6.2.6-v5-darwin-amd64");
		}
		if (SYSTEM.startsWith("linux")) {
			return arm ? new Platform("", "redis-server-6.2.7-linux-arm64")
					: new Platform("linux", "redis-server-6.2.6-v5-linux-amd64");
		}
		return new Platform("", "");
	}

	static boolean isWindows() {
		return SYSTEM.startsWith("windows");
	}

	static String description() {
		return System.getProperty("os.name") + " " + System.getProperty("os.arch");
	}

}
