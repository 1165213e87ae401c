package cn.mentougou.education.office.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationTests {

	@ParameterizedTest
	@ValueSource(strings = { "/console", "/console/units", "/console/units/3/people?after=2&q=%E7%8E%8B",
			"/console/audit/export.csv" })
	void pageOfTheConsoleIsKept(String wanted) {
		assertThat(Destination.of(wanted)).isEqualTo(wanted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://evil.example/console", "//evil.example/console", "/\\evil.example",
			"/console\\@evil.example", "/console//evil.example", "/console/../wechat/x", "/console/%2e%2e/x",
			"/consoles", "/console.evil.example", "/console@evil.example", "/console/x\r\nSet-Cookie: a=b",
			"/console/sign-in?to=/console", "/console/sign-out", "/console/sign-in/code", "javascript:alert(1)",
			"/console/x#y", "/console/<script>", "\u0000/console", "/console/x;jsessionid=1" })
	void everythingElseLeadsHome(String wanted) {
		assertThat(Destination.of(wanted)).isEqualTo("/console");
	}

	@Test
	void nothingAndTooMuchLeadHome() {
		assertThat(Destination.of(null)).isEqualTo("/console");
		assertThat(Destination.of("/console/" + "a".repeat(600))).isEqualTo("/console");
	}

	@Test
	void listOfSignInsIsNotTheDoor() {
		assertThat(Destination.of("/console/sign-ins")).isEqualTo("/console/sign-ins");
	}

}
