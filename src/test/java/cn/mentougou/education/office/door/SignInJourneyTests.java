package cn.mentougou.education.office.door;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

class SignInJourneyTests extends OfficeSite {

	@Test
	void passwordAndCodeLeadToWhereOneWantedToGo() {
		Colleague reviewer = colleague(Role.REVIEWER);
		Browser browser = browser();
		HttpResponse<String> door = browser.follow("/console/search?q=%E7%8E%8B");
		assertThat(door.body()).contains("autocomplete=\"username\"", "autocomplete=\"current-password\"");
		String before = browser.cookie();
		HttpResponse<String> first = browser.submit("/console/sign-in", "to", "/console/search?q=%E7%8E%8B", "username",
				reviewer.username().toUpperCase(), "password", PASSWORD);
		assertThat(Browser.to(first)).isEqualTo("/console/sign-in/code");
		String between = browser.cookie();
		assertThat(between).isNotEqualTo(before);
		assertThat(browser.open("/console").statusCode()).isEqualTo(303);
		assertThat(browser.open("/console/sign-in/code").body()).contains("autocomplete=\"one-time-code\"");
		HttpResponse<String> second = browser.submit("/console/sign-in/code", "code", code(reviewer));
		assertThat(Browser.to(second)).isEqualTo("/console/search?q=%E7%8E%8B");
		assertThat(browser.cookie()).isNotIn(before, between);
		assertThat(browser.open("/console").statusCode()).isEqualTo(200);
		assertThat(audit(reviewer.person()).get(0)).startsWith("signin.signed-in DONE second-factor=APPLICATION");
	}

	@Test
	void addressOfAnotherSiteIsNeverFollowed() {
		Colleague reviewer = colleague(Role.REVIEWER);
		Browser browser = browser();
		browser.open("/console/sign-in?to=https://evil.example/console");
		browser.submit("/console/sign-in", "to", "//evil.example/console", "username", reviewer.username(), "password",
				PASSWORD);
		browser.open("/console/sign-in/code");
		assertThat(Browser.to(browser.submit("/console/sign-in/code", "code", code(reviewer)))).isEqualTo("/console");
	}

	@Test
	void unknownNameHearsTheSameAsAWrongPassword() {
		Colleague reviewer = colleague(Role.REVIEWER);
		HttpResponse<String> known = wrong(browser(), reviewer.username());
		HttpResponse<String> unknown = wrong(browser(), "nobody-at-all");
		assertThat(known.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
		assertThat(problem(known)).isEqualTo(problem(unknown)).contains("用户名或密码不正确");
		assertThat(audit(reviewer.person()).get(0)).isEqualTo("signin.refused REFUSED reason=PASSWORD");
		assertThat(this.jdbc
			.sql("SELECT COUNT(*) FROM audit_entry WHERE details LIKE '%nobody%' OR object_id LIKE '%nobody%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void fiveWrongPasswordsLockTheNameWhetherItExistsOrNot() {
		Colleague reviewer = colleague(Role.REVIEWER);
		for (String name : List.of(reviewer.username(), "ghost-" + reviewer.username())) {
			for (int i = 0; i < 5; i++) {
				assertThat(wrong(browser(), name).statusCode()).isEqualTo(401);
			}
			HttpResponse<String> locked = wrong(browser(), name);
			assertThat(locked.statusCode()).isEqualTo(429);
			assertThat(problem(locked)).contains("尝试次数太多");
		}
		assertThat(Browser.to(right(browser(), reviewer))).isNull();
		assertThat(audit(reviewer.person())).anyMatch((row) -> row.startsWith("signin.locked"));
		this.clock.advance(Duration.ofMinutes(31));
		assertThat(Browser.to(right(browser(), reviewer))).isEqualTo("/console/sign-in/code");
	}

	@Test
	void guessingAcrossNamesFromOneAddressIsCaught() {
		Colleague reviewer = colleague(Role.REVIEWER);
		Browser guesser = browser();
		for (int i = 0; i < 20; i++) {
			assertThat(wrong(guesser, "somebody" + i).statusCode()).isEqualTo(401);
		}
		assertThat(wrong(guesser, "somebody-else").statusCode()).isEqualTo(429);
		assertThat(Browser.to(right(guesser, reviewer))).isNull();
		assertThat(Browser.to(right(browser(), reviewer))).isEqualTo("/console/sign-in/code");
	}

	@Test
	void ownSignInsBetweenGuessesHelpNothing() {
		Colleague insider = colleague(Role.EDITOR);
		Browser guesser = browser();
		for (int i = 0; i < 20; i++) {
			assertThat(wrong(guesser, "other" + i).statusCode()).isEqualTo(401);
			if (i % 5 == 0) {
				assertThat(Browser.to(right(guesser, insider))).isEqualTo("/console/sign-in/code");
			}
		}
		assertThat(wrong(guesser, "one-more").statusCode()).isEqualTo(429);
	}

	@Test
	void stormOfGuessesAtOneNameIsFiveGuesses() {
		Colleague reviewer = colleague(Role.REVIEWER);
		List<Browser> browsers = IntStream.range(0, 12).mapToObj((i) -> browser()).toList();
		browsers.forEach((browser) -> browser.open("/console/sign-in"));
		List<Integer> answers = browsers.stream()
			.map((browser) -> CompletableFuture.supplyAsync(() -> browser
				.submit("/console/sign-in", "username", reviewer.username(), "password", "wrong-guess-99")
				.statusCode()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(answers).filteredOn((status) -> status == 401).hasSize(5);
		assertThat(answers).filteredOn((status) -> status == 429).hasSize(7);
	}

	@Test
	void wrongCodesLockToo() {
		Colleague reviewer = colleague(Role.REVIEWER);
		Browser browser = browser();
		right(browser, reviewer);
		browser.open("/console/sign-in/code");
		for (int i = 0; i < 5; i++) {
			assertThat(browser.submit("/console/sign-in/code", "code", "00000" + i).statusCode()).isEqualTo(401);
		}
		assertThat(browser.submit("/console/sign-in/code", "code", code(reviewer)).statusCode()).isEqualTo(429);
		assertThat(Browser.to(right(browser(), reviewer))).isNull();
	}

	@Test
	void codeOpensOneDoorOnly() {
		Colleague reviewer = colleague(Role.REVIEWER);
		String code = code(reviewer);
		List<Browser> two = List.of(atTheCode(reviewer), atTheCode(reviewer));
		List<String> answers = two.stream()
			.map((browser) -> CompletableFuture
				.supplyAsync(() -> String.valueOf(Browser.to(browser.submit("/console/sign-in/code", "code", code)))))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(answers).containsExactlyInAnyOrder("/console", "null");
		assertThat(Browser.to(atTheCode(reviewer).submit("/console/sign-in/code", "code", code))).isNull();
	}

	private Browser atTheCode(Colleague colleague) {
		Browser browser = browser();
		right(browser, colleague);
		browser.open("/console/sign-in/code");
		return browser;
	}

	private HttpResponse<String> right(Browser browser, Colleague colleague) {
		browser.open("/console/sign-in");
		return browser.submit("/console/sign-in", "username", colleague.username(), "password", PASSWORD);
	}

	private static HttpResponse<String> wrong(Browser browser, String username) {
		browser.open("/console/sign-in");
		return browser.submit("/console/sign-in", "username", username, "password", "wrong-guess-99");
	}

	private static String problem(HttpResponse<String> page) {
		return page.body().replaceAll("(?s).*role=\"alert\">([^<]*)<.*", "$1");
	}

}
