package cn.mentougou.education.office.door;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

class HostileInputTests extends OfficeSite {

	private static final List<String> STRINGS = List.of("", " ", "' OR '1'='1", "\"; DROP TABLE sign_in; --",
			"<script>alert(1)</script>", "{{7*7}}${7*7}#{7*7}", "${jndi:ldap://x/a}", "../../etc/passwd",
			"a\r\nSet-Cookie: x=1", "\u0000", "\u202Eabc", "\uD83D\uDE00", "e" + "\u0301".repeat(20000),
			"x".repeat(100_000), "*)(uid=*))(|(uid=*", "=1+1", "%00%0d%0a", "\uFEFFadmin", "张三\u200B");

	@Test
	void whateverIsTypedAtTheDoorIsRefusedKindly() {
		for (String hostile : STRINGS) {
			Browser browser = browser();
			browser.open("/console/sign-in");
			HttpResponse<String> answer = browser.submit("/console/sign-in", "to", hostile, "username", hostile,
					"password", hostile);
			assertThat(answer.statusCode()).as(hostile).isEqualTo(401);
			assertThat(answer.body()).doesNotContain("<script>alert");
			assertThat(
					browser.open("/console/sign-in?over=" + encoded(hostile) + "&to=" + encoded(hostile)).statusCode())
				.as(hostile)
				.isIn(200, 400, 414);
		}
	}

	@Test
	void whateverIsTypedAsACodeIsRefusedKindly() {
		Colleague editor = colleague(Role.EDITOR);
		for (String hostile : STRINGS) {
			Browser browser = browser();
			browser.open("/console/sign-in");
			browser.submit("/console/sign-in", "username", editor.username(), "password", PASSWORD);
			browser.open("/console/sign-in/code");
			assertThat(browser.submit("/console/sign-in/code", "code", hostile).statusCode()).as(hostile)
				.isEqualTo(401);
			this.jdbc.sql("DELETE FROM sign_in_guess").update();
		}
	}

	@Test
	void whateverIsTypedInsideIsRefusedKindly() {
		Browser browser = signedIn(colleague(Role.SECURITY_ADMINISTRATOR));
		for (String hostile : STRINGS) {
			browser.open("/console/sign-ins/new");
			assertThat(browser.submit("/console/sign-ins/new", "name", hostile, "phone", hostile, "username", hostile)
				.statusCode()).as(hostile).isEqualTo(422);
			assertThat(browser
				.open("/console/sign-ins?name=" + encoded(brief(hostile)) + "&kind=" + encoded(brief(hostile))
						+ "&after=" + encoded(brief(hostile)))
				.statusCode()).as(hostile).isIn(200, 400);
			assertThat(browser.open("/console/sign-ins/1/" + encoded(brief(hostile))).statusCode()).as(hostile)
				.isIn(200, 400, 403, 404);
			browser.open("/console/myself/password");
			assertThat(browser
				.submit("/console/myself/password", "current", hostile, "password", hostile, "again", hostile)
				.statusCode()).as(hostile).isEqualTo(401);
			this.jdbc.sql("DELETE FROM sign_in_guess").update();
		}
		assertThat(browser.open("/console").statusCode()).isEqualTo(200);
	}

	private static String brief(String text) {
		return text.substring(0, Math.min(200, text.length()));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(brief(text), StandardCharsets.UTF_8);
	}

}
