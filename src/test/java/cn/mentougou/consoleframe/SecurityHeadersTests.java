package cn.mentougou.consoleframe;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ConsoleSite.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SecurityHeadersTests {

	private static final Pattern POLICY = Pattern
		.compile("default-src 'self'; style-src 'self' 'nonce-([A-Za-z0-9_-]{22})'; "
				+ "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");

	@LocalServerPort
	private int port;

	private HttpResponse<String> get(String path) throws Exception {
		return new Visitor(this.port, Role.DISCLOSURE_CLERK).get(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/console", "/console/search", "/console/sample", "/console/sample/export?title=&state=",
			"/console/sample/refused/bug", "/console/nothing", "/assets/console.css", "/nothing", "/api/v1/nothing" })
	void everyAnswerProtectsTheBrowser(String path) throws Exception {
		HttpHeaders headers = get(path).headers();
		assertThat(headers.allValues("Content-Security-Policy")).singleElement().asString().matches(POLICY);
		assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
		assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
		assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()", "geolocation=()");
		assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void pagesOfAPersonAreKeptNowhere() throws Exception {
		assertThat(get("/console").headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(get("/console/nothing").headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(get("/h5/nothing").headers().allValues("Cache-Control")).containsExactly("no-store");
		assertThat(get("/assets/console.css").headers().allValues("Cache-Control")).containsExactly("max-age=86400");
	}

	@Test
	void everyRequestHasANonceOfItsOwn() throws Exception {
		assertThat(nonce(get("/console"))).isNotEqualTo(nonce(get("/console")));
	}

	private static String nonce(HttpResponse<String> page) {
		Matcher policy = POLICY.matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow());
		assertThat(policy.matches()).isTrue();
		assertThat(page.body()).contains("name=\"csp-nonce\" content=\"" + policy.group(1) + "\"");
		return policy.group(1);
	}

	@Test
	void noPageHoldsWhatThePolicyRefuses() throws Exception {
		for (String path : new String[] { "/console", "/console/search?q=x", "/console/help", "/console/sample",
				"/console/sample/new", "/console/sample/12", "/console/nothing" }) {
			assertThat(get(path).body()).as(path)
				.doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*src=)|javascript:");
		}
	}

}
