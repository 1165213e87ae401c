package cn.mentougou.education.office.console;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.console.ConsolePage.Section;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;

/**
 * What stands around a page; the template {@code console/frame} reads it as
 * {@code frame}.
 *
 * @param actor who is signed in; null before the sign-in and on the way out
 * @param path where we are
 * @param page the page that the path belongs to
 * @param pages all pages that the actor may open
 * @param today how many entries wait on 今日, asked only when shown
 * @param version changes whenever style or scripts change
 */
record Frame(@Nullable Actor actor, String path, @Nullable ConsolePage page, List<ConsolePage> pages, IntSupplier today,
		String version) {

	/** The navigation: the parts in which this actor has pages. */
	public List<Part> navigation() {
		return Arrays.stream(Section.values())
			.filter((section) -> section != Section.MYSELF)
			.map((section) -> new Part(section, in(section)))
			.filter((part) -> !part.pages().isEmpty())
			.toList();
	}

	/** The pages about one's own sign-in. */
	public List<ConsolePage> myself() {
		return in(Section.MYSELF);
	}

	private List<ConsolePage> in(Section section) {
		return this.pages.stream().filter((page) -> page.section() == section).toList();
	}

	/** Whether that page is the one we are on or below. */
	public boolean isCurrent(ConsolePage candidate) {
		return candidate.equals(this.page);
	}

	/** How many entries wait on 今日. */
	public int todayCount() {
		return this.today.getAsInt();
	}

	/** The actor's roles in words, those of an absent person marked. */
	public List<String> roles() {
		Actor person = this.actor;
		return (person == null) ? List.of() : person.grants().stream().map(Frame::title).distinct().toList();
	}

	private static String title(Grant grant) {
		return grant.role().title() + ((grant.onBehalfOf() != null) ? "（代）" : "");
	}

	/**
	 * A part of the navigation.
	 *
	 * @param section which one
	 * @param pages its pages
	 */
	record Part(Section section, List<ConsolePage> pages) {
	}

}
