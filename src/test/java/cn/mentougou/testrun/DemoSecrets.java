package cn.mentougou.testrun;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.shared.RandomBytes;

/**
 * The password of the demonstration's people and the second factor of one of them: from
 * the environment, or random and kept beside the data, so that a restart has the same.
 */
final class DemoSecrets {

	private static final String PASSWORD = "education.demo.password";

	private static final String TOTP = "education.demo.totp-secret";

	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int LENGTH = 12;

	private DemoSecrets() {
	}

	/** The secrets as properties; they are written down in this folder. */
	static Map<String, Object> of(Environment environment, Path folder) {
		Path file = folder.resolve("demo-sign-ins.properties");
		Properties kept = new Properties();
		try {
			if (Files.exists(file)) {
				try (Reader reader = Files.newBufferedReader(file)) {
					kept.load(reader);
				}
			}
			String password = first(environment.getProperty(PASSWORD), kept.getProperty(PASSWORD), randomPassword());
			String totp = first(environment.getProperty(TOTP), kept.getProperty(TOTP), Totp.fresh().letters());
			boolean changed = !totp.equals(kept.getProperty(TOTP, totp));
			kept.setProperty(PASSWORD, password);
			kept.setProperty(TOTP, totp);
			Files.createDirectories(folder);
			try (Writer writer = Files.newBufferedWriter(file)) {
				kept.store(writer, null);
			}
			Map<String, Object> secrets = new LinkedHashMap<>();
			secrets.put(PASSWORD, password);
			secrets.put(TOTP, totp);
			secrets.put("education.demo.totp-changed", changed);
			return secrets;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String first(@Nullable String given, @Nullable String kept, String random) {
		return (given != null) ? given : (kept != null) ? kept : random;
	}

	private static String randomPassword() {
		StringBuilder password = new StringBuilder();
		for (byte random : RandomBytes.take(LENGTH)) {
			if (password.length() % 5 == 4) {
				password.append('-');
			}
			password.append(LETTERS.charAt((random & 0xFF) % LETTERS.length()));
		}
		return password.toString();
	}

}
