package cn.mentougou.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The browser of this machine and its driver, never a downloaded one.
 *
 * @param driver the driver's program
 * @param program the browser's program
 */
record InstalledBrowser(Path driver, Path program) {

	private static final String[] SWITCHES = { "--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
			"--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--no-first-run", "--lang=zh-CN" };

	static InstalledBrowser find() {
		InstalledBrowser found = new InstalledBrowser(path("education.test.chromedriver", "/usr/bin/chromedriver"),
				path("education.test.chromium", "/usr/bin/chromium"));
		if ("true".equals(System.getenv("CI"))) {
			if (!found.isThere()) {
				throw new IllegalStateException(found.absence());
			}
			return found;
		}
		assumeThat(found.isThere()).as(found.absence()).isTrue();
		return found;
	}

	Browser start() {
		Path profile = freshProfile();
		ChromeOptions options = new ChromeOptions();
		options.setBinary(this.program.toFile());
		options.addArguments(SWITCHES);
		options.addArguments("--user-data-dir=" + profile.toAbsolutePath());
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logging);
		options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN"));
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(this.driver.toFile())
			.usingAnyFreePort()
			.build();
		return new Browser(new ChromeDriver(service, options), profile);
	}

	boolean isThere() {
		return Files.isExecutable(this.driver) && Files.isExecutable(this.program);
	}

	private String absence() {
		return "needs a browser: no %s or no %s; install chromium and chromium-driver, or name yours by "
			.formatted(this.driver, this.program) + "EDUCATION_TEST_CHROMEDRIVER and EDUCATION_TEST_CHROMIUM";
	}

	private static Path path(String property, String fallback) {
		String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
		return Path.of(Optional.ofNullable(System.getProperty(property))
			.or(() -> Optional.ofNullable(System.getenv(variable)))
			.orElse(fallback));
	}

	private static Path freshProfile() {
		try {
			return Files.createTempDirectory("education-browser");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
