package cn.mentougou.education.office.console;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import cn.mentougou.education.shared.Actor;

/**
 * All pages of the console. They are its access rules too: a path belongs to the page
 * with the longest path that begins it, segment by segment, and what belongs to no page
 * is open to nobody.
 */
@Component
public class ConsolePages {

	static final String HOME = "/console";

	private static final Pattern DECLARED = Pattern.compile("/console(/[a-z0-9-]+)*");

	/**
	 * Segments as a browser sends them; nothing that two readers could read in two ways.
	 */
	private static final Pattern PLAIN = Pattern.compile("(/(?!\\.{1,2}(/|$))[^/;%\\\\\\p{Cntrl}]+)+");

	private final List<ConsolePage> pages;

	private final Map<String, ConsolePage> byPath = new HashMap<>();

	ConsolePages(List<ConsolePage> pages) {
		this.pages = pages.stream()
			.sorted(Comparator.comparing(ConsolePage::section)
				.thenComparing(ConsolePage::place)
				.thenComparing(ConsolePage::path))
			.toList();
		this.pages.forEach(this::add);
	}

	private void add(ConsolePage page) {
		if (!DECLARED.matcher(page.path()).matches()) {
			throw new IllegalStateException("Not a path of the console: " + page.path());
		}
		if (this.byPath.put(page.path(), page) != null) {
			throw new IllegalStateException("Two pages at " + page.path());
		}
	}

	/** All of them, as the navigation shows them. */
	public List<ConsolePage> all() {
		return this.pages;
	}

	/** Those that this actor may open. */
	public List<ConsolePage> openTo(Actor actor) {
		return this.pages.stream().filter((page) -> page.isOpenTo(actor)).toList();
	}

	/**
	 * The page that a path belongs to.
	 * @param path the path within the application, decoded, without query
	 */
	public Optional<ConsolePage> of(String path) {
		if (!PLAIN.matcher(path).matches()) {
			return Optional.empty();
		}
		ConsolePage exact = this.byPath.get(path);
		if (exact != null) {
			return Optional.of(exact);
		}
		for (int end = path.lastIndexOf('/'); end > HOME.length(); end = path.lastIndexOf('/', end - 1)) {
			ConsolePage page = this.byPath.get(path.substring(0, end));
			if (page != null) {
				return Optional.of(page);
			}
		}
		return Optional.empty();
	}

	/** Whether this actor may open that path, whatever the method. */
	public boolean mayOpen(Actor actor, String path) {
		return of(path).filter((page) -> page.isOpenTo(actor)).isPresent();
	}

}
