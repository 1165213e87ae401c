package cn.mentougou.education.office.console;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.office.console.ConsolePage.Section;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConsolePagesTests {

	private final ConsolePages pages = new ConsolePages(List.of(page("/console/units/schools", 2, Role.EDITOR),
			page("/console/units", 1, Role.SYSTEM_ADMINISTRATOR), page("/console/unit", 0, Role.LEADER),
			new ConsolePage("/console", "今日", Section.TODAY, 0, EnumSet.allOf(Role.class), "")));

	private static ConsolePage page(String path, int place, Role role) {
		return new ConsolePage(path, path, Section.OFFICE, place, Set.of(role), "");
	}

	private static Actor staff(Role... roles) {
		UnitId unit = new UnitId(1);
		return new Actor(Actor.Kind.STAFF, 1, "王小明",
				List.of(roles).stream().map((role) -> new Grant(role, unit, Set.of(unit), null)).toList(), "192.0.2.1");
	}

	@ParameterizedTest
	@CsvSource({ "/console, /console", "/console/unit, /console/unit", "/console/units, /console/units",
			"/console/units/7, /console/units", "/console/units/schools, /console/units/schools",
			"/console/units/schools/7/remove, /console/units/schools", "/console/units/schoolsx, /console/units",
			"/console/units/大峪一小, /console/units", "/console/units/a.b, /console/units" })
	void pathBelongsToTheLongestPageThatBeginsIt(String path, String page) {
		assertThat(this.pages.of(path)).map(ConsolePage::path).contains(page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/console/", "/console/other", "/console/unitsx", "/consolex", "/consoles/units",
			"/units", "console/units", "/console//units", "//console/units", "/console/units/", "/console/./units",
			"/console/x/../units", "/console/units/..", "/console/units;x=1", "/console/units/%2e%2e",
			"/console\\units", "/console/units/\u0000", "/CONSOLE/units" })
	void whatBelongsToNoPageIsOpenToNobody(String path) {
		assertThat(this.pages.of(path)).isEmpty();
		assertThat(this.pages.mayOpen(staff(Role.values()), path)).isFalse();
	}

	@Test
	void pageIsOpenToItsRolesAlone() {
		assertThat(this.pages.mayOpen(staff(Role.EDITOR), "/console/units/schools/7")).isTrue();
		assertThat(this.pages.mayOpen(staff(Role.EDITOR), "/console/units/7")).isFalse();
		assertThat(this.pages.mayOpen(staff(Role.SYSTEM_ADMINISTRATOR), "/console/units/schools")).isFalse();
	}

	@Test
	void whoeverIsSignedInMayOpenThePagesOfEveryone() {
		assertThat(this.pages.mayOpen(staff(), "/console")).isTrue();
		assertThat(this.pages.mayOpen(Actor.visitor("192.0.2.1"), "/console")).isFalse();
		assertThat(this.pages.mayOpen(Actor.system("job:x"), "/console")).isFalse();
	}

	@Test
	void navigationFollowsSectionAndPlace() {
		assertThat(this.pages.all()).extracting(ConsolePage::path)
			.containsExactly("/console", "/console/unit", "/console/units", "/console/units/schools");
		assertThat(this.pages.openTo(staff(Role.LEADER))).extracting(ConsolePage::path)
			.containsExactly("/console", "/console/unit");
	}

	@Test
	void pageOutsideOfTheConsoleOrTwiceIsRefusedAtTheStart() {
		assertThatThrownBy(() -> new ConsolePages(List.of(page("/h5/x", 0, Role.EDITOR))))
			.hasMessageContaining("/h5/x");
		assertThatThrownBy(() -> new ConsolePages(List.of(page("/console/", 0, Role.EDITOR))))
			.hasMessageContaining("/console/");
		assertThatThrownBy(
				() -> new ConsolePages(List.of(page("/console/a", 0, Role.EDITOR), page("/console/a", 1, Role.LEADER))))
			.hasMessageContaining("Two pages");
	}

}
