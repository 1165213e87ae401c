package cn.mentougou.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What axe finds on a page, as lines a person can act on.
 */
final class Barriers {

	private static final String AXE = "/vendor/axe-core-4.14.1/axe.min.js";

	/** What a frame shows is a page of its own; one in a sandbox would never answer. */
	private static final String FIND = """
			const done = arguments[arguments.length - 1];
			axe.run(document, { resultTypes: ['violations'], iframes: false }).then((found) => done(found.violations
				.filter((one) => ['serious', 'critical'].includes(one.impact))
				.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`))),
				(failure) => done([String(failure)]));
			""";

	private Barriers() {
	}

	static List<String> on(Browser browser) {
		// It stays on a page until the next one is opened.
		if (!Boolean.TRUE.equals(browser.run("return 'axe' in window"))) {
			browser.run(axe());
		}
		return ((List<?>) browser.runLater(FIND)).stream().map(String::valueOf).toList();
	}

	private static String axe() {
		try (InputStream source = Objects.requireNonNull(Barriers.class.getResourceAsStream(AXE), AXE)) {
			return new String(source.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
