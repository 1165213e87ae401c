package cn.mentougou.education;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every template keeps to, so that the browser's policy never has to step in. */
class TemplatesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** What may stand in a tag; in quotes a {@code >} does not end it. */
	private static final String REST = "(?:\"[^\"]*\"|[^>\"])";

	private static final Map<String, Pattern> NEVER = never();

	private static Map<String, Pattern> never() {
		Map<String, Pattern> never = new LinkedHashMap<>();
		never.put("an inline style", Pattern.compile("(?i)<style|\\s(th:)?style(append)?="));
		never.put("an inline script",
				Pattern.compile("(?i)<script(?![^>]*\\s(th:)?src=)|<script[^>]*th:inline|javascript:"));
		never.put("a script in an attribute", Pattern.compile("(?i)\\s(th:|hx-)?on[a-z:-]+=|hx-(vals|vars)=.js:"));
		// A text goes through NewsMarkup under this name, right before it is shown.
		never.put("text that is not escaped", Pattern.compile("th:utext(?!=\"\\$\\{cleanBody}\")|\\[\\("));
		never.put("something of another site", Pattern.compile("(?i)(src|href|action)=\"(https?:)?//"));
		never.put("a form without the token against forgery",
				Pattern.compile("(?i)<form(?!" + REST + "*th:action)" + REST + "*method=\"post\""));
		never.put("a picture without words", Pattern.compile("(?i)<img(?!" + REST + "*\\s(th:)?alt=)"));
		return never;
	}

	private static List<String> faults(String name, String template) {
		String text = template.replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
		List<String> faults = new ArrayList<>();
		NEVER.forEach((what, pattern) -> {
			if (pattern.matcher(text).find()) {
				faults.add(name + " has " + what);
			}
		});
		if (text.contains("<main") && !text.startsWith("<!DOCTYPE html>")) {
			faults.add(name + " does not begin with <!DOCTYPE html>");
		}
		return faults;
	}

	@Test
	void everyTemplateKeepsToThePolicy() throws IOException {
		List<String> faults = new ArrayList<>();
		for (Path file : Sources.files(TEMPLATES, ".html")) {
			faults.addAll(faults(file.toString(), Sources.text(file).replaceFirst("(?s)\\A<!--/.*?/-->\\s*", "")));
		}
		assertThat(faults).isEmpty();
	}

	@Test
	void everyFaultIsFound() {
		List.of("<p style=\"color:red\">", "<script>x()</script>", "<a href=\"javascript:x()\">", "<p onclick=\"x()\">",
				"<p th:onclick=\"x()\">", "<p hx-on:click=\"x()\">", "<p th:utext=\"${x}\">", "[(${x})]",
				"<img alt=\"\" src=\"//cdn.example\">", "<form method=\"post\" action=\"/x\">", "<img src=\"/x\">")
			.forEach((fault) -> assertThat(faults("x", fault)).as(fault).hasSize(1));
		assertThat(faults("x",
				"<form class=\"a\" th:if=\"${a > 1}\" method=\"post\" th:action=\"@{/x}\"><img th:alt=\"${x}\" src=\"/x\">"
						+ "<form th:action=\"@{/x}\" method=\"post\"><script defer th:src=\"@{/x}\" src=\"/x\"></script>"))
			.isEmpty();
	}

}
