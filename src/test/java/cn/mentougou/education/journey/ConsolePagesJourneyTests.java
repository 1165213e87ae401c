package cn.mentougou.education.journey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.office.console.ConsolePages;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page of the console that a role can reach by links, looked at on a desk and on a
 * phone after a real sign-in: no barrier, no complaint of the browser, nothing wider than
 * the screen. A new page is found by itself; its pictures are in
 * {@code target/screenshots}.
 */
class ConsolePagesJourneyTests extends OfficeSite {

	/**
	 * The addresses that a page leads to in the console; one row of a list is like
	 * another.
	 */
	private static final String LINKS = """
			const links = [...document.querySelectorAll('main a[href^="/console"], .side a, .me a')]
				.filter((link) => !link.closest('tbody') || link.closest('tr').matches(':first-child'))
				.map((link) => link.getAttribute('href').split('#')[0]);
			return Promise.all([...new Set(links)].map((link) => fetch(link, { redirect: 'manual' }).then((answer) =>
				`${answer.status} ${(answer.headers.get('content-type') || '').split(';')[0]} ${link}`)));
			""";

	private final List<String> faults = new ArrayList<>();

	/** What was looked at, numbers left out: one unit's page is like another's. */
	private final Set<String> seen = new HashSet<>();

	private Browser window;

	@BeforeEach
	void openWindow() {
		this.window = Browser.open().sized(1366, 768);
	}

	@AfterEach
	void closeWindow() {
		if (this.window != null) {
			this.window.close();
		}
	}

	@Test
	void everyPageCanBeUsedByEverybodyOnEveryScreen(@Autowired ConsolePages pages) {
		for (Role role : Role.values()) {
			if (role != Role.TEACHER) {
				enter(colleague(role));
				walk();
				leave();
			}
		}
		assertThat(this.faults).isEmpty();
		pages.all().forEach((page) -> assertThat(this.seen).as("pages that were seen").contains(page.path()));
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	private void enter(Colleague colleague) {
		this.window.visit(at("/console"));
		this.window.type("#username", colleague.username()).type("#password", PASSWORD).click("main button", "登录");
		this.window.type("#code", code(colleague)).click("main button");
		this.window.find("h1", "今日");
	}

	private void leave() {
		this.window.visit(at("/console")).click(".me summary").click(".me button", "退出登录").find("#username");
	}

	private void walk() {
		Deque<String> open = new ArrayDeque<>(List.of("/console/search?q=%E7%8E%8B"));
		this.window.visit(at("/console"));
		gather("/console", open);
		while (!open.isEmpty()) {
			String path = open.remove();
			if (this.seen.add(kind(path))) {
				look(path);
				gather(path, open);
			}
		}
	}

	/** Takes down where the page leads. */
	private void gather(String path, Deque<String> open) {
		for (Object link : (List<?>) this.window.run(LINKS)) {
			follow(path, String.valueOf(link).split(" ", 3), open);
		}
	}

	private static String kind(String path) {
		return path.replaceAll("[?].*", "").replaceAll("/[0-9a-f-]*[0-9][0-9a-f-]*(?=/|$)", "/{}");
	}

	/**
	 * A link is its status (0 if it leads on by a redirect), its type and its address.
	 */
	private void follow(String from, String[] link, Deque<String> open) {
		if (!Set.of("0", "200").contains(link[0])) {
			this.faults.add(from + " leads to " + link[2] + ": " + link[0]);
		}
		else if (link[0].equals("0") || link[1].equals("text/html")) {
			open.add(link[2]);
		}
	}

	private void look(String path) {
		String name = "page" + kind(path).replaceAll("[^a-z0-9-]+", "-");
		this.window.sized(1366, 768).visit(at(path)).find("main h1");
		this.window.barriers().forEach((barrier) -> this.faults.add(path + ": " + barrier));
		this.window.screenshot(name);
		this.window.sized(360, 740);
		this.window.barriers().forEach((barrier) -> this.faults.add(path + " on a phone: " + barrier));
		this.window.screenshot(name + "-phone");
		if (!this.window.run("return document.documentElement.scrollWidth").equals(360L)) {
			this.faults.add(path + " is wider than a phone");
		}
		this.window.complaints().forEach((complaint) -> this.faults.add(path + ": " + complaint));
	}

}
