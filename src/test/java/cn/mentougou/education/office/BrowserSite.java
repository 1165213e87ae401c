package cn.mentougou.education.office;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.Keys;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The console of {@link OfficeSite} in a real browser. */
public abstract class BrowserSite extends OfficeSite {

	protected Browser browser;

	/** Those who attack every form rename the commission too. */
	@BeforeEach
	void nameTheCommission() {
		this.district.commission();
		this.jdbc.sql("UPDATE office_unit SET name = :name, open_name = :name WHERE kind = 'COMMISSION'")
			.param("name", "门头沟区教育委员会")
			.update();
	}

	@BeforeEach
	void openBrowser() {
		this.browser = Browser.open().sized(1366, 768);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	protected String at(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	/** Stands on the first page as somebody with this role. */
	protected Browser as(Role role) {
		String session = signedIn(colleague(role)).cookie();
		this.browser.visit(at("/nothing")).run("document.cookie = 'console=" + session + ";path=/console'");
		// That there is nothing is complained of.
		this.browser.complaints();
		return this.browser.visit(at("/console"));
	}

	/** Looks at a page on a desk and on a phone. */
	protected void look(String page) {
		look(page, 1366, 768, "");
		look(page, 360, 740, "-phone");
		assertThat(this.browser.run("return document.documentElement.scrollWidth")).as("width of " + page)
			.isEqualTo(360L);
	}

	private void look(String page, int width, int height, String suffix) {
		this.browser.sized(width, height).visit(at(page)).find("h1");
		assertThat(this.browser.barriers()).as(page).isEmpty();
		assertThat(this.browser.complaints()).as(page).isEmpty();
		this.browser.screenshot("office" + page.replaceAll("[^a-z0-9]+", "-") + suffix);
	}

	/** Goes by keyboard to what says these words. */
	protected void tabTo(String words) {
		for (int step = 0; step < 80; step++) {
			if (String.valueOf(this.browser.run("return document.activeElement.innerText || ''"))
				.strip()
				.startsWith(words)) {
				return;
			}
			// The driver takes every key for a file input as the name of a file.
			if (Boolean.TRUE.equals(this.browser.run("const next = document.activeElement.type === 'file';"
					+ "if (next) { document.querySelector('textarea').focus() } return next"))) {
				continue;
			}
			this.browser.press(Keys.TAB);
		}
		throw new AssertionError("no way by keyboard to " + words);
	}

	/** Goes by keyboard into the field of this name. */
	protected void tabInto(String field) {
		for (int step = 0; step < 80; step++) {
			if (field.equals(this.browser.run("return document.activeElement.name || ''"))) {
				return;
			}
			this.browser.press(Keys.TAB);
		}
		throw new AssertionError("no way by keyboard into " + field);
	}

	/** Types into the field of this name, by keyboard. */
	protected void fill(String field, CharSequence words) {
		tabInto(field);
		this.browser.press(words);
	}

	/** Chooses in the list of this name what says these words, by keyboard. */
	protected void choose(String field, String words) {
		tabInto(field);
		for (int step = 0; step < 80; step++) {
			if (String.valueOf(this.browser.run("return document.activeElement.selectedOptions[0].text"))
				.contains(words)) {
				return;
			}
			this.browser.press(Keys.ARROW_DOWN);
		}
		throw new AssertionError("no way by keyboard to " + words);
	}

	/** Presses what says these words, by keyboard. */
	protected void enter(String words) {
		tabTo(words);
		this.browser.press(Keys.ENTER);
	}

	/** A day as it is typed into a field for days, whose order is the browser's. */
	protected static String typed(LocalDate day) {
		return DateTimeFormatter.ofPattern("MMddyyyy", Locale.ROOT).format(day);
	}

}
