package cn.mentougou.education.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form as it stands on a page.
 *
 * @param isPost whether it changes something
 * @param sendsFile whether a file goes with it
 * @param action where it goes
 * @param values its fields with what stands in them
 * @param fields those that somebody could write into, hidden ones too
 */
record PageForm(boolean isPost, boolean sendsFile, String action, Map<String, String> values, List<String> fields) {

	/** The name under which our forms send a file. */
	static final String FILE = "file";

	private static final Set<String> CHOSEN = Set.of("checkbox", "radio", "file", "submit", "button");

	/** All forms of a page that have fields to write into or send a file. */
	static List<PageForm> on(Document page) {
		List<PageForm> forms = new ArrayList<>();
		for (Element form : page.select("form")) {
			PageForm read = read(form);
			if (!read.fields.isEmpty()) {
				forms.add(read);
			}
		}
		return forms;
	}

	private static PageForm read(Element form) {
		Map<String, String> values = new LinkedHashMap<>();
		List<String> fields = new ArrayList<>();
		Set<String> kinds = new HashSet<>();
		for (Element field : form.select("input[name], select[name], textarea[name]")) {
			String name = field.attr("name");
			if (CHOSEN.contains(field.attr("type"))) {
				continue;
			}
			values.put(name, value(field));
			// One row of a form is like another.
			if (!name.equals("_csrf") && kinds.add(name.replaceAll("[0-9]+", "N"))) {
				fields.add(name);
			}
		}
		boolean sendsFile = !form.select("input[type=file]").isEmpty();
		if (sendsFile) {
			fields.add(FILE);
		}
		return new PageForm(form.attr("method").equalsIgnoreCase("post"), sendsFile, form.attr("action"), values,
				fields);
	}

	private static String value(Element field) {
		return switch (field.tagName()) {
			case "select" -> field.select("option[value]:not([value=''])").attr("value");
			case "textarea" -> field.wholeText();
			default -> field.attr("value");
		};
	}

	/** Equal for the same form on the page of another thing. */
	String kind() {
		return this.isPost + this.action.replaceAll("[0-9]+", "N").replaceAll("\\?.*", "")
				+ this.fields.stream().sorted().collect(Collectors.joining(","));
	}

	/** The fields with something else in one of them. */
	Map<String, String> with(String field, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		changed.put(field, value);
		return changed;
	}

}
