package cn.mentougou.education.wechat.web;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class H5PathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/h5", "/h5/my-data", "/h5/class/7?tab=2&x=%E7%8F%AD", "/h5/a.b" })
	void ownPagesAreKept(String page) {
		assertThat(H5Path.of(page)).isEqualTo(page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "//x", "/h5/", "/h5//x", "/h5/..", "/h5/../console", "/h5\\x", "/h5/a b", "h5",
			"https://x/h5", "/h5x", "/h5?a=\n", "/h5/enter?code=1", "/h5/leave", "/h5/guest",
			"/h5/open-in-wechat?to=/h5", "/h5@x", "/h5/%2e%2e" })
	void everythingElseIsTheFirstPage(String page) {
		assertThat(H5Path.of(page)).isEqualTo("/h5");
		assertThat(H5Path.of(null)).isEqualTo("/h5");
		assertThat(H5Path.of("/h5/" + "x".repeat(300))).isEqualTo("/h5");
	}

	@Test
	void addressIsTheConfiguredOneWhateverTheRequestClaims() {
		OwnAddress address = new OwnAddress("https://wx.example.gov.cn/", List.of());
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setServerName("evil.invalid");
		assertThat(address.origin(request)).isEqualTo("https://wx.example.gov.cn");
		assertThat(address.isOwn(request, "https://wx.example.gov.cn/h5?x=1")).isTrue();
		for (String foreign : List.of("https://wx.example.gov.cn.evil.invalid/",
				"https://wx.example.gov.cn@evil.invalid/", "http://wx.example.gov.cn/h5",
				"https://wx.example.gov.cn/\\evil", "https://wx.example.gov.cn/ x", "/h5")) {
			assertThat(address.isOwn(request, foreign)).as(foreign).isFalse();
		}
	}

	@Test
	void withoutOneOnlyThisMachineIsBelieved() {
		OwnAddress address = new OwnAddress("", List.of());
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setServerName("localhost");
		request.setServerPort(8080);
		assertThat(address.origin(request)).isEqualTo("http://localhost:8080");
		request.setServerName("evil.invalid");
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> address.origin(request));
	}

	@ParameterizedTest
	@ValueSource(strings = { "wx.example.gov.cn", "https://wx.example.gov.cn/path", "ftp://x", "https://a b" })
	void addressThatIsNoneIsRefusedAtTheStart(String url) {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> new OwnAddress(url, List.of()));
	}

	@Test
	void verifyFileIsOneAndNoPath() {
		assertThatExceptionOfType(Misconfigured.class)
			.isThrownBy(() -> new H5Settings(Duration.ofHours(12), "x", List.of("../secret")));
		assertThatExceptionOfType(Misconfigured.class)
			.isThrownBy(() -> new H5Settings(Duration.ofDays(2), "x", List.of()));
	}

}
